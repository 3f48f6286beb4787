// Saves a mail program's file where the person says, under the name that the program looks for: the dialog asks before a file is written
// over. For its owner alone, as mail programs want it. Reads nothing.
import { chmod, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';

/** `name` is only proposed; the person may take another. */
export async function saveProgramFile(
  window: BrowserWindow | null,
  name: string,
  text: string,
): Promise<'saved' | 'not-chosen' | 'not-saved'> {
  const options = {
    defaultPath: join(app.getPath('home'), basename(name)),
    // Programs look for names with a dot in front.
    properties: ['showOverwriteConfirmation' as const, 'createDirectory' as const, 'showHiddenFiles' as const],
  };
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options));
  if (canceled || !filePath) return 'not-chosen';
  try {
    await writeFile(filePath, text, { encoding: 'utf8', mode: 0o600 });
    await chmod(filePath, 0o600);
    return 'saved';
  } catch {
    return 'not-saved';
  }
}
