// Watches what a server sends past a library that has no total limit of its own, and hears the one request to wait which ImapFlow
// would answer by waiting. Reads nothing away: it listens beside the real reader.
import type { TLSSocket } from 'node:tls';
import { MailStop, readReply } from './mail-failure.ts';

/** Login and SELECT take a few kilobytes; a mailbox with thousands of keywords some tens more. */
const mostBytes = 256 * 1024;

export interface FloodWatch {
  /** Call it right after the real reader was attached: a second listener must never be the first. */
  begin(): void;
  /** Only ever rejects. */
  readonly failed: Promise<never>;
}

export function watchFlood(socket: TLSSocket): FloodWatch {
  let fail: (stop: MailStop) => void = () => {};
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  failed.catch(() => {});
  let received = 0;
  const onData = (chunk: Buffer): void => {
    received += chunk.length;
    // Exchange: "BAD Request is throttled. Suggested Backoff Time: 92415 milliseconds".
    const throttled = /[^\r\n]{0,40}Request is throttled[^\r\n]{0,120}/iu.exec(chunk.toString('latin1'))?.[0];
    if (throttled) fail(new MailStop({ kind: 'reply', reply: readReply('imap', throttled) }));
    if (received > mostBytes) {
      fail(new MailStop({ kind: 'known', code: 'server-unreadable', facts: { reason: 'flood' } }));
      socket.destroy();
    }
  };
  return { begin: () => socket.on('data', onData), failed };
}
