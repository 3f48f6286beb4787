// Reads an address without throwing. URL.canParse is absent in the oldest Electron.

export function urlOrNull(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
