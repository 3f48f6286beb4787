// The good roads through practice, with the libraries of real mail apps.
import * as oidc from 'openid-client';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Practice } from './practice.ts';
import { bearerText, beginRoad, discover, logIn, returnAddress, signIn, talk } from './practice-client.test-part.ts';
import { english } from './practice-words.test-part.ts';
import { startPractice } from './start-practice.ts';
import { makeVisitor } from './visitor.test-part.ts';

let practice: Practice;
let config: oidc.Configuration;
const faults: Error[] = [];
const printed = (['log', 'info', 'warn', 'error'] as const).map((name) => vi.spyOn(console, name));

beforeAll(async () => {
  practice = await startPractice({ ...english, onFault: (error) => faults.push(error) });
  config = await discover(practice);
});
afterAll(async () => {
  await practice.stop();
});

test('signs in, opens all three mailboxes, renews, and logs in with what was renewed', async () => {
  const tokens = await signIn(practice, config);
  expect(tokens.claims()).toMatchObject({ email: 'pat@practice.example', name: 'Pat Moreno', email_verified: true });
  expect(tokens.scope?.split(' ').sort()).toEqual([
    'email',
    'mail.imap',
    'mail.pop',
    'mail.smtp',
    'offline_access',
    'openid',
    'profile',
  ]);
  for (const service of ['imap', 'pop', 'smtp'] as const)
    expect(await logIn(practice, service, tokens.access_token)).toBeNull();

  const renewed = await oidc.refreshTokenGrant(config, tokens.refresh_token ?? '');
  expect(renewed.refresh_token).toBeTruthy();
  expect(renewed.refresh_token).not.toBe(tokens.refresh_token);
  for (const service of ['imap', 'pop', 'smtp'] as const)
    expect(await logIn(practice, service, renewed.access_token)).toBeNull();

  await oidc.tokenRevocation(config, renewed.refresh_token ?? '');
  await expect(oidc.refreshTokenGrant(config, renewed.refresh_token ?? '')).rejects.toMatchObject({
    error: 'invalid_grant',
  });
  expect(await logIn(practice, 'imap', renewed.access_token)).toMatchObject({
    said: expect.stringContaining('AUTHENTICATIONFAILED'),
  });
});

test('a second account signs in after the first in the same browser, without being asked to leave', async () => {
  const road = await beginRoad(practice, config);
  const consent = await road.visitor.press(road.first, 'go-on', { password: 'x' });
  await road.redeem(await road.visitor.press(consent, 'allow'));

  const first = await road.visitor.open(
    `${practice.provider.issuer}/authorize?${new URLSearchParams({
      client_id: practice.clientId,
      response_type: 'code',
      scope: 'openid email mail.imap',
      redirect_uri: 'http://localhost:9/other/path',
      code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
      code_challenge_method: 'S256',
      prompt: 'select_account',
    })}`,
  );
  expect(first.page?.querySelector('h1')?.textContent).toBe('Sign in');
  const other = await road.visitor.press(first, 'go-on', { address: 'jo.van-berg', password: 'x' });
  expect(other.page?.querySelector('.who')?.textContent).toBe('Signed in asJo Van Bergjo.van-berg@practice.example');
  expect(other.page?.querySelectorAll('.asks li')).toHaveLength(2);
  const end = await road.visitor.press(other, 'allow');
  expect(end.url.href).toMatch(/^http:\/\/localhost:9\/other\/path\?code=/u);
});

test('another person has a mailbox of their own, which opens to nobody else', async () => {
  const tokens = await signIn(practice, config, 'sam@practice.example');
  expect(tokens.claims()).toMatchObject({ email: 'sam@practice.example', name: 'Sam Lee' });
  expect(await logIn(practice, 'imap', tokens.access_token, 'SAM@practice.example')).toBeNull();
  for (const service of ['imap', 'pop', 'smtp'] as const)
    expect(await logIn(practice, service, tokens.access_token)).not.toBeNull();
});

test('says which field is wrong and keeps what was typed', async () => {
  const { visitor, first } = await beginRoad(practice, config);
  const foreign = await visitor.press(first, 'go-on', { address: 'pat@elsewhere.example', password: 'x' });
  expect(foreign.page?.querySelector('#address-hint')?.textContent).toContain('@practice.example');
  expect(foreign.page?.querySelector('#address')?.getAttribute('value')).toBe('pat@elsewhere.example');
  expect(foreign.page?.querySelector('#address')?.getAttribute('aria-invalid')).toBe('true');
  const empty = await visitor.press(foreign, 'go-on', { address: 'pat@practice.example' });
  expect(empty.page?.querySelector('#password')?.getAttribute('aria-invalid')).toBe('true');
  const consent = await visitor.press(empty, 'go-on', { password: 'secret of mine' });
  expect(consent.page?.documentElement.outerHTML).not.toContain('secret of mine');
  expect(consent.page?.querySelector('h1')?.textContent).toContain('May Postkey');
});

test('Cancel on either page is a plain no', async () => {
  const early = await beginRoad(practice, config);
  const no = await early.visitor.press(early.first, 'cancel');
  expect(no.url.href.startsWith(returnAddress)).toBe(true);
  expect(no.url.searchParams.get('error')).toBe('access_denied');
  const late = await beginRoad(practice, config);
  const consent = await late.visitor.press(late.first, 'go-on', { password: 'x' });
  expect((await late.visitor.press(consent, 'cancel')).url.searchParams.get('error')).toBe('access_denied');
  await expect(late.redeem(await late.visitor.open(late.first.url.href))).rejects.toBeTruthy();
});

test('signs in by a code on another device', async () => {
  const asked = await oidc.initiateDeviceAuthorization(config, {
    scope: 'openid email offline_access mail.imap mail.smtp',
  });
  expect(asked.interval).toBe(2);
  expect(asked.user_code).toMatch(/^[B-Z]{4}-[B-Z]{4}$/u);
  const visitor = makeVisitor(practice.provider.issuer ?? '');
  const page = await visitor.open(asked.verification_uri);
  const wrong = await visitor.press(page, null, { user_code: 'BBBB-BBBB' });
  expect(wrong.page?.querySelector('#code-wrong')).not.toBeNull();
  const who = await visitor.press(wrong, null, { user_code: asked.user_code.toLowerCase().replace('-', ' ') });
  const consent = await visitor.press(who, 'go-on', { address: 'pat', password: 'x' });
  const done = await visitor.press(consent, 'allow');
  expect(done.page?.querySelector('h1')?.textContent).toBe('You can go back to Postkey');
  const tokens = await oidc.pollDeviceAuthorizationGrant(config, { ...asked, interval: 1 });
  expect(tokens.refresh_token).toBeTruthy();
  expect(await logIn(practice, 'smtp', tokens.access_token)).toBeNull();
  expect(await logIn(practice, 'pop', tokens.access_token)).not.toBeNull();
});

test('the address with the code in it shows the code to compare; a no on that road is a no', async () => {
  const asked = await oidc.initiateDeviceAuthorization(config, { scope: 'openid mail.imap' });
  const visitor = makeVisitor(practice.provider.issuer ?? '');
  const page = await visitor.open(asked.verification_uri_complete ?? '');
  expect(page.page?.querySelector('#code')?.getAttribute('value')).toBe(asked.user_code);
  const who = await visitor.press(page, null);
  const no = await visitor.press(who, 'cancel');
  expect(no.page?.querySelector('h1')?.textContent).toBe('You said no');
  await expect(oidc.pollDeviceAuthorizationGrant(config, { ...asked, interval: 1 })).rejects.toMatchObject({
    error: 'access_denied',
  });
});

test('IMAP without an initial response, and POP with one, as some programs do', async () => {
  const { access_token: token } = await signIn(practice, config);
  const tls = { ca: [...practice.ca], servername: 'localhost' };
  const imap = await talk(practice.provider.servers.imap?.port ?? 0, tls, [
    'a1 AUTHENTICATE XOAUTH2',
    bearerText(practice.address, token),
    'a2 EXAMINE "INBOX"',
    'a3 LOGOUT',
  ]);
  expect(imap).toContain('* 3 EXISTS');
  const pop = await talk(practice.provider.servers.pop?.port ?? 0, tls, [
    'CAPA',
    `AUTH XOAUTH2 ${bearerText(practice.address, token)}`,
    'STAT',
    'QUIT',
  ]);
  expect(pop).toContain('SASL XOAUTH2 OAUTHBEARER');
  expect(pop).toMatch(/^\+OK 3 \d+\r$/mu);
});

test('nothing is printed and nothing went wrong inside', () => {
  expect(faults).toEqual([]);
  expect(printed.flatMap((spy) => spy.mock.calls)).toEqual([]);
});
