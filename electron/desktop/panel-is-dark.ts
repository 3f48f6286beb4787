// Whether the panel that the tray stands in is dark, as far as a desktop lets one know. Pure.

/** What Electron says of colours; the last is of Windows' own panel and of newer Electrons. */
export interface ShownColours {
  readonly shouldUseDarkColors: boolean;
  readonly themeSource: string;
  readonly shouldUseDarkColorsForSystemIntegratedUI?: boolean;
}

/** Their panels are dark whatever the windows' colours are, unless somebody changed that. */
const darkPanels = /GNOME|Unity|Pantheon|Cinnamon/iu;

export function panelIsDark(
  colours: ShownColours,
  platform: string = process.platform,
  desktop: string = process.env['XDG_CURRENT_DESKTOP'] ?? '',
): boolean {
  if (platform === 'linux' && darkPanels.test(desktop)) return true;
  if (colours.shouldUseDarkColorsForSystemIntegratedUI !== undefined) {
    return colours.shouldUseDarkColorsForSystemIntegratedUI;
  }
  // The person's wish for Postkey's own window says nothing about the panel; most are dark on Windows.
  return colours.themeSource === 'system' ? colours.shouldUseDarkColors : platform === 'win32';
}
