// Placeholder until the page is written.
export function StorePage() {
  return null;
}
