// Starting, stopping and going on in a later run.
import { connect as connectPlain } from 'node:net';
import { connect } from 'node:tls';
import * as oidc from 'openid-client';
import { afterEach, expect, test } from 'vitest';
import { services } from '../../shared/mail-provider.ts';
import { Secret } from '../setup/secret.ts';
import type { Practice, PracticeParts } from './practice.ts';
import { discover, logIn, signIn } from './practice-client.test-part.ts';
import { english } from './practice-words.test-part.ts';
import { startPractice } from './start-practice.ts';

const running: Practice[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((practice) => practice.stop()));
});

async function start(parts: Partial<PracticeParts> = {}): Promise<Practice> {
  const practice = await startPractice({ ...english, ...parts });
  running.push(practice);
  return practice;
}

const mailPorts = ({ provider }: Practice) => services.map((service) => provider.servers[service]?.port ?? 0);
const portsOf = (practice: Practice) => [Number(new URL(practice.provider.issuer ?? '').port), ...mailPorts(practice)];

const isOpen = (port: number, host: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connectPlain({ port, host });
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });

test('stop frees every port, ends open connections and may be called twice', async () => {
  const practice = await start();
  const ended = Promise.all(
    mailPorts(practice).map(
      (port) =>
        new Promise<void>((resolve) => {
          const socket = connect({ port, host: '127.0.0.1', ca: [...practice.ca], servername: 'localhost' });
          socket.on('error', () => undefined);
          socket.on('close', () => resolve());
          socket.resume();
        }),
    ),
  );
  const halfShaken = connectPlain({ port: practice.provider.servers.imap?.port ?? 0, host: '127.0.0.1' });
  const halfEnded = new Promise<void>((resolve) =>
    halfShaken.on('error', () => undefined).on('close', () => resolve()),
  );
  await new Promise((resolve) => halfShaken.once('connect', resolve));
  await Promise.all([practice.stop(), practice.stop()]);
  await ended;
  await halfEnded;
  for (const port of portsOf(practice)) {
    for (const host of ['127.0.0.1', '::1']) expect(await isOpen(port, host)).toBe(false);
  }
  expect(process.getActiveResourcesInfo().filter((name) => /TLSWrap|TCPServer|Timeout/u.test(name))).toEqual([]);
});

test('two practices run side by side and do not know each other’s tokens', async () => {
  const [one, two] = await Promise.all([start(), start()]);
  const tokens = await signIn(one, await discover(one));
  expect(await logIn(one, 'imap', tokens.access_token)).toBeNull();
  expect(await logIn(two, 'imap', tokens.access_token)).not.toBeNull();
  expect(new Set([...portsOf(one), ...portsOf(two)]).size).toBe(8);
});

test('goes on in a later run with sealed state: same ports, and tokens stay good', async () => {
  let changes = 0;
  const first = await start({ onStateChange: () => (changes += 1) });
  const tokens = await signIn(first, await discover(first));
  expect(changes).toBeGreaterThan(0);
  const state = first.exportState();
  expect(`${state}${JSON.stringify(state)}`).not.toContain(tokens.refresh_token);
  await first.stop();

  const second = await start({ state });
  expect(portsOf(second)).toEqual(portsOf(first));
  expect(second.ca).not.toEqual(first.ca);
  expect(await logIn(second, 'smtp', tokens.access_token)).toBeNull();
  const renewed = await oidc.refreshTokenGrant(await discover(second), tokens.refresh_token ?? '');
  expect(await logIn(second, 'imap', renewed.access_token)).toBeNull();
});

test('takes other ports when its own are taken, and starts afresh from a state it cannot read', async () => {
  const first = await start();
  const beside = await start({ state: first.exportState() });
  expect(new Set([...portsOf(first), ...portsOf(beside)]).size).toBe(8);
  const fresh = await start({ state: new Secret('{"practiceState":7}') });
  expect(await logIn(fresh, 'imap', (await signIn(fresh, await discover(fresh))).access_token)).toBeNull();
});
