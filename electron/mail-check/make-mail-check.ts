// Climbs one ladder: name, connection, certificate, login, mailbox. Makes and verifies the connection itself, so that every rung has
// its own time and no library ever holds a plain one; what comes after is each protocol's own (`climb-*.ts`).
import type { Socket } from 'node:net';
import type { Service } from '../../shared/mail-provider.ts';
import type { DetailLine } from '../../shared/setup-state.ts';
import type { MailCheck, MailLogin } from '../setup/outside-world.ts';
import type { CertificateFacts } from './certificate-facts.ts';
import { imapProtocol } from './climb-imap.ts';
import { popProtocol } from './climb-pop.ts';
import { smtpProtocol } from './climb-smtp.ts';
import { explainMailError } from './explain-mail-error.ts';
import { type After, type LadderEnd, ladderEnd } from './ladder-end.ts';
import { LineWire } from './line-wire.ts';
import { MailStop } from './mail-failure.ts';
import type { LoggedIn, MailProtocol } from './mail-session.ts';
import { type DirectParts, directWay, type MailWay } from './mail-way.ts';
import { RungClock } from './rung-clock.ts';
import { type Secured, secureSocket } from './secure-socket.ts';
import { askForEncryption } from './start-tls.ts';
import { makeTrust, type Trust } from './trusted-roots.ts';
import { unsendablePart } from './unsendable-part.ts';

const protocols: Readonly<Record<Service, MailProtocol>> = { imap: imapProtocol, pop: popProtocol, smtp: smtpProtocol };

export interface MailCheckParts extends DirectParts {
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Straight, by the two above, unless given. */
  readonly way?: MailWay | undefined;
  /** The computer's own roots unless given. */
  readonly trust?: Trust;
  /** For a whole ladder, 20 seconds unless given. */
  readonly deadlineMs?: number;
  /** The timer behind the deadline; Node's unless given. */
  readonly after?: After;
}

/** The ladders. They are independent of each other and may be climbed at the same time. */
export function makeMailCheck(parts: MailCheckParts): MailCheck {
  const { now, way = directWay(parts), trust = makeTrust(), deadlineMs = 20_000, after } = parts;
  return {
    async prepare() {
      await Promise.all([trust([]), ...Object.values(protocols).map((protocol) => protocol.prepare())]);
    },
    async climb(login, report, attempt) {
      const end = ladderEnd(deadlineMs, attempt.signal, after);
      const clock = new RungClock(now, report, end);
      const held: Held = { socket: null };
      try {
        const loggedIn = await climbAll({ login, way, trust, clock, end, held });
        const { messages, details } = loggedIn;
        const value = { totalMs: clock.totalMs, details, ...(messages === undefined ? {} : { messages }) };
        // After the result: the good-bye costs the person no time. It ends by itself and takes the sockets with it.
        loggedIn.leave();
        return { ok: true, value };
      } catch (error) {
        held.socket?.destroy();
        if (!(error instanceof MailStop)) throw error;
        const { service, server, by, secret } = login;
        const place = { service, server, phase: clock.standsOn, by, secret };
        return { ok: false, problem: explainMailError(place, error.failure) };
      } finally {
        end.close();
      }
    },
  };
}

interface Climb {
  readonly login: MailLogin;
  readonly way: MailWay;
  readonly trust: Trust;
  readonly clock: RungClock;
  readonly end: LadderEnd;
  readonly held: Held;
}

/**
 * The outermost socket, to be destroyed when the ladder breaks. Never the plain one below an encrypted one: Node itself crashes when that is
 * destroyed under a handshake (SIGSEGV, seen with 24.21).
 */
interface Held {
  socket: Socket | null;
}

async function climbAll(climb: Climb): Promise<LoggedIn> {
  const { login, way, clock, end, held, trust } = climb;
  const { service, server } = login;
  const protocol = protocols[service];
  const unsendable = unsendablePart(login);
  if (unsendable) throw new MailStop({ kind: 'known', code: 'unexpected', facts: { reason: unsendable } });

  const addresses = await clock.climb('name', () => way.find(server));
  const plain = await clock.climb('connection', async () => {
    const connected = way.connect(addresses, server, end.signal);
    // While the network is busy; whatever fails here fails again where it is needed.
    trust(login.ca).catch(() => {});
    protocol.prepare().catch(() => {});
    held.socket = await connected;
    return held.socket;
  });
  const secured = await clock.climb('certificate', async () => {
    if (server.security === 'starttls') await askForEncryption(new LineWire(plain), service);
    const context = await trust(login.ca);
    return secureSocket(plain, server.host, context, (socket) => {
      held.socket = socket;
    });
  });
  const { socket } = secured;
  const details = detailsOf(secured);
  const loggedIn = await protocol.climb({ login, socket, clock, greeted: server.security === 'starttls' });
  return { ...loggedIn, details: [...details, ...loggedIn.details] };
}

function detailsOf({ socket, certificate }: Secured): readonly DetailLine[] {
  const { remoteAddress, remotePort } = socket;
  const cipher = socket.getCipher();
  return [
    ...(remoteAddress === undefined
      ? []
      : [{ label: 'address', value: `${remoteAddress} ${remotePort ?? ''}`.trim() }]),
    { label: 'tlsVersion', value: socket.getProtocol() ?? '' },
    { label: 'cipher', value: cipher.standardName || cipher.name },
    ...(certificate === null ? [] : certificateLines(certificate)),
  ];
}

const certificateLines = (certificate: CertificateFacts): readonly DetailLine[] => [
  { label: 'certificateSubject', value: certificate.subject },
  { label: 'certificateIssuer', value: certificate.signer },
  { label: 'certificateValidUntil', value: certificate.validUntil },
];
