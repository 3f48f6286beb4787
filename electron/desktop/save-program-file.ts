// Saves a mail program's file where the person says, under the name that the program looks for, and over no other: what stands there is the
// person's own settings. For its owner alone, as mail programs want it. Reads nothing.
import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';

/** Also after a yes to the dialog's own question, which knows nothing of settings. */
export type SavedProgramFile = 'saved' | 'not-chosen' | 'not-saved' | 'there-already';

/** `name` is only proposed; the person may take another. */
export async function saveProgramFile(
  window: BrowserWindow | null,
  name: string,
  text: string,
): Promise<SavedProgramFile> {
  const options = {
    defaultPath: join(app.getPath('home'), basename(name)),
    // Programs look for names with a dot in front.
    properties: ['createDirectory' as const, 'showHiddenFiles' as const],
  };
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options));
  if (canceled || !filePath) return 'not-chosen';
  try {
    await writeFile(filePath, text, { encoding: 'utf8', mode: 0o600, flag: 'wx' });
    return 'saved';
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EEXIST' ? 'there-already' : 'not-saved';
  }
}
