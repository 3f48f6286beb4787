// Placeholder until the page is written.
export function ResponsePage() {
  return null;
}
