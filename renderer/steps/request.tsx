// Placeholder until the page is written.
export function RequestPage() {
  return null;
}
