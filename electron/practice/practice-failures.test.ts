// Every failure that practice plays, seen from the app that asks.
import * as oidc from 'openid-client';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Practice } from './practice.ts';
import { beginRoad, discover, logIn, signIn } from './practice-client.test-part.ts';
import { english } from './practice-words.test-part.ts';
import { startPractice } from './start-practice.ts';
import { makeVisitor } from './visitor.test-part.ts';

let practice: Practice;
let config: oidc.Configuration;

beforeAll(async () => {
  practice = await startPractice(english);
  config = await discover(practice);
});
afterEach(() => practice.play(null));
afterAll(async () => {
  await practice.stop();
});

const noteOn = (page: Document | null | undefined) => page?.querySelector('.note')?.textContent ?? '';

test('refused: Allow leads to a no, and the pages say what is played', async () => {
  practice.play('refused');
  const { visitor, first } = await beginRoad(practice, config);
  expect(noteOn(first.page)).toContain('refused');
  const consent = await visitor.press(first, 'go-on', { password: 'x' });
  expect(noteOn(consent.page)).toContain('refused');
  const end = await visitor.press(consent, 'allow');
  expect(end.url.searchParams.get('error')).toBe('access_denied');
  expect(end.url.searchParams.get('code')).toBeNull();
});

test('refused on another device', async () => {
  practice.play('refused');
  const asked = await oidc.initiateDeviceAuthorization(config, { scope: 'openid mail.imap' });
  const visitor = makeVisitor(practice.provider.issuer ?? '');
  const who = await visitor.press(await visitor.open(asked.verification_uri_complete ?? ''), null);
  await visitor.press(await visitor.press(who, 'go-on', { address: 'pat', password: 'x' }), 'allow');
  await expect(oidc.pollDeviceAuthorizationGrant(config, { ...asked, interval: 1 })).rejects.toMatchObject({
    error: 'access_denied',
  });
});

test('closed-tab: the page has nothing to press, and sends nothing back even to a page that was open before', async () => {
  const open = await beginRoad(practice, config);
  practice.play('closed-tab');
  const { first } = await beginRoad(practice, config);
  expect(first.page?.querySelector('h1')?.textContent).toBe('Close this tab now');
  expect(first.page?.querySelectorAll('form, a, button')).toHaveLength(0);
  const pressed = await open.visitor.press(open.first, 'go-on', { password: 'x' });
  expect(pressed.page?.querySelector('h1')?.textContent).toBe('Close this tab now');
  practice.play(null);
  const again = await open.visitor.open(open.first.url.href);
  const consent = await open.visitor.press(again, 'go-on', { address: 'pat', password: 'x' });
  expect((await open.redeem(await open.visitor.press(consent, 'allow'))).claims()?.['email']).toBe(practice.address);
});

test('wrong-person: Sam signs in whatever was typed', async () => {
  practice.play('wrong-person');
  const { visitor, first, redeem } = await beginRoad(practice, config);
  expect(first.page?.querySelector('#address')?.getAttribute('value')).toBe('sam@practice.example');
  const consent = await visitor.press(first, 'go-on', { password: 'x' });
  const tokens = await redeem(await visitor.press(consent, 'allow'));
  expect(tokens.claims()).toMatchObject({ email: 'sam@practice.example', name: 'Sam Lee' });
  expect(await logIn(practice, 'imap', tokens.access_token)).not.toBeNull();
});

test('scope-unticked: sending is not granted, and the server refuses it', async () => {
  practice.play('scope-unticked');
  const { visitor, first, redeem } = await beginRoad(practice, config);
  const consent = await visitor.press(first, 'go-on', { password: 'x' });
  expect(
    [...(consent.page?.querySelectorAll<HTMLInputElement>('input[type=checkbox]') ?? [])].map((box) => [
      box.value,
      box.checked,
    ]),
  ).toEqual([
    ['mail.imap', true],
    ['mail.pop', true],
    ['mail.smtp', false],
  ]);
  const tokens = await redeem(await visitor.press(consent, 'allow'));
  expect(tokens.scope?.split(' ')).toContain('mail.imap');
  expect(tokens.scope?.split(' ')).not.toContain('mail.smtp');
  expect(await logIn(practice, 'imap', tokens.access_token)).toBeNull();
  expect(await logIn(practice, 'smtp', tokens.access_token)).toMatchObject({ said: expect.stringMatching(/^535 /u) });
});

test('imap-off and smtp-off: that server says so, the others open', async () => {
  const { access_token: token } = await signIn(practice, config);
  practice.play('imap-off');
  expect(await logIn(practice, 'imap', token)).toMatchObject({
    said: expect.stringContaining('IMAP access is disabled'),
  });
  expect(await logIn(practice, 'pop', token)).toBeNull();
  expect(await logIn(practice, 'smtp', token)).toBeNull();
  practice.play('smtp-off');
  expect(await logIn(practice, 'smtp', token)).toMatchObject({
    said: expect.stringContaining('5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled'),
  });
  expect(await logIn(practice, 'imap', token)).toBeNull();
});

test('token-expires-early: servers refuse what was given before, and open to what is renewed', async () => {
  const tokens = await signIn(practice, config);
  const renewedBefore = await oidc.refreshTokenGrant(config, tokens.refresh_token ?? '');
  practice.play('token-expires-early');
  const challenge = Buffer.from(JSON.stringify({ status: '401', schemes: 'Bearer', scope: 'mail.pop' })).toString(
    'base64',
  );
  expect(await logIn(practice, 'pop', renewedBefore.access_token)).toMatchObject({
    said: expect.stringContaining(challenge),
  });
  for (const service of ['imap', 'pop', 'smtp'] as const)
    expect(await logIn(practice, service, tokens.access_token)).not.toBeNull();
  const fresh = await signIn(practice, config);
  expect(await logIn(practice, 'imap', fresh.access_token)).not.toBeNull();
  const renewed = await oidc.refreshTokenGrant(config, fresh.refresh_token ?? '');
  for (const service of ['imap', 'pop', 'smtp'] as const)
    expect(await logIn(practice, service, renewed.access_token)).toBeNull();
});
