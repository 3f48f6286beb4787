// Test only: a bridge with one account whose server is a script over real sockets, and programs that speak to it byte by byte or at once.
import { connect, createServer, type Server, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { BridgeSecurity } from '../../shared/bridge.ts';
import type { Service } from '../../shared/mail-provider.ts';
import type { Problem } from '../../shared/problem.ts';
import type { KeptBridge, KeptBridgeProgram } from '../setup/kept-bridge.ts';
import type { AccountRecord } from '../setup/memory.ts';
import type { Keys, Outcome } from '../setup/outside-world.ts';
import { Secret } from '../setup/secret.ts';
import type { BridgeLimits } from './bridge-limits.ts';
import type { BridgeParts, Road } from './bridge-parts.ts';
import { englishWords } from './english-words.ts';
import { makeBridge } from './make-bridge.ts';

export interface TrialWish {
  /** What the server does with a logged-in connection; echoes unless given. */
  readonly serve?: (socket: Socket) => void;
  readonly offers?: Partial<Record<Service, readonly string[]>>;
  readonly capabilities?: readonly string[];
  /** What the server says to a login. */
  readonly refuse?: () => Problem | null;
  /** What the keys say, when they say it. */
  readonly noKeys?: () => Problem | null | Promise<null>;
  /** The way to the server. */
  readonly noRoad?: () => Problem | null;
  readonly limits?: Partial<BridgeLimits>;
  readonly encrypts?: boolean;
  readonly after?: BridgeParts['clock']['after'];
  readonly sealed?: BridgeParts['sealed'];
}

export interface TrialBridge {
  readonly bridge: ReturnType<typeof makeBridge>;
  readonly kept: () => KeptBridge;
  readonly password: string;
  readonly secondPassword: string;
  /** How often a road was opened, and a login made. */
  readonly counts: { opened: number; closed: number; loggedIn: number };
  readonly tokens: string[];
  readonly refused: Problem[];
  readonly used: string[];
  readonly failures: unknown[];
  dial(service: Service, security?: BridgeSecurity): Promise<Program>;
  /** Switches programs off, or the whole bridge. */
  follow(change: (kept: KeptBridge) => KeptBridge): Promise<void>;
  stop(): Promise<void>;
}

export const account = {
  id: 'pat',
  address: 'pat@harbour.example',
  provider: {
    shortName: 'Harbour',
    servers: {
      imap: { host: 'localhost', port: 1, security: 'tls' },
      pop: { host: 'localhost', port: 2, security: 'tls' },
      smtp: { host: 'localhost', port: 3, security: 'tls' },
    },
  },
  loginNames: {},
} as unknown as AccountRecord;

const keys: Keys = { renewal: null, accessToken: new Secret('the-token'), validUntil: 1e15, clientSecret: null };

export async function openTrialBridge(wish: TrialWish = {}): Promise<TrialBridge> {
  const { serve = (socket) => void socket.pipe(socket), offers = {}, capabilities = ['IMAP4rev1', 'IDLE'] } = wish;
  const counts = { opened: 0, closed: 0, loggedIn: 0 };
  const [tokens, refused, used, failures]: [string[], Problem[], string[], unknown[]] = [[], [], [], []];
  const upstream = await listenAnywhere((socket) => {
    socket.on('error', () => undefined);
    serve(socket);
  });
  const road = (service: Service): Road => ({
    offers: offers[service] ?? [],
    close: () => {
      counts.closed += 1;
    },
    async logIn({ secret }) {
      tokens.push(secret.open());
      const problem = wish.refuse?.() ?? null;
      if (problem) return { ok: false, problem };
      counts.loggedIn += 1;
      const socket = connect({ port: upstream.port, host: '127.0.0.1', noDelay: true });
      await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
      return { ok: true, value: { socket, unread: Buffer.alloc(0), capabilities } };
    },
  });
  const bridge = makeBridge({
    clock: { now: Date.now, after: wish.after ?? afterMs },
    fresh: async (): Promise<Outcome<Keys>> => {
      const problem = (await wish.noKeys?.()) ?? null;
      return problem ? { ok: false, problem } : { ok: true, value: keys };
    },
    openRoad: async (_, service) => {
      counts.opened += 1;
      const problem = wish.noRoad?.() ?? null;
      return problem ? { ok: false, problem } : { ok: true, value: road(service) };
    },
    words: englishWords,
    hearer: {
      changed: () => undefined,
      used: (_, programId) => used.push(programId),
      refused: (_, problem) => refused.push(problem),
    },
    sealed: wish.sealed ?? { read: async () => null, write: async () => false },
    failed: (error) => failures.push(error),
    ...(wish.limits ? { limits: wish.limits } : {}),
  });
  const [one, two] = [bridge.makePassword('mutt'), bridge.makePassword('other')];
  const programs: readonly KeptBridgeProgram[] = [one.kept, two.kept];
  const ports = await freePorts();
  let kept: KeptBridge = { accountId: 'pat', isOn: true, encrypts: wish.encrypts ?? false, ports, programs };
  await bridge.follow([{ account, kept }]);
  return {
    bridge,
    kept: () => kept,
    password: one.password.open(),
    secondPassword: two.password.open(),
    counts,
    tokens,
    refused,
    used,
    failures,
    dial: (service, security = 'plain') => dial(ports[service][security], security),
    async follow(change) {
      kept = change(kept);
      await bridge.follow([{ account, kept }]);
    },
    async stop() {
      await bridge.stop();
      await upstream.stop();
    },
  };
}

const afterMs: BridgeParts['clock']['after'] = (ms, call) => {
  const timer = setTimeout(call, ms);
  return () => clearTimeout(timer);
};

interface Listening {
  readonly port: number;
  stop(): Promise<void>;
}

export async function listenAnywhere(take: (socket: Socket) => void): Promise<Listening> {
  const sockets = new Set<Socket>();
  const server: Server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    take(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

type Pair = { readonly plain: number; readonly tls: number };

async function freePorts(): Promise<Readonly<Record<Service, Pair>>> {
  const held = await Promise.all(Array.from({ length: 6 }, () => listenAnywhere(() => undefined)));
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = held.map(({ port }) => port);
  await Promise.all(held.map((each) => each.stop()));
  return { imap: { plain: a, tls: b }, pop: { plain: c, tls: d }, smtp: { plain: e, tls: f } };
}

/** A mail program: says bytes, and waits for what it is told. */
export interface Program {
  readonly socket: Socket;
  say(text: string): void;
  sayByteByByte(text: string): Promise<void>;
  /** Waits until the text so far matches, and takes it away up to the end of the match. Rejects when the connection ends first. */
  hear(pattern: RegExp): Promise<string>;
  /** All that came, not yet heard. */
  unheard(): string;
  readonly gone: Promise<void>;
}

export async function dial(port: number, security: BridgeSecurity = 'plain', host = '127.0.0.1'): Promise<Program> {
  const socket =
    security === 'plain'
      ? connect({ port, host, noDelay: true })
      : connectTls({ port, host, rejectUnauthorized: false });
  socket.on('error', () => undefined);
  let said = '';
  let wake: () => void = () => undefined;
  let ended = false;
  const onEnd = (): void => {
    ended = true;
    wake();
  };
  socket.on('data', (chunk: Buffer) => {
    said += chunk.toString('latin1');
    wake();
  });
  socket.on('end', onEnd);
  socket.on('close', onEnd);
  const gone = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  await Promise.race([
    gone,
    new Promise<void>((resolve) => socket.once(security === 'plain' ? 'connect' : 'secureConnect', () => resolve())),
  ]);
  return {
    socket,
    gone,
    say: (text) => void socket.write(text, 'latin1'),
    async sayByteByByte(text) {
      for (const sign of text) {
        socket.write(sign, 'latin1');
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
    async hear(pattern) {
      for (;;) {
        const found = pattern.exec(said);
        if (found) {
          const until = found.index + found[0].length;
          const text = said.slice(0, until);
          said = said.slice(until);
          return text;
        }
        if (ended) throw new Error(`The connection ended; it said: ${said.slice(0, 500)}`);
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    unheard: () => said,
  };
}
