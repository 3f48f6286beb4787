// Where common browsers lie on macOS and Windows, as data. Linux needs none: programs there say themselves that they are browsers.

export interface KnownBrowser {
  readonly id: string;
  readonly name: string;
  /** macOS: the name of the application. */
  readonly app?: string;
  /** Windows: below a folder of programs. */
  readonly program?: string;
}

export const knownBrowsers: readonly KnownBrowser[] = [
  { id: 'firefox', name: 'Firefox', app: 'Firefox', program: 'Mozilla Firefox\\firefox.exe' },
  { id: 'chrome', name: 'Chrome', app: 'Google Chrome', program: 'Google\\Chrome\\Application\\chrome.exe' },
  { id: 'edge', name: 'Edge', app: 'Microsoft Edge', program: 'Microsoft\\Edge\\Application\\msedge.exe' },
  { id: 'safari', name: 'Safari', app: 'Safari' },
  { id: 'brave', name: 'Brave', app: 'Brave Browser', program: 'BraveSoftware\\Brave-Browser\\Application\\brave.exe' },
  { id: 'vivaldi', name: 'Vivaldi', app: 'Vivaldi', program: 'Vivaldi\\Application\\vivaldi.exe' },
  { id: 'opera', name: 'Opera', app: 'Opera', program: 'Programs\\Opera\\opera.exe' },
  { id: 'chromium', name: 'Chromium', app: 'Chromium', program: 'Chromium\\Application\\chrome.exe' },
];
