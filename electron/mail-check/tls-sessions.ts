// Takes encryption up again with a server that was verified before (RFC 8446 section 2.2), which saves a part of each further handshake.
// Lives in memory; a server, or trust, that is another one begins anew.
import type { TLSSocket } from 'node:tls';
import type { MailServer } from '../../shared/mail-provider.ts';

export interface SessionPlace {
  readonly server: MailServer;
  /** What else was trusted then: with less trust, an old session must not count. */
  readonly ca: readonly string[];
}

export interface TlsSessions {
  find(place: SessionPlace): Buffer | undefined;
  /** Keeps what this connection is given for the next one. */
  learn(place: SessionPlace, socket: TLSSocket): void;
}

const most = 50;

export function keepSessions(): TlsSessions {
  const kept = new Map<string, Buffer>();
  const keyOf = ({ server, ca }: SessionPlace): string =>
    [server.host.toLowerCase(), server.port, server.security, ...ca].join('\n');
  return {
    find: (place) => kept.get(keyOf(place)),
    learn: (place, socket) => {
      const key = keyOf(place);
      socket.on('session', (session: Buffer) => {
        // Only what was verified: `authorized` is false until the chain and the name have been looked at.
        if (!socket.authorized) return;
        if (kept.size >= most) kept.clear();
        kept.set(key, session);
      });
    },
  };
}
