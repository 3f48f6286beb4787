// Opens the person's mail program with a letter in it. Opens nothing but `mailto:`, and sends nothing.
import { app, shell } from 'electron';
import type { MailtoSystem } from '../../shared/mailto.ts';
import { mayMail } from './may-open.ts';
import { startProgram } from './start-program.ts';

const openDeadlineMs = 10_000;

export const mailSystem: MailtoSystem = process.platform === 'win32' ? 'windows' : 'others';

/** False: there is no mail program, or it did not open. `address` is one of `mailtoAddress`. */
export async function openMailProgram(address: string): Promise<boolean> {
  // Without this question a Linux opener falls back to a browser, which can do nothing with it.
  if (!mayMail(address) || app.getApplicationNameForProtocol('mailto:').trim() === '') return false;
  // Electron starts xdg-email too, but does not look how it ended.
  return process.platform === 'linux' ? startProgram(['xdg-open', address]) : openExternal(address);
}

async function openExternal(address: string): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), openDeadlineMs);
  });
  try {
    return await Promise.race([shell.openExternal(address).then(() => true), tooLong]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
