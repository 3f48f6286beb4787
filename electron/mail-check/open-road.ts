// Roads to mail servers for bytes that others speak: name, connection, verified encryption, login, and then the bare socket is handed over.
// The same parts as the ladders', and faster: encryption is taken up again where the server allows it. Opens no mailbox.
import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import type { MailServer, Service } from '../../shared/mail-provider.ts';
import type { Attempt, MailLogin, Outcome } from '../setup/outside-world.ts';
import { Secret } from '../setup/secret.ts';
import { explainMailError, type MailPlace } from './explain-mail-error.ts';
import { type LadderEnd, ladderEnd } from './ladder-end.ts';
import { LineWire } from './line-wire.ts';
import { MailStop } from './mail-failure.ts';
import { directWay } from './mail-way.ts';
import type { MailCheckParts } from './make-mail-check.ts';
import { roadProtocols } from './road-protocols.ts';
import { secureSocket } from './secure-socket.ts';
import { askForEncryption } from './start-tls.ts';
import { keepSessions } from './tls-sessions.ts';
import { makeTrust } from './trusted-roots.ts';
import { unsendablePart } from './unsendable-part.ts';

export interface RoadPlace {
  readonly service: Service;
  readonly server: MailServer;
  /** Extra certificate authorities, PEM, besides the system's. */
  readonly ca: readonly string[];
}

/** Logged in: whatever goes over it from now on is nobody's business here. */
export interface Entered {
  /** Stands still. */
  readonly socket: TLSSocket;
  /** What the server has sent since its answer to the login. */
  readonly unread: Buffer;
  /** What it can do from now on, as `RoadProtocol.logIn` says. */
  readonly capabilities: readonly string[];
}

/** Connected, encrypted, verified and greeted. */
export interface Road {
  /** What the server can do before a login, as `RoadProtocol.greet` says. */
  readonly offers: readonly string[];
  /** Once. The road is closed when it fails. */
  logIn(as: Pick<MailLogin, 'loginName' | 'by' | 'secret'>, attempt: Attempt): Promise<Outcome<Entered>>;
  close(): void;
}

export interface Roads {
  open(place: RoadPlace, attempt: Attempt): Promise<Outcome<Road>>;
}

/** So that a router on the way, and a server that is gone, are noticed in time (RFC 9051 section 5.4 lets sessions idle for half an hour). */
const keepAliveMs = 120_000;

/** `deadlineMs` is for each half, the opening and the login. */
export function makeRoads(parts: Omit<MailCheckParts, 'now'> = {}): Roads {
  const { way = directWay(parts), trust = makeTrust(), deadlineMs = 20_000, after } = parts;
  const sessions = keepSessions();
  /** By server; saves the question another time. */
  const known = new Map<string, readonly string[]>();

  async function openAll(place: RoadPlace, end: LadderEnd, held: Held): Promise<Opened> {
    const { service, server, ca } = place;
    const greeted = server.security === 'starttls';
    held.phase = 'name';
    const addresses = await end.race(way.find(server));
    held.phase = 'connection';
    const connected = way.connect(addresses, server, end.signal);
    const context = trust(ca);
    context.catch(() => {});
    const plain = await end.race(connected);
    held.socket = plain;
    plain.setKeepAlive(true, keepAliveMs);
    held.phase = 'certificate';
    if (greeted) await end.race(askForEncryption(new LineWire(plain), service));
    const secured = secureSocket(
      plain,
      server.host,
      await end.race(context),
      (socket) => {
        held.socket = socket;
        sessions.learn(place, socket);
      },
      sessions.find(place),
    );
    const { socket } = await end.race(secured);
    held.phase = 'login';
    const wire = new LineWire(socket);
    const key = `${service} ${server.host} ${server.port}`;
    const offers = await end.race(roadProtocols[service].greet(wire, greeted, known.get(key)));
    known.set(key, offers);
    return { socket, wire, offers, forget: () => known.delete(key) };
  }

  return {
    async open(place, attempt) {
      const held: Held = { socket: null, phase: 'name' };
      const opened = await underEnd(place, held, attempt, (end) => openAll(place, end, held));
      if (!opened.ok) return opened;
      const { socket, wire, offers, forget } = opened.value;
      return {
        ok: true,
        value: {
          offers,
          close: () => void socket.destroy(),
          logIn: async (as, then) => {
            const login: MailLogin = { ...place, ...as };
            const entered = await underEnd({ ...place, ...as }, held, then, async (end) => {
              const unsendable = unsendablePart(login);
              if (unsendable) throw new MailStop({ kind: 'known', code: 'unexpected', facts: { reason: unsendable } });
              const capabilities = await end.race(roadProtocols[place.service].logIn(wire, login, offers));
              return { socket, unread: wire.detach(), capabilities };
            });
            if (!entered.ok) forget();
            return entered;
          },
        },
      };
    },
  };

  async function underEnd<T>(
    place: RoadPlace & Partial<Pick<MailPlace, 'by' | 'secret'>>,
    held: Held,
    { signal }: Attempt,
    work: (end: LadderEnd) => Promise<T>,
  ): Promise<Outcome<T>> {
    const end = ladderEnd(deadlineMs, signal, after);
    try {
      return { ok: true, value: await work(end) };
    } catch (error) {
      held.socket?.destroy();
      if (!(error instanceof MailStop)) throw error;
      const { service, server, by = 'token', secret = new Secret('') } = place;
      return {
        ok: false,
        problem: explainMailError({ service, server, phase: held.phase, by, secret }, error.failure),
      };
    } finally {
      end.close();
    }
  }
}

/** The outermost socket, to be destroyed when the road breaks; never the plain one below an encrypted one (see `make-mail-check.ts`). */
interface Held {
  socket: Socket | null;
  phase: MailPlace['phase'];
}

interface Opened {
  readonly socket: TLSSocket;
  readonly wire: LineWire;
  readonly offers: readonly string[];
  forget(): void;
}
