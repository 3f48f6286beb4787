// What the tests of this room share: the English words, a clock moved by hand, and a client that says its bytes exactly.
// Must not be imported by shipped code.
import { connect, createServer } from 'node:net';
import { onTestFinished } from 'vitest';
import english from '../../../shared/words/en/browser-page.json' with { type: 'json' };
import type { Clock, Listening } from '../../setup/outside-world.ts';
import type { LoopbackLimits } from './bind-loopback.ts';
import type { BrowserPageWords } from './browser-page-words.ts';
import type { RefusedRequest } from './judge-request.ts';
import { makeLoopback } from './make-loopback.ts';

/** Looks a key up; throws on a missing key or a placeholder without value, so that no test passes over one. */
export const englishWords: BrowserPageWords = (key, values = {}) => {
  const found = key
    .split('.')
    .reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], english);
  if (typeof found !== 'string') throw new Error(`No words for ${key}`);
  return found.replace(/\{\{(\w+)\}\}/gu, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`${key} wants ${name}`);
    return value;
  });
};

export interface HandClock extends Clock {
  /** Moves the time and calls what is due, in order. */
  advance(ms: number): void;
  /** Moves the time as a sleeping computer does: nothing is called. */
  sleep(ms: number): void;
  waiting(): number;
}

export function makeHandClock(startAt = 1_700_000_000_000): HandClock {
  let now = startAt;
  const due = new Map<() => void, number>();
  return {
    now: () => now,
    after: (ms, call) => {
      const entry = () => call();
      due.set(entry, now + ms);
      return () => due.delete(entry);
    },
    advance: (ms) => {
      const until = now + ms;
      for (;;) {
        const [next] = [...due].filter(([, at]) => at <= until).sort(([, a], [, b]) => a - b);
        if (!next) break;
        due.delete(next[0]);
        now = Math.max(now, next[1]);
        next[0]();
      }
      now = until;
    },
    sleep: (ms) => {
      now += ms;
      for (const [entry, at] of due) due.set(entry, at + ms);
    },
    waiting: () => due.size,
  };
}

export interface RawReply {
  readonly status: number;
  readonly head: string;
  readonly body: string;
  /** Everything that came, replies to pipelined requests included. */
  readonly all: string;
}

/** Says the bytes and listens until the other side closes. Rejects when no connection is made. */
export function speak(port: number, bytes: string | Buffer, address = '127.0.0.1'): Promise<RawReply> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let isConnected = false;
    const socket = connect({ host: address, port }, () => {
      isConnected = true;
      socket.write(bytes);
    });
    socket.on('data', (chunk) => chunks.push(chunk));
    // A listener that cuts a greedy client resets the connection; what was read before counts.
    socket.on('error', (error) => {
      if (!isConnected) reject(error);
    });
    socket.on('close', () => {
      const all = Buffer.concat(chunks).toString('utf8');
      const gap = all.indexOf('\r\n\r\n');
      const status = Number(/^HTTP\/1\.1 (\d{3})/u.exec(all)?.[1] ?? 0);
      resolve({ status, head: gap < 0 ? all : all.slice(0, gap), body: gap < 0 ? '' : all.slice(gap + 4), all });
    });
  });
}

/** A request as a browser makes it; `headers` come after Host. */
export function browserGet(port: number, target: string, headers: readonly string[] = [], method = 'GET'): string {
  return [`${method} ${target} HTTP/1.1`, `Host: 127.0.0.1:${port}`, ...headers, '', ''].join('\r\n');
}

export interface OpenedForTest {
  readonly listening: Listening;
  readonly port: number;
  readonly clock: HandClock;
  readonly refused: RefusedRequest[];
  readonly bugs: unknown[];
  readonly abort: AbortController;
  /** What the answer came to; null while it is open. */
  readonly now: () => Awaited<Listening['answer']> | null;
}

interface OpenWish {
  readonly limits?: LoopbackLimits;
  readonly host?: '127.0.0.1' | 'localhost';
  readonly words?: BrowserPageWords;
}

/** Opens a real listener that expects the state "right"; closed when the test ends. */
export async function openForTest(wish: OpenWish = {}): Promise<OpenedForTest> {
  const clock = makeHandClock();
  const refused: RefusedRequest[] = [];
  const bugs: unknown[] = [];
  const abort = new AbortController();
  const loopback = makeLoopback({
    words: wish.words ?? englishWords,
    language: () => 'en',
    direction: () => 'ltr',
    clock,
    limits: wish.limits ?? { connectionMs: 5_000, connections: 48 },
    onRefused: (reason) => refused.push(reason),
    logUnexpected: (error) => bugs.push(error),
  });
  const opened = await loopback.open(
    { host: wish.host ?? '127.0.0.1', deadlineMs: 300_000, providerName: 'Harbour & Co' },
    abort,
  );
  if (!opened.ok) throw new Error(opened.problem.code);
  const listening = opened.value;
  onTestFinished(() => listening.close());
  listening.expect('right');
  let answer: Awaited<Listening['answer']> | null = null;
  void listening.answer.then((value) => {
    answer = value;
  });
  const port = Number(new URL(listening.redirectUri).port);
  return { listening, port, clock, refused, bugs, abort, now: () => answer };
}

/** Whether this computer has ::1 at all. */
export function hasIpv6Loopback(): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ host: '::1', port: 0 }, () => probe.close(() => resolve(true)));
  });
}
