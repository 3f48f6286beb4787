// Placeholder until the page is written.
export function UnderstandPage() {
  return null;
}
