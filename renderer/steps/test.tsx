// Placeholder until the page is written.
export function TestPage() {
  return null;
}
