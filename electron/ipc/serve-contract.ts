// The door: one channel, through which the window's requests come in and are answered. Must not answer anyone but our own page.
import { ipcMain, type WebContents } from 'electron';
import { channels } from '../../shared/ipc-channels.ts';
import type { Handlers } from '../setup/postkey.ts';
import { answerRequest } from './answer-request.ts';
import { isTrustedSender } from './trusted-sender.ts';

export interface DoorParts {
  readonly handlers: Handlers;
  /** The one window's contents, null while there is none. */
  readonly contents: () => WebContents | null;
  /** `app://postkey`, without a slash at the end. */
  readonly origin: string;
  /** Writes a bug to the log; the answer names the entry. */
  readonly logUnexpected: (error: unknown) => string;
}

/** Opens the door; the answer closes it. */
export function serveContract({ handlers, contents, origin, logUnexpected }: DoorParts): () => void {
  ipcMain.handle(channels.request, async (event, name: unknown, input: unknown) => {
    const ours = contents();
    const ourFrame = ours === null || ours.isDestroyed() ? null : ours.mainFrame;
    if (event.sender !== ours || !isTrustedSender(event.senderFrame, ourFrame, origin)) {
      throw new Error('Only the window of Postkey is answered');
    }
    return answerRequest(handlers, name, input, logUnexpected);
  });
  return () => ipcMain.removeHandler(channels.request);
}
