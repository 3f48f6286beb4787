// The keys people expect everywhere: copy and paste, larger and smaller text, close, quit. Shown as a menu on macOS only; without this
// file Electron would offer its own menu, which reloads pages and opens developer tools.
import { Menu, type MenuItemConstructorOptions } from 'electron';

/** Called once Electron is ready; the system finds the words of these roles itself. */
export function setAppMenu(): void {
  const zoom: MenuItemConstructorOptions[] = [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    // The plus sign is on the shifted key of many keyboards.
    { role: 'zoomIn', accelerator: 'CommandOrControl+=', visible: false, acceleratorWorksWhenHidden: true },
    { role: 'zoomOut' },
  ];
  const closing: MenuItemConstructorOptions[] = process.platform === 'darwin' ? [] : [{ role: 'quit' }];
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(process.platform === 'darwin' ? [{ role: 'appMenu' as const }] : []),
      { role: 'editMenu' },
      { label: '+ −', submenu: zoom },
      { role: 'windowMenu', submenu: [{ role: 'minimize' }, { role: 'close' }, ...closing] },
    ]),
  );
}
