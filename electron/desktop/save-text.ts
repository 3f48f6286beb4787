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
  const proposed = textFileName(name);
  const ending = extname(proposed);
  const options = {
    defaultPath: join(app.getPath('documents'), proposed),
    filters: [{ name: ending.slice(1).toUpperCase(), extensions: [ending.slice(1)] }],
    // Linux asks only when told to; Windows and macOS always do.
    properties: ['showOverwriteConfirmation' as const, 'createDirectory' as const],
  };
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options));
  if (canceled || !filePath) return 'not-chosen';
  return writeText(filePath, ending, text);
}

async function writeText(path: string, ending: string, text: string): Promise<'saved' | 'not-saved'> {
  const asked = extname(path) !== '';
  try {
    // The dialog has asked about the name that was typed; about one with an ending put to it nobody has.
    await writeFile(asked ? path : `${path}${ending}`, text, { encoding: 'utf8', flag: asked ? 'w' : 'wx' });
    return 'saved';
  } catch {
    return 'not-saved';
  }
}
