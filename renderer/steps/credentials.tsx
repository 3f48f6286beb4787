// Placeholder until the page is written.
export function CredentialsPage() {
  return null;
}
