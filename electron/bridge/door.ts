// One port on loopback, plain or encrypted: takes connections, knows who has not logged in yet, and tells who came to the wrong door. Listens
// nowhere else, speaks no protocol.
import { createServer, type Server, type Socket } from 'node:net';
import { type SecureContext, TLSSocket } from 'node:tls';
import { isHttp } from './dialog.ts';
import { isTlsHello } from './first-bytes.ts';
import { isSameUser } from './peer-user.ts';
import { type Host, serveProgram } from './serve-program.ts';
import { showOut } from './show-out.ts';

export interface DoorParts {
  readonly port: number;
  readonly host: Host;
  /** Absent: a plain door. */
  readonly secureContext?: SecureContext;
  /** For bugs: the door stays open. */
  readonly failed: (error: unknown) => void;
}

export interface Door {
  /** Ends its connections and frees the port. */
  close(): Promise<void>;
}

/** RFC 9051 section 6.3.13 lets a program idle for half an hour; programs that vanished are noticed by then. */
const keepAliveMs = 600_000;

/** Rejects with the system's error when the port cannot be had on 127.0.0.1 or, where this computer has it, on ::1. */
export async function openDoor(parts: DoorParts): Promise<Door> {
  const { port, host, secureContext, failed } = parts;
  const open = new Set<Socket>();
  /** In the order of their coming. */
  const strangers = new Set<Socket>();

  function take(raw: Socket): void {
    open.add(raw);
    strangers.add(raw);
    raw.once('close', () => {
      open.delete(raw);
      strangers.delete(raw);
    });
    // An error that nobody hears would end the app.
    raw.on('error', () => raw.destroy());
    if (strangers.size > host.limits.strangers) oldest(strangers)?.destroy();
    raw.setKeepAlive(true, keepAliveMs);
    const socket = secureContext ? unlock(raw, secureContext) : Promise.resolve(raw);
    socket.then((ready) => ready && serve(ready, raw)).catch(failed);
  }

  function serve(socket: Socket, raw: Socket): Promise<void> {
    return serveProgram(host, {
      socket,
      isEncrypted: secureContext !== undefined,
      isOwn: () => isSameUser(raw),
      known: () => void strangers.delete(raw),
    });
  }

  /** Null: whoever came does not speak encrypted, was told so, and is gone. */
  async function unlock(raw: Socket, context: SecureContext): Promise<TLSSocket | null> {
    const first = await firstBytes(raw, host);
    // Whoever only looked whether somebody is there spoke nothing.
    if (raw.readableEnded && first === null) raw.destroy();
    if (raw.destroyed) return null;
    if (first === null || !isTlsHello(first[0] ?? 0)) {
      // A mail program that speaks plain waits for a greeting and says nothing.
      const spoke = first !== null && isHttp(first.toString('latin1').split(/\r?\n/u, 1)[0] ?? '') ? 'http' : 'plain';
      host.wrongDoor(spoke);
      raw.write(`${plainWords[host.service]} ${host.say(spoke === 'http' ? 'spokeHttp' : 'spokePlain')}\r\n`, 'latin1');
      showOut(raw, host.clock);
      return null;
    }
    raw.unshift(first);
    const socket = new TLSSocket(raw, { isServer: true, secureContext: context });
    socket.on('error', () => socket.destroy());
    socket.once('close', () => raw.destroy());
    return new Promise((resolve) => {
      const cancel = host.clock.after(host.limits.loginMs, () => socket.destroy());
      socket.once('secure', () => {
        cancel();
        resolve(socket);
      });
      socket.once('close', () => {
        cancel();
        resolve(null);
      });
    });
  }

  const servers = await listenOnBoth(port, take);
  return {
    async close() {
      const closed = Promise.all(servers.map(closeServer));
      host.wrong.stop();
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}

const plainWords = { imap: '* BYE', pop: '-ERR', smtp: '421 4.7.0' } as const;

function oldest<T>(set: ReadonlySet<T>): T | undefined {
  for (const each of set) return each;
  return undefined;
}

/** What came first, taken out; null when nothing comes within a moment. */
function firstBytes(raw: Socket, { clock, limits }: Host): Promise<Buffer | null> {
  return new Promise((resolve) => {
    const finish = (chunk: Buffer | null): void => {
      cancel();
      raw.off('data', finish);
      raw.off('end', onNothing);
      raw.off('close', onNothing);
      raw.pause();
      resolve(chunk);
    };
    const onNothing = (): void => finish(null);
    const cancel = clock.after(limits.helloMs, onNothing);
    raw.on('data', finish);
    raw.once('end', onNothing);
    raw.once('close', onNothing);
  });
}

async function listenOnBoth(port: number, take: (socket: Socket) => void): Promise<readonly Server[]> {
  const first = await listen(port, '127.0.0.1', take);
  try {
    return [first, await listen(port, '::1', take)];
  } catch (error) {
    if (hasNoIpv6(error)) return [first];
    await closeServer(first);
    throw error;
  }
}

/** Exclusive: another process of the same app must not share it unseen. */
export function listen(port: number, address: string, take: (socket: Socket) => void): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer({ noDelay: true, allowHalfOpen: true }, take);
    server.once('error', reject);
    server.listen({ port, host: address, exclusive: true }, () => {
      server.off('error', reject);
      server.on('error', () => undefined);
      resolve(server);
    });
  });
}

export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}

export function hasNoIpv6(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT' || code === 'EINVAL';
}
