// The bridge as it runs in Postkey: in a thread of its own, with main's keys and trust, over real roads to a server with real encryption.
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { problemOf } from '../shared/problem.ts';
import { englishWords, fillSentences } from './bridge/english-words.ts';
import { makeThreadBridge, type RunningThread, type ThreadHostParts } from './bridge/thread-host.ts';
import { dial } from './bridge/trial-bridge.test-part.ts';
import { imapScript } from './mail-check/mail-scripts.test-part.ts';
import { type ScriptedServer, serveScript } from './mail-check/scripted-server.test-part.ts';
import { type Authority, makeAuthority } from './mail-check/trial-certificates.test-part.ts';
import type { BridgeSeen } from './setup/bridge-world.ts';
import type { KeptBridge } from './setup/kept-bridge.ts';
import type { AccountRecord } from './setup/memory.ts';
import { Secret } from './setup/secret.ts';

const entry = join(import.meta.dirname, 'bridge-thread.ts');
let authority: Authority;
beforeAll(async () => {
  authority = await makeAuthority('Thread');
});

const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

interface Made {
  readonly bridge: ReturnType<typeof makeThreadBridge>;
  readonly server: ScriptedServer;
  readonly workers: Worker[];
  readonly failures: unknown[];
  readonly used: string[];
  readonly kept: KeptBridge;
  readonly account: AccountRecord;
  readonly password: string;
  readonly seen: () => BridgeSeen;
}

async function open({
  isPractice = false,
  ...change
}: Partial<ThreadHostParts> & { readonly isPractice?: boolean } = {}): Promise<Made> {
  const script = imapScript({
    greeting: '* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=XOAUTH2] ready',
    login: (talk, tag, response) => {
      const isGood = Buffer.from(response, 'base64').toString().includes('Bearer good-token');
      talk.say(isGood ? `${tag} OK [CAPABILITY IMAP4rev1 IDLE] in` : `${tag} NO [AUTHENTICATIONFAILED] no`);
    },
  });
  const server = await serveScript(script, await authority.issue(['localhost']));
  stops.push(() => server.close());
  const [workers, failures, used]: [Worker[], unknown[], string[]] = [[], [], []];
  const start = (): RunningThread => {
    const worker = new Worker(entry, { workerData: { proxy: null } });
    workers.push(worker);
    const broke = new Promise<unknown>((resolve) => {
      worker.once('error', resolve);
      worker.once('exit', () => resolve(new Error('ended')));
    });
    return { port: worker, broke, stop: () => worker.terminate() };
  };
  const account = {
    id: 'pat',
    address: 'pat@harbour.example',
    provider: { servers: { imap: { host: 'localhost', port: server.port, security: 'tls' } } },
    loginNames: {},
  } as unknown as AccountRecord;
  const bridge = makeThreadBridge({
    clock: {
      now: Date.now,
      after: (ms, call) => {
        const timer = setTimeout(call, Math.min(ms, 50));
        return () => clearTimeout(timer);
      },
    },
    start,
    fresh: async () => ({
      ok: true,
      value: { accessToken: new Secret('good-token'), renewal: null, clientSecret: null, validUntil: 1 },
    }),
    place: () => ({
      server: { host: 'localhost', port: server.port, security: 'tls' },
      ca: [authority.cert],
      isPractice,
    }),
    practiceFind: async () => [],
    practiceConnect: async () => true as const,
    proxyLogin: async () => null,
    sentences: async () => fillSentences(englishWords),
    language: () => 'en',
    sealed: { read: async () => null, write: async () => false },
    hearer: { changed: () => undefined, used: (_, programId) => used.push(programId), refused: () => undefined },
    failed: (error) => failures.push(error),
    ...change,
  });
  stops.push(() => bridge.stop());
  const made = bridge.makePassword('mutt');
  const ports = await bridge.choosePorts(['imap'], []);
  const kept: KeptBridge = { accountId: 'pat', isOn: true, encrypts: false, ports, programs: [made.kept] };
  await bridge.follow([{ account, kept }]);
  const seen = () => bridge.seen('pat');
  return { bridge, server, workers, failures, used, kept, account, password: made.password.open(), seen };
}

async function logIn({ kept, password }: Made) {
  const program = await dial(kept.ports.imap?.plain ?? 0);
  program.say(`a LOGIN pat ${password}\r\nb SELECT INBOX\r\n`);
  return program;
}

it('takes a program to its mail with main’s token, tells what is shown, and frees all when stopped', async () => {
  const made = await open();
  expect(made.bridge.doors(made.kept, ['imap'])).toMatchObject([{ service: 'imap', state: 'open' }]);
  const program = await logIn(made);
  expect(await program.hear(/b OK/u)).toContain('a OK [CAPABILITY IMAP4rev1 IDLE] Logged in through Postkey');
  await expect.poll(() => made.seen().sessions).toBe(1);
  expect(made.used).toEqual([made.kept.programs[0]?.id]);
  await made.bridge.stop();
  await program.gone;
  expect(await made.bridge.holderOf(made.kept.ports.imap?.plain ?? 0)).toBeNull();
  expect(made.failures).toEqual([]);
});

it.each([
  [
    'keys that cannot be opened',
    { fresh: async () => ({ ok: false as const, problem: problemOf('key-store-locked') }) },
    '8-STORE-SHUT',
  ],
  ['a server that nobody vouches for', { place: undefined }, '10-SIGNER'],
] as const)('says why with %s', async (_, change, code) => {
  const server = await serveScript(() => undefined, await authority.issue(['localhost']));
  stops.push(() => server.close());
  const unknown = () => ({
    server: { host: 'localhost', port: server.port, security: 'tls' } as const,
    ca: [],
    isPractice: false,
  });
  const made = await open('place' in change ? { place: unknown } : change);
  const program = await logIn(made);
  expect(await program.hear(/^a NO .*\r\n/mu)).toContain(`Code ${code}`);
  await expect.poll(() => made.seen().refusal?.service).toBe('imap');
});

it('practice’s way is main’s to say', async () => {
  const failure = { failure: { kind: 'network', code: 'ENOTFOUND' } };
  const made = await open({
    place: () => ({ server: { host: 'imap.practice.invalid', port: 1, security: 'tls' }, ca: [], isPractice: true }),
    practiceFind: async () => failure,
  });
  const program = await logIn(made);
  expect(await program.hear(/^a NO .*\r\n/mu)).toContain('Code 10-NAME');
});

it('takes a program to practice where main lets it through', async () => {
  const asked: string[] = [];
  const made = await open({
    practiceFind: async ({ host }) => {
      asked.push(host);
      return ['127.0.0.1'];
    },
    practiceConnect: async ({ addresses }) => {
      asked.push(...addresses);
      return true as const;
    },
    // Practice's own authority vouches for it as any other does.
    isPractice: true,
  });
  const program = await logIn(made);
  await program.hear(/b OK/u);
  expect(asked).toEqual(['localhost', '127.0.0.1']);
});

it('speaks the person’s language', async () => {
  const made = await open({
    sentences: async () => ({ ...fillSentences(englishWords), ready: 'Postkey est prêt' }),
    language: () => 'fr',
  });
  const program = await dial(made.kept.ports.imap?.plain ?? 0);
  expect(await program.hear(/\r\n/u)).toContain('Postkey est pret');
});

it('is begun anew when it breaks, and the doors are open again', async () => {
  const told: string[] = [];
  let state = (): string => 'not made';
  const hearer = { changed: () => void told.push(state()), used: () => undefined, refused: () => undefined };
  const made = await open({ hearer });
  state = () => made.bridge.doors(made.kept, ['imap'])[0]?.state ?? '';
  told.length = 0;
  await made.workers[0]?.terminate();
  await expect.poll(() => told[0]).toBe('closed');
  await expect.poll(() => made.workers.length).toBe(2);
  await expect.poll(() => made.bridge.doors(made.kept, ['imap'])[0]?.state).toBe('open');
  expect(made.failures).toHaveLength(1);
  const program = await logIn(made);
  await program.hear(/b OK/u);
});

it('is begun anew ever more slowly while it breaks at once', async () => {
  const waits: number[] = [];
  const after: ThreadHostParts['clock']['after'] = (ms, call) => {
    waits.push(ms);
    const timer = setTimeout(call, 1);
    return () => clearTimeout(timer);
  };
  const start = (): RunningThread => ({
    port: { postMessage: () => undefined, on: () => undefined },
    broke: Promise.resolve(new Error('no such bundle')),
    stop: async () => undefined,
  });
  const made = await open({ clock: { now: Date.now, after }, start });
  await expect.poll(() => waits.length).toBeGreaterThan(8);
  expect(waits.slice(0, 8)).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
  await made.bridge.stop();
});

it('says whose a port is', async () => {
  const holder = createServer((socket: Socket) => socket.destroy());
  await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
  stops.push(() => new Promise((resolve) => holder.close(resolve)));
  const made = await open();
  const address = holder.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const kept = { ...made.kept, ports: { imap: { plain: port, tls: 1 } } };
  await made.bridge.follow([{ account: made.account, kept }]);
  await expect.poll(() => made.bridge.doors(kept, ['imap'])[0]).toMatchObject({ state: 'taken' });
});
