// What a protocol gets to climb the last two rungs with: a verified, encrypted socket, and nothing to make another one from.
import type { TLSSocket } from 'node:tls';
import type { DetailLine } from '../../shared/setup-state.ts';
import type { MailLogin } from '../setup/outside-world.ts';
import { readGreeting } from './greeting.ts';
import { endOf, LineWire } from './line-wire.ts';
import type { RungClock } from './rung-clock.ts';

export interface MailSession {
  readonly login: MailLogin;
  /** Stands still; nothing was read from it. */
  readonly socket: TLSSocket;
  readonly clock: RungClock;
  /** The server has greeted before the encryption began, and will not do so again. */
  readonly greeted: boolean;
}

export interface LoggedIn {
  readonly messages?: number;
  readonly details: readonly DetailLine[];
  /** Says good-bye and frees the socket, within a second. Returns at once, never throws. */
  leave(): void;
}

export interface MailProtocol {
  /** Loads what the protocol needs, so that a ladder finds it ready. */
  prepare(): Promise<unknown>;
  /** Login and mailbox. Throws `MailStop`. */
  climb(session: MailSession): Promise<LoggedIn>;
}

/** What stands for the greeting of a server that greeted in plain: without the capabilities, which anyone could have written there. */
const plainGreeting = { imap: '* OK ready', pop: '+OK ready', smtp: '220 ready' } as const;

/**
 * Reads the greeting, judges it, and puts it back together with all that came with it, for a library to read as if it were the first.
 * Returns its first line. Throws `MailStop` when it is not the greeting of this service.
 */
export async function greetThenRewind(session: MailSession): Promise<string> {
  const { socket, login, greeted } = session;
  // While a library was loading, the server may have gone; nobody would hear it a second time.
  if (socket.destroyed || socket.readableEnded) throw endOf(socket);
  if (greeted) {
    socket.unshift(`${plainGreeting[login.service]}\r\n`, 'latin1');
    return '';
  }
  const wire = new LineWire(socket);
  const lines = await readGreeting(wire, login.service);
  const unread = wire.detach();
  socket.unshift(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n`, 'latin1'), unread]));
  return lines[0] ?? '';
}

/** Waits for a good-bye no longer than a second, then frees the socket. Keeps no process alive. */
export function freeSoon(socket: TLSSocket): void {
  const timer = setTimeout(() => socket.destroy(), 1000);
  timer.unref();
  socket.once('close', () => clearTimeout(timer));
}
