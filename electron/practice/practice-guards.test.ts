// What practice refuses: strangers, oversized input, unknown apps, addresses that are not this computer's.
import { request } from 'node:http';
import { connect as connectPlain } from 'node:net';
import { connect } from 'node:tls';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { services } from '../../shared/mail-provider.ts';
import type { Practice } from './practice.ts';
import { beginRoad, discover, logIn, signIn, talk } from './practice-client.test-part.ts';
import { english } from './practice-words.test-part.ts';
import { startPractice } from './start-practice.ts';
import { makeVisitor } from './visitor.test-part.ts';

let practice: Practice;
let issuer = '';
const faults: Error[] = [];

beforeAll(async () => {
  practice = await startPractice({ ...english, onFault: (error) => faults.push(error) });
  issuer = practice.provider.issuer ?? '';
});
afterAll(async () => {
  await practice.stop();
});

const asked = {
  client_id: 'postkey-practice',
  response_type: 'code',
  scope: 'openid',
  redirect_uri: 'http://127.0.0.1:9/',
};
const proof = { code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM', code_challenge_method: 'S256' };
const open = (query: Readonly<Record<string, string>>) =>
  makeVisitor(issuer).open(`${issuer}/authorize?${new URLSearchParams(query)}`);

test('answers to its own name only', async () => {
  const status = await new Promise((resolve, reject) => {
    request(`${issuer}/.well-known/openid-configuration`, { headers: { host: 'rebound.example' } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
  expect(status).toBe(421);
});

test('insists on PKCE, on a known app and on a return address on this computer', async () => {
  expect((await open({ ...asked })).url.searchParams.get('error')).toBe('invalid_request');
  expect((await open({ ...asked, ...proof })).page?.querySelector('h1')?.textContent).toBe('Sign in');
  const unknown = await open({ ...asked, ...proof, client_id: 'nobody' });
  expect(unknown.page?.querySelector('.said')?.textContent).toContain('invalid_client');
  for (const away of [
    'https://elsewhere.example/',
    'http://elsewhere.example/',
    'http://127.0.0.1.elsewhere.example/',
    'http://127.0.0.1@elsewhere.example/',
    'postkey://back',
  ]) {
    const refused = await open({ ...asked, ...proof, redirect_uri: away });
    expect(refused.page?.querySelector('.said')?.textContent).toContain('invalid_redirect_uri');
  }
});

test('a page that was answered, or never was, says so; so does an address with nothing behind it', async () => {
  const { visitor, first } = await beginRoad(practice, await discover(practice));
  await visitor.press(first, 'cancel');
  const again = await visitor.press(first, 'go-on', { password: 'x' });
  expect([again.status, again.page?.querySelector('h1')?.textContent]).toEqual([400, 'This page is too old']);
  const nothing = await visitor.open(`${issuer}/nothing`);
  expect([nothing.status, nothing.page?.querySelector('h1')?.textContent]).toEqual([
    404,
    'There is nothing at this address',
  ]);
  expect((await visitor.open(`${issuer}/favicon.ico`)).status).toBe(204);
});

test('a form larger than any of its pages is refused', async () => {
  const { visitor, first } = await beginRoad(practice, await discover(practice));
  const refused = await visitor.press(first, 'go-on', { address: 'a'.repeat(2_000_000), password: 'x' });
  expect(refused.status).toBe(413);
});

test('mail servers answer nonsense, refuse passwords, and hang up on a line without an end', async () => {
  const tls = { ca: [...practice.ca], servername: 'localhost' };
  const { imap, pop } = practice.provider.servers;
  const said = await talk(imap?.port ?? 0, tls, [
    'a1 LOGIN pat secret',
    'a2 SELECT INBOX',
    'a3 __proto__',
    'a4 AUTHENTICATE XOAUTH2 bm90IGl0',
    'a5 LOGOUT',
  ]);
  expect(said.match(/^a\d \w+/gmu)).toEqual(['a1 NO', 'a2 BAD', 'a3 BAD', 'a4 BAD', 'a5 OK']);
  const popSaid = await talk(pop?.port ?? 0, tls, ['USER pat', 'STAT', 'constructor', 'AUTH XOAUTH2', '*', 'QUIT']);
  expect(popSaid.match(/^-ERR/gmu)).toHaveLength(4);
  const endless = new Promise<string>((resolve) => {
    const socket = connect({ host: '127.0.0.1', port: imap?.port ?? 0, ...tls }, () =>
      socket.write('x'.repeat(100_000)),
    );
    socket.on('error', () => undefined);
    socket.on('close', () => resolve('closed'));
    socket.resume();
  });
  expect(await endless).toBe('closed');
});

test('goes on when clients break off, speak plain text or send rubbish', async () => {
  const config = await discover(practice);
  const { first } = await beginRoad(practice, config);
  const ports = services.map((service) => practice.provider.servers[service]?.port ?? 0);
  const plain = (port: number, text: string) =>
    new Promise<void>((resolve) => {
      const socket = connectPlain({ host: '127.0.0.1', port }, () => socket.write(text));
      socket.on('error', () => undefined);
      socket.on('close', () => resolve());
      socket.resume();
    });
  await Promise.all(ports.map((port) => plain(port, 'GET / HTTP/1.1\r\n\r\n')));
  await plain(Number(new URL(issuer).port), '\u0000 rubbish\r\n\r\n');
  await Promise.all(
    ports.map(
      (port) =>
        new Promise<void>((resolve) => {
          const socket = connect({ host: '127.0.0.1', port, ca: [...practice.ca], servername: 'localhost' }, () => {
            socket.write('a1 AUTHENTICATE XOAU', () => socket.destroy());
          });
          socket.on('close', () => resolve());
        }),
    ),
  );
  await new Promise<void>((resolve) => {
    const broken = request(first.url, { method: 'POST', headers: { 'content-length': '500' } });
    broken.on('error', () => resolve());
    broken.write('act=go-on', () => broken.destroy());
  });
  const tokens = await signIn(practice, config);
  for (const service of services) expect(await logIn(practice, service, tokens.access_token)).toBeNull();
  expect(faults).toEqual([]);
});
