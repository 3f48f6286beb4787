// Placeholder until the page is written.
export function RefreshPage() {
  return null;
}
