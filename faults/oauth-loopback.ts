// What comes to the port that waits for the browser, and is not the browser: strangers, garbage, crowds; and a browser that never comes.
import { execFile } from 'node:child_process';
import { connect, type Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { systemClock } from '../electron/desktop/system-clock.ts';
import type { Listening, Outcome, RedirectAnswer } from '../electron/setup/outside-world.ts';
import { browserGet, englishWords, speak } from '../electron/sign-in/loopback/loopback.test-part.ts';
import { makeLoopback } from '../electron/sign-in/loopback/make-loopback.ts';
import { causesOf, type Ended, type Fault, NotPossibleHere, secretsUsed } from './fault.ts';
import { untilTrue } from './mail-trial.ts';

const waitMs = 2_000;
const { code } = secretsUsed;

interface Waiting {
  readonly port: number;
  readonly listening: Listening;
  readonly attempt: AbortController;
  /** What the listener did not take, and why. */
  readonly refused: readonly string[];
}

/** `visit` does what is wrong; the right answer comes afterwards where it answers true. */
async function waitFor(visit: (waiting: Waiting) => Promise<boolean>, signal: AbortSignal): Promise<Ended> {
  const refused: string[] = [];
  const bugs: unknown[] = [];
  const loopback = makeLoopback({
    words: englishWords,
    language: () => 'en',
    direction: () => 'ltr',
    clock: systemClock,
    onRefused: (reason) => refused.push(reason),
    logUnexpected: (error) => bugs.push(error),
  });
  const attempt = new AbortController();
  signal.addEventListener('abort', () => attempt.abort());
  const wish = { host: '127.0.0.1', deadlineMs: waitMs, providerName: 'Harbour & Co' } as const;
  const opened = await loopback.open(wish, attempt);
  if (!opened.ok) return { causes: causesOf(opened), said: JSON.stringify(opened) };
  const listening = opened.value;
  const port = Number(new URL(listening.redirectUri).port);
  listening.expect('right');
  const begun = performance.now();
  const followed = visit({ port, listening, attempt, refused }).then(async (isFollowed) => {
    if (isFollowed) await speak(port, browserGet(port, `/?code=${encodeURIComponent(code)}&state=right`));
  });
  const [outcome] = await Promise.all([listening.answer, followed.catch(() => undefined)]);
  const tookMs = Math.round(performance.now() - begun);
  listening.close();
  await untilTrue(() => isClosed(port), 'the port was left open');
  if (bugs.length > 0) throw bugs[0];
  return {
    ...endOf(outcome, refused),
    said: JSON.stringify({ problem: outcome.ok ? null : outcome, refused }),
    tookMs,
  };
}

function endOf(outcome: Outcome<RedirectAnswer>, refused: readonly string[]): Omit<Ended, 'said'> {
  const kinds = [...new Set(refused)].join(', ');
  const verdict = outcome.ok ? `${kinds === '' ? '' : `${kinds}; `}the right answer is taken` : kinds;
  if (outcome.ok && outcome.value['code'] !== code) throw new Error('a stranger’s code was taken');
  return { causes: causesOf(outcome), ...(verdict === '' ? {} : { verdict }) };
}

const isClosed = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.once('error', () => resolve(true));
    socket.once('connect', () => {
      socket.destroy();
      resolve(false);
    });
  });

const bytes =
  (text: string | Buffer) =>
  async ({ port }: Waiting): Promise<boolean> => {
    await speak(port, text);
    return true;
  };
const get =
  (target: string, headers: readonly string[] = [], method = 'GET') =>
  async ({ port }: Waiting): Promise<boolean> => {
    await speak(port, browserGet(port, target, headers, method));
    return true;
  };

type Met = Pick<Fault, 'causes' | 'actor'> & { readonly verdict?: string };
const visit = (id: string, injected: string, met: Met, what: (waiting: Waiting) => Promise<boolean>): Fault => ({
  id: `oauth-way-back-${id}`,
  group: 'oauth',
  injected,
  deadlineMs: waitMs,
  ...met,
  run: (signal) => waitFor(what, signal),
});
const taken = (refused = ''): Met => ({
  causes: [],
  actor: 'nobody',
  verdict: `${refused === '' ? '' : `${refused}; `}the right answer is taken`,
});

function crowd(port: number, size: number): Promise<readonly Socket[]> {
  return Promise.all(
    Array.from(
      { length: size },
      () =>
        new Promise<Socket>((resolve, reject) => {
          const socket = connect({ host: '127.0.0.1', port }, () => {
            socket.off('error', reject);
            socket.on('error', () => undefined);
            resolve(socket);
          });
          socket.once('error', reject);
        }),
    ),
  );
}

const run = promisify(execFile);
const alone = fileURLToPath(new URL('./loopback-process.ts', import.meta.url));

/** The ports of this computer are everybody's: they are taken in a network of the fault's own. */
const portsTaken: Fault = {
  id: 'oauth-way-back-ports-taken',
  group: 'oauth',
  injected: 'other programs have every port',
  deadlineMs: 15_000,
  causes: ['port-taken'],
  actor: 'you',
  run: async (signal) => {
    await run('unshare', ['-n', 'true']).catch(() => {
      throw new NotPossibleHere('only root may have a network of its own');
    });
    const { stdout } = await run('unshare', ['-n', process.execPath, '--no-warnings', alone], { signal });
    const outcome = JSON.parse(stdout) as Outcome<null>;
    return { causes: causesOf(outcome), said: stdout };
  },
};

export const loopbackFaults: readonly Fault[] = [
  portsTaken,
  visit('nobody', 'the browser never comes back', { causes: ['no-answer'], actor: 'you' }, async () => false),
  visit('closed', 'the person gives up', { causes: ['took-too-long'], actor: 'wait' }, async ({ attempt }) => {
    attempt.abort();
    return false;
  }),
  visit(
    'stranger',
    'a stranger brings a code with another state',
    taken('older-try'),
    get('/?code=stolen&state=wrong'),
  ),
  visit(
    'stranger-only',
    'nobody but strangers come',
    { causes: ['no-answer'], actor: 'you', verdict: 'older-try' },
    async (waiting) => {
      for (const state of ['a', 'b', 'c']) await get(`/?code=stolen&state=${state}`)(waiting);
      return false;
    },
  ),
  visit('state-twice', 'a state that comes twice', taken('doubled'), get('/?code=a&state=right&state=wrong')),
  visit('code-twice', 'a code that comes twice', taken('doubled'), get('/?code=a&code=b&state=right')),
  visit('stateless', 'a code without state', taken('code-without-state'), get('/?code=a')),
  visit('stateless-error', 'an error without state', taken('error-without-state'), get('/?error=access_denied')),
  visit('other-name', 'a page of another name that leads here', taken('host'), async ({ port }) => {
    await speak(port, `GET /?code=a&state=right HTTP/1.1\r\nHost: evil.example:${port}\r\n\r\n`);
    return true;
  }),
  visit(
    'posted',
    'an answer that is posted',
    taken('method'),
    get('/?code=a&state=right', ['Content-Length: 0'], 'POST'),
  ),
  visit(
    'fetched-ahead',
    'a browser that fetches the page ahead',
    taken('preview'),
    get('/?code=a&state=right', ['Sec-Purpose: prefetch']),
  ),
  visit('looked-at', 'a scanner that looks with HEAD', taken(), get('/?code=a&state=right', [], 'HEAD')),
  visit('other-path', 'a path nobody asked for', taken('path'), get('/favicon.ico')),
  visit(
    'encrypted',
    'the greeting of an encrypted connection',
    taken('malformed'),
    bytes(Buffer.from('1603010200010001fc0303', 'hex')),
  ),
  visit(
    'too-long',
    'a request of 64 kilobytes',
    taken('malformed'),
    bytes(`GET /?x=${'x'.repeat(65_536)} HTTP/1.1\r\n\r\n`),
  ),
  visit('crowd', 'sixty connections that say nothing', taken(), async ({ port }) => {
    await crowd(port, 60);
    return true;
  }),
  visit('dawdler', 'a visitor who stops in the middle of the request', taken(), async ({ port }) => {
    const [socket] = await crowd(port, 1);
    socket?.write('GET /?code=a&state=ri');
    return true;
  }),
  visit('pasted-old', 'an address of an older try is pasted', taken(), async ({ listening }) => {
    const said = listening.paste('http://127.0.0.1:1/?code=a&state=wrong');
    if (said !== 'paste-older-try') throw new Error(`the paste was ${said}`);
    return true;
  }),
];
