// Names and addresses that lead nowhere: the resolver's refusals, closed ports, packets that are dropped, dead first addresses.
import { Socket } from 'node:net';
import type { LookUp } from '../electron/mail-check/find-addresses.ts';
import { imapScript } from '../electron/mail-check/mail-scripts.test-part.ts';
import { serveScript } from '../electron/mail-check/scripted-server.test-part.ts';
import { silentAddress } from '../electron/mail-check/silent-address.test-part.ts';
import type { Ended, Fault } from './fault.ts';
import { climbMail, failing, goodKeys, holdClosedPort, ladderMs, shortMs, untilTrue } from './mail-trial.ts';

const to =
  (...addresses: readonly string[]): LookUp =>
  async () =>
    addresses;

const refuseName =
  (code: string): LookUp =>
  async (host) => {
    throw Object.assign(new Error(`getaddrinfo ${code} ${host}`), { code, syscall: 'getaddrinfo', hostname: host });
  };

/** The kernel refuses TCP to a group of computers as unreachable, on a computer with a network as without. */
const unreachable = '224.0.0.1';

type Way = Pick<Fault, 'causes' | 'actor'> & { readonly deadlineMs?: number; readonly run: Fault['run'] };

const way = (id: string, injected: string, { deadlineMs = ladderMs, ...rest }: Way): Fault => ({
  id: `network-${id}`,
  group: 'network',
  injected,
  deadlineMs,
  ...rest,
});

const name = (lookUp: LookUp, deadlineMs?: number) => (signal: AbortSignal) =>
  climbMail(
    { service: 'imap', port: 993, parts: { lookUp }, ...(deadlineMs === undefined ? {} : { deadlineMs }) },
    signal,
  );

const systemSays = (code: string) => (signal: AbortSignal) =>
  climbMail({ service: 'smtp', port: 465, parts: { connect: () => failing(new Socket(), code) } }, signal);

async function refused(addresses: readonly string[], signal: AbortSignal): Promise<Ended> {
  const { port, release } = await holdClosedPort();
  try {
    return await climbMail({ service: 'pop', port, parts: { lookUp: to(...addresses) } }, signal);
  } finally {
    await release();
  }
}

/** The dead address first; behind the living one a server that refuses the token, which shows that it was reached. */
async function deadThenAlive(dead: (port: number) => Promise<Dead>, signal: AbortSignal): Promise<Ended> {
  const good = await goodKeys();
  const script = imapScript({ login: (talk, tag) => talk.say(`${tag} NO [UNAVAILABLE] later`) });
  const server = await serveScript(script, good.keys);
  const first = await dead(server.port);
  try {
    const parts = { lookUp: to(first.address, '127.0.0.1') };
    const ended = await climbMail({ service: 'imap', port: server.port, ca: [good.authority.cert], parts }, signal);
    await untilTrue(async () => (await server.open()) === 0, 'a connection was left open');
    return ended;
  } finally {
    await first.close();
    await server.close();
  }
}

interface Dead {
  readonly address: string;
  close(): Promise<void>;
}

const still = (address: string) => async (): Promise<Dead> => ({ address, close: async () => {} });

async function dropped(signal: AbortSignal): Promise<Ended> {
  const { port, release } = await holdClosedPort();
  const silent = await silentAddress(port);
  try {
    const parts = { lookUp: to(silent.address) };
    return await climbMail({ service: 'smtp', port, deadlineMs: shortMs, parts }, signal);
  } finally {
    await silent.close();
    await release();
  }
}

export const addressFaults: readonly Fault[] = [
  way('name-unknown', 'the server’s name does not exist', {
    causes: ['name-not-found'],
    actor: 'you',
    run: name(refuseName('ENOTFOUND')),
  }),
  way('name-without-address', 'the server’s name exists and has no address', {
    causes: ['name-not-found'],
    actor: 'you',
    run: name(to()),
  }),
  way('name-service-fails', 'the name service answers “try again” (EAI_AGAIN)', {
    causes: ['name-service-silent'],
    actor: 'wait',
    run: name(refuseName('EAI_AGAIN')),
  }),
  way('name-service-silent', 'the name service never answers', {
    deadlineMs: 800,
    causes: ['name-service-silent'],
    actor: 'wait',
    run: name(() => new Promise(() => {}), 800),
  }),
  way('refused', 'nobody listens at the port', {
    causes: ['connection-refused'],
    actor: 'it',
    run: (signal) => refused(['127.0.0.1'], signal),
  }),
  way('refused-at-every-address', 'nobody listens at any of four addresses', {
    causes: ['connection-refused'],
    actor: 'it',
    run: (signal) => refused(['127.0.0.1', '127.0.0.2', '127.0.0.3', '127.0.0.4'], signal),
  }),
  way('dropped', 'packets to the port are dropped', {
    deadlineMs: shortMs,
    causes: ['connection-timeout'],
    actor: 'it',
    run: dropped,
  }),
  way('unreachable', 'no network leads to the address (a real ENETUNREACH)', {
    causes: ['no-route'],
    actor: 'you',
    run: name(to(unreachable)),
  }),
  way('down', 'the network card is down (ENETDOWN)', {
    causes: ['offline'],
    actor: 'wait',
    run: systemSays('ENETDOWN'),
  }),
  way('no-route', 'the router knows no way to the host (EHOSTUNREACH)', {
    causes: ['no-route'],
    actor: 'you',
    run: systemSays('EHOSTUNREACH'),
  }),
  way('forbidden-here', 'a packet filter of this computer forbids it (EPERM)', {
    causes: ['no-route'],
    actor: 'you',
    run: systemSays('EPERM'),
  }),
  way('no-own-address', 'this computer has no address for that network (EADDRNOTAVAIL)', {
    causes: ['no-route'],
    actor: 'you',
    run: systemSays('EADDRNOTAVAIL'),
  }),
  way('given-up-by-system', 'the system gives the connection up before the ladder does (ETIMEDOUT)', {
    causes: ['connection-timeout'],
    actor: 'it',
    run: systemSays('ETIMEDOUT'),
  }),
  way('first-unreachable-then-refused', 'first address without a route, second refuses: the telling one counts', {
    causes: ['connection-refused'],
    actor: 'it',
    run: (signal) => refused([unreachable, '127.0.0.1'], signal),
  }),
  way('first-refuses-second-alive', 'first address refuses; the second is reached, and busy', {
    causes: ['server-busy'],
    actor: 'wait',
    run: (signal) => deadThenAlive(still('127.0.0.9'), signal),
  }),
  way('first-unreachable-second-alive', 'first address without a route; the second is reached, and busy', {
    causes: ['server-busy'],
    actor: 'wait',
    run: (signal) => deadThenAlive(still(unreachable), signal),
  }),
  way('first-dropped-second-alive', 'first address drops packets (broken IPv6); the second is reached, and busy', {
    causes: ['server-busy'],
    actor: 'wait',
    run: (signal) => deadThenAlive(silentAddress, signal),
  }),
];
