// Saves a text where the person says: the dialog shows the whole place, and asks before a file is written over. Reads nothing.
import { writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import { textFileName } from './text-file-name.ts';

/** `name` is only proposed; the person may take another. */
export async function saveText(
  window: BrowserWindow | null,
  name: string,
  text: string,
): Promise<'saved' | 'not-chosen' | 'not-saved'> {
  const options = {
    defaultPath: join(app.getPath('documents'), textFileName(name)),
    filters: [{ name: 'TXT', extensions: ['txt'] }],
    // Linux asks only when told to; Windows and macOS always do.
    properties: ['showOverwriteConfirmation' as const, 'createDirectory' as const],
  };
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options));
  if (canceled || !filePath) return 'not-chosen';
  return writeText(filePath, text);
}

async function writeText(path: string, text: string): Promise<'saved' | 'not-saved'> {
  const asked = extname(path) !== '';
  try {
    // The dialog has asked about the name that was typed; about one with an ending put to it nobody has.
    await writeFile(asked ? path : `${path}.txt`, text, { encoding: 'utf8', flag: asked ? 'w' : 'wx' });
    return 'saved';
  } catch {
    return 'not-saved';
  }
}
