// Placeholder until the page is written.
export function RegisterPage() {
  return null;
}
