// Saves a case file where the person says: the dialog shows the whole place, and asks before a file is written over. Reads nothing.
import { writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import { textFileName } from './text-file-name.ts';

/** `name` is only proposed. */
export async function saveCase(
  window: BrowserWindow | null,
  name: string,
  html: string,
): Promise<{ readonly path: string } | 'not-chosen' | 'not-saved'> {
  const options = {
    defaultPath: join(app.getPath('documents'), textFileName(name).replace(/\.txt$/u, '.html')),
    filters: [{ name: 'HTML', extensions: ['html'] }],
    // Linux asks only when told to; Windows and macOS always do.
    properties: ['showOverwriteConfirmation' as const, 'createDirectory' as const],
  };
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options));
  if (canceled || !filePath) return 'not-chosen';
  const isWhole = extname(filePath) !== '';
  const path = isWhole ? filePath : `${filePath}.html`;
  try {
    // The dialog has asked about the name that was typed; about one with an ending put to it nobody has.
    await writeFile(path, html, { encoding: 'utf8', flag: isWhole ? 'w' : 'wx' });
    return { path };
  } catch {
    return 'not-saved';
  }
}
