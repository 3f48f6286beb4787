// Postkey's place in the panel while it goes on without its window. Shows what it is given; where the desktop has no such place,
// nothing happens. Decides nothing.
import { join } from 'node:path';
import { Menu, type MenuItemConstructorOptions, nativeImage, nativeTheme, Tray } from 'electron';
import type { TrayMark, TrayView } from '../setup/tray-view.ts';
import { inTray, type MainWords, startMainWords } from './main-words.ts';
import { panelIsDark } from './panel-is-dark.ts';

export interface TrayWays {
  /** The built pictures, `needs-you-dark-22.png`. */
  readonly folder: string;
  readonly language: () => string;
  readonly openWindow: () => void;
  readonly openAccount: (id: string) => void;
  /** Switches every bridge that there is. */
  readonly switchBridges: (on: boolean) => void;
  readonly quit: () => void;
  readonly failed: (error: unknown) => void;
}

export interface ShownTray {
  /** Null takes it away. */
  show(view: TrayView | null): void;
}

/** macOS draws the mark in the panel's own colour, so that only its shape counts there. */
const isMac = process.platform === 'darwin';
/** Points: what one pixel of the panel's own measure is. */
const baseSize = process.platform === 'linux' ? 22 : 16;

export function makeTray(ways: TrayWays): ShownTray {
  let tray: Tray | null = null;
  let shown = '';
  let wanted: TrayView | null = null;

  function pictureOf(mark: TrayMark): Electron.NativeImage {
    const panel = isMac || !panelIsDark(nativeTheme) ? 'light' : 'dark';
    const file = (size: number): string => join(ways.folder, `${mark}-${panel}-${size}.png`);
    const picture = nativeImage.createFromPath(file(baseSize));
    const sharp = nativeImage.createFromPath(file(baseSize * 2));
    picture.addRepresentation({ scaleFactor: 2, buffer: sharp.toPNG(), width: baseSize * 2, height: baseSize * 2 });
    picture.setTemplateImage(isMac);
    return picture;
  }

  function draw(view: TrayView, words: MainWords): void {
    const say = (key: string, values?: Readonly<Record<string, string | number>>): string =>
      words.find('tray', key, values);
    const picture = pictureOf(view.mark);
    if (picture.isEmpty()) throw new Error(`No picture of the tray in ${ways.folder}`);
    if (!tray) {
      tray = new Tray(picture);
      // On Linux a click may open the menu instead, which begins with the same.
      tray.on('click', ways.openWindow);
    } else {
      tray.setImage(picture);
    }
    tray.setToolTip(say(`tooltip.${view.says}`));
    tray.setContextMenu(Menu.buildFromTemplate(itemsOf(view, say, ways)));
  }

  /** Called with every snapshot; few of them look different in the panel. */
  async function update(): Promise<void> {
    const signature = wanted ? JSON.stringify([wanted, ways.language(), panelIsDark(nativeTheme)]) : '';
    if (signature === shown) return;
    shown = signature;
    const words = wanted && (await startMainWords(ways.language(), inTray));
    // Meanwhile something newer may be wanted, and nothing at all.
    if (signature !== shown) return;
    if (wanted && words) return draw(wanted, words);
    tray?.destroy();
    tray = null;
  }

  const soon = (): void => {
    update().catch(ways.failed);
  };
  nativeTheme.on('updated', () => {
    if (tray) soon();
  });
  return {
    show: (view) => {
      if (view === null && wanted === null) return;
      wanted = view;
      soon();
    },
  };
}

function itemsOf(
  view: TrayView,
  say: (key: string, values?: Readonly<Record<string, string | number>>) => string,
  ways: TrayWays,
): MenuItemConstructorOptions[] {
  const accounts: MenuItemConstructorOptions[] = view.accounts.map(({ id, address, health }) => ({
    label: escaped(say(`account.${health}`, { address })),
    click: () => ways.openAccount(id),
  }));
  const more = view.more > 0 ? [{ label: say('more', { count: view.more }), click: ways.openWindow }] : [];
  const { bridge } = view;
  return [
    { label: say('open'), click: ways.openWindow },
    ...(accounts.length > 0 ? [{ type: 'separator' as const }, ...accounts, ...more] : []),
    ...(bridge
      ? [
          { type: 'separator' as const },
          { label: say(`bridge.${bridge}`), click: () => ways.switchBridges(bridge === 'on') },
        ]
      : []),
    { type: 'separator' },
    { label: say('quit'), click: ways.quit },
  ];
}

/** An ampersand marks a key to press in menus. */
function escaped(label: string): string {
  return isMac ? label : label.replace(/&/gu, '&&');
}
