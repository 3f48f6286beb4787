// Asks before Postkey ends while something is under way: what goes on later, and what stops. Decides nothing.
import { type BrowserWindow, dialog } from 'electron';
import type { QuitLine } from '../setup/quit-view.ts';
import { inTray, startMainWords } from './main-words.ts';

/** True: end. Without a line about work under way nobody is asked. */
export async function askBeforeQuit(
  window: BrowserWindow | null,
  lines: readonly QuitLine[],
  language: string,
): Promise<boolean> {
  if (!lines.some(({ code }) => code !== 'bridge')) return true;
  const words = await startMainWords(language, inTray);
  const say = (key: string, values?: Readonly<Record<string, string>>): string =>
    words.find('tray', `quitting.${key}`, values);
  const question = {
    type: 'question' as const,
    message: say('title'),
    detail: lines.map((line) => say(line.code, 'address' in line ? { address: line.address } : {})).join('\n\n'),
    buttons: [say('yes'), say('no')],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  };
  const { response } = await (window ? dialog.showMessageBox(window, question) : dialog.showMessageBox(question));
  return response === 0;
}
