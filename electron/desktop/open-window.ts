// The one window: locked down, shown when it has something to show, and opened where it was left. Holds no logic of the app.
import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import { placeInSight, type WindowPlace } from './window-place.ts';

export interface WindowParts {
  readonly url: string;
  readonly preloadPath: string;
  readonly iconPath: string;
  readonly place: WindowPlace | null;
  readonly keepPlace: (place: WindowPlace) => void;
}

/** look.md: the desk behind everything. */
const desk = { light: '#e9efe7', dark: '#111311' };
const usual = { width: 1080, height: 740 };
const placeSettlesMs = 400;

function followPlace(window: BrowserWindow, keep: (place: WindowPlace) => void): void {
  let settling: NodeJS.Timeout | undefined;
  const note = (): void => {
    if (window.isDestroyed() || window.isMinimized()) return;
    keep({ ...window.getNormalBounds(), maximised: window.isMaximized() });
  };
  const soon = (): void => {
    clearTimeout(settling);
    settling = setTimeout(note, placeSettlesMs);
  };
  window.on('resize', soon);
  window.on('move', soon);
  window.on('close', () => {
    clearTimeout(settling);
    note();
  });
}

/** Opens it; the page is asked for at once. */
export function openWindow({ url, preloadPath, iconPath, place, keepPlace }: WindowParts): BrowserWindow {
  const where = placeInSight(
    place,
    screen.getAllDisplays().map((display) => display.workArea),
  );
  const window = new BrowserWindow({
    ...(where ? { x: where.x, y: where.y, width: where.width, height: where.height } : usual),
    show: false,
    title: 'Postkey',
    icon: iconPath,
    backgroundColor: nativeTheme.shouldUseDarkColors ? desk.dark : desk.light,
    webPreferences: {
      preload: preloadPath,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  window.setMenuBarVisibility(false);
  // Only now: a menu bar, even one about to be hidden, would be taken off the height.
  window.setMinimumSize(480, 400);
  if (where?.maximised) window.maximize();
  window.once('ready-to-show', () => window.show());
  const followColours = (): void => {
    if (!window.isDestroyed()) window.setBackgroundColor(nativeTheme.shouldUseDarkColors ? desk.dark : desk.light);
  };
  nativeTheme.on('updated', followColours);
  window.once('closed', () => nativeTheme.off('updated', followColours));
  followPlace(window, keepPlace);
  window.loadURL(url).catch(() => undefined);
  return window;
}

/** Brings it before everything else. On Linux a window manager may only raise what was on top for a moment. */
export function bringToFront(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.setAlwaysOnTop(true);
  window.focus();
  window.setAlwaysOnTop(false);
  app.focus({ steal: true });
}
