// Connects to whichever address answers first (RFC 8305, "happy eyeballs"). Our own, because Node's `autoSelectFamily` gives up
// an attempt after a quarter of a second, which a slow network needs, and the oldest runtime's is unreliable.
import { connect, type Socket } from 'node:net';
import { networkFailure } from './line-wire.ts';
import { MailStop } from './mail-failure.ts';

/** RFC 8305 section 5, "Connection Attempt Delay". */
const headStartMs = 250;

/** When every address fails, the error that says most about the server is the one to tell. */
const telling = ['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EHOSTUNREACH', 'EACCES', 'EPERM'];

/** Begins one connection; its events tell how it went. */
export type Connect = (address: string, port: number) => Socket;

/** The system's own. */
export const systemConnect: Connect = (address, port) => connect({ host: address, port, noDelay: true });

/** A connected socket that stands still. Throws `MailStop` with the most telling error; ends with the signal. */
export function connectFirst(
  addresses: readonly string[],
  port: number,
  signal: AbortSignal,
  begin: Connect = systemConnect,
): Promise<Socket> {
  return new Promise<Socket>((resolve, reject) => {
    const waiting = [...addresses];
    const open = new Set<Socket>();
    const errors: NodeJS.ErrnoException[] = [];
    let timer: NodeJS.Timeout | undefined;
    let finished = false;

    const finish = (winner: Socket | null): void => {
      if (finished) return;
      finished = true;
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      for (const socket of open) if (socket !== winner) socket.destroy();
      if (winner) resolve(winner);
      else reject(signal.aborted ? new MailStop({ kind: 'cancelled' }) : new MailStop(mostTelling(errors)));
    };
    const onAbort = (): void => finish(null);

    const tryNext = (): void => {
      clearTimeout(timer);
      const address = waiting.shift();
      if (address === undefined) {
        if (open.size === 0) finish(null);
        return;
      }
      const socket = begin(address, port);
      open.add(socket);
      socket.once('connect', () => finish(socket));
      // Stays on for the socket's whole life, winner or loser: an error that nobody hears would end the app.
      socket.on('error', (error) => {
        errors.push(error);
        if (open.delete(socket) && !finished) tryNext();
      });
      if (waiting.length > 0) timer = setTimeout(tryNext, headStartMs);
    };

    if (signal.aborted) return finish(null);
    signal.addEventListener('abort', onAbort);
    tryNext();
  });
}

function mostTelling(errors: readonly NodeJS.ErrnoException[]) {
  const found = telling.map((code) => errors.find((error) => error.code === code)).find((error) => error !== undefined);
  const { code, syscall } = found ?? errors[0] ?? {};
  return networkFailure(code, syscall);
}
