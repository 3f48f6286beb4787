// Placeholder until the page is written.
export function ConfigurePage() {
  return null;
}
