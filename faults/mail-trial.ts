// A real ladder against a misbehaving server of this computer: starts the server, climbs, takes the time of the climb alone, and
// makes sure that the app has closed every connection it opened.
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { type MailCheckParts, makeMailCheck } from '../electron/mail-check/make-mail-check.ts';
import { type Script, serveScript } from '../electron/mail-check/scripted-server.test-part.ts';
import {
  type Authority,
  type KeyAndCertificate,
  makeAuthority,
} from '../electron/mail-check/trial-certificates.test-part.ts';
import { host } from '../electron/mail-check/trial-climb.test-part.ts';
import { makeTrust } from '../electron/mail-check/trusted-roots.ts';
import { Secret } from '../electron/setup/secret.ts';
import type { MailServer, Service } from '../shared/mail-provider.ts';
import { causesOf, type Ended, secretsUsed } from './fault.ts';

/** The ladder's own, as `makeMailCheck` has it. */
export const ladderMs = 20_000;
/** For what only the deadline can end. Long enough to get as far as the silence on a busy computer. */
export const shortMs = 2_500;

export interface MailClimb {
  readonly service: Service;
  readonly port: number;
  readonly security?: MailServer['security'];
  readonly host?: string;
  readonly loginName?: string;
  readonly by?: 'token' | 'password';
  readonly deadlineMs?: number;
  readonly ca?: readonly string[];
  readonly parts?: Partial<MailCheckParts>;
}

// The system's own roots are left out: what is trusted must not differ from computer to computer.
const trust = makeTrust(async () => []);

/** One real ladder, to 127.0.0.1 unless `parts.lookUp` says otherwise. */
export async function climbMail(climb: MailClimb, signal: AbortSignal): Promise<Ended> {
  const { service, port, security = 'tls', deadlineMs = ladderMs, by = 'token', ca = [], parts = {} } = climb;
  const base = { now: Date.now, lookUp: async () => ['127.0.0.1'], trust, deadlineMs };
  const check = makeMailCheck({ ...base, ...parts });
  await check.prepare();
  const reported: unknown[] = [];
  const secret = new Secret(by === 'token' ? secretsUsed.accessToken : secretsUsed.password);
  const server = { host: climb.host ?? host, port, security };
  const login = { service, server, loginName: climb.loginName ?? 'pat@example.test', by, secret, ca };
  const begun = performance.now();
  const outcome = await check.climb(login, { rung: (...told) => reported.push(told) }, { signal });
  const tookMs = Math.round(performance.now() - begun);
  return { causes: causesOf(outcome), said: JSON.stringify({ outcome, reported }), tookMs };
}

export interface MailMeeting extends Omit<MailClimb, 'port'> {
  readonly script: Script;
  /** What the server shows from the first byte on; null: it speaks in the open. A good certificate, or null for STARTTLS, unless given. */
  readonly keys?: KeyAndCertificate | null;
}

/** A ladder against a server with that script, which has to find itself left alone afterwards. */
export async function meetMail(meeting: MailMeeting, signal: AbortSignal): Promise<Ended> {
  const { script, keys, ...climb } = meeting;
  const good = await goodKeys();
  const shown = keys === undefined && climb.security !== 'starttls' ? good.keys : (keys ?? undefined);
  const server = await serveScript(script, shown);
  try {
    const ended = await climbMail({ ...climb, port: server.port, ca: climb.ca ?? [good.authority.cert] }, signal);
    await untilTrue(async () => (await server.open()) === 0, 'a connection was left open');
    return ended;
  } finally {
    await server.close();
  }
}

let good: Promise<{ readonly authority: Authority; readonly keys: KeyAndCertificate }> | undefined;

/** One authority for the whole run, and its certificate for the host that ladders climb to. */
export function goodKeys() {
  good ??= (async () => {
    const authority = await makeAuthority('Trial Root');
    return { authority, keys: await authority.issue([host]) };
  })();
  return good;
}

/** Asks again and again, for five seconds at most; throws `otherwise` then. */
export async function untilTrue(ask: () => boolean | Promise<boolean>, otherwise: string): Promise<void> {
  const until = performance.now() + 5_000;
  while (!(await ask())) {
    if (performance.now() > until) throw new Error(otherwise);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/**
 * A port at which nobody listens, and nobody can begin to while it is held: it is the near end of a connection. (The port of a server
 * that has just gone may be given to the next one that starts.)
 */
export async function holdClosedPort(): Promise<{ readonly port: number; release(): Promise<void> }> {
  const server = await serveScript((talk) => talk.gone);
  const socket = connect({ host: '127.0.0.1', port: server.port });
  await once(socket, 'connect');
  const { localPort } = socket;
  if (localPort === undefined) throw new Error('The connection has no port.');
  return {
    port: localPort,
    release: () => {
      socket.destroy();
      return server.close();
    },
  };
}

/** A socket of the app that meets an error of the system which cannot be brought about on every computer. */
export function failing(socket: Socket, code: string): Socket {
  setImmediate(() => socket.destroy(Object.assign(new Error(`connect ${code}`), { code, syscall: 'connect' })));
  return socket;
}
