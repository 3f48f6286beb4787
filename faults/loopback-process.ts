// A process of its own for one fault: in a network of its own, where every port the system could give is taken, it opens the port that
// waits for the browser, and prints what came of it.
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { systemClock } from '../electron/desktop/system-clock.ts';
import { englishWords } from '../electron/sign-in/loopback/loopback.test-part.ts';
import { makeLoopback } from '../electron/sign-in/loopback/make-loopback.ts';

const ports = [50_000, 50_001] as const;
const interfaces = readFileSync('/proc/net/dev', 'utf8').match(/^\s*[\w.-]+:/gmu) ?? [];
if (interfaces.length > 1) throw new Error('This is not a network of its own.');
// Of this network alone: the file shows each network its own.
writeFileSync('/proc/sys/net/ipv4/ip_local_port_range', ports.join(' '));
const takers = ports.map((port) => createServer().listen(port, '127.0.0.1'));
await Promise.all(takers.map((taker) => once(taker, 'listening')));

const loopback = makeLoopback({
  words: englishWords,
  language: () => 'en',
  direction: () => 'ltr',
  clock: systemClock,
  logUnexpected: (error) => {
    throw error;
  },
});
const wish = { host: '127.0.0.1', deadlineMs: 2_000, providerName: 'Harbour & Co' } as const;
const opened = await loopback.open(wish, { signal: AbortSignal.timeout(4_000) });
process.stdout.write(JSON.stringify(opened.ok ? { ok: true } : opened));
if (opened.ok) opened.value.close();
for (const taker of takers) taker.close();
