// Placeholder until the page is written.
export function TokenPage() {
  return null;
}
