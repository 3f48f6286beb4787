// Saves the app's logo where the person says, in the size that providers' consoles ask for. Reads nothing but our own icon.
import { writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { app, type BrowserWindow, dialog, nativeImage } from 'electron';

/** Microsoft's portal takes 240 × 240 and no other size; the others take it as well. */
const pixels = 240;

/** `iconPath`: the icon of the window. The person chooses the place; one that exists already is asked about first. */
export async function saveLogo(
  window: BrowserWindow | null,
  iconPath: string,
): Promise<'saved' | 'not-chosen' | 'not-saved'> {
  const options = {
    defaultPath: join(app.getPath('pictures'), 'postkey-logo.png'),
    filters: [{ name: 'PNG', extensions: ['png'] }],
    // Linux asks only when told to; Windows and macOS always do.
    properties: ['showOverwriteConfirmation' as const, 'createDirectory' as const],
  };
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options));
  if (canceled || !filePath) return 'not-chosen';
  const logo = nativeImage.createFromPath(iconPath).resize({ width: pixels, height: pixels, quality: 'best' }).toPNG();
  const asked = extname(filePath) !== '';
  try {
    // The dialog has asked about the name that was typed; about one with an ending put to it nobody has.
    await writeFile(asked ? filePath : `${filePath}.png`, logo, { flag: asked ? 'w' : 'wx' });
    return 'saved';
  } catch {
    return 'not-saved';
  }
}
