// Placeholder until the page is written.
export function MonitorPage() {
  return null;
}
