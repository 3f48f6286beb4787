// Every way in which an id token can be wrong, each made by signing a wrong one with the right key.
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { TroubleFound } from '../explain/sign-in-trouble.ts';
import { json } from '../https-fetch.test-part.ts';
import { planFor } from '../test-plan.test-part.ts';
import { makeWire, type Wire } from '../wire/wire.ts';
import { checkMicrosoftIdToken } from './check-microsoft-id-token.ts';
import { findMicrosoftService } from './microsoft-service.ts';

const tid = '6c2d3a5e-1111-4222-8333-444455556666';
const consumers = '9188040d-6c67-4c5b-b112-36a304b66dad';
const now = Date.UTC(2026, 8, 1, 10);

let keys: Awaited<ReturnType<typeof generateKeyPair>>;
let jwks: object;
beforeAll(async () => {
  keys = await generateKeyPair('RS256');
  jwks = { keys: [{ ...(await exportJWK(keys.publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' }] };
});

function token(claims: Record<string, unknown>, key = keys.privateKey): Promise<string> {
  const good = { iss: `https://login.microsoftonline.com/${tid}/v2.0`, aud: 'app', sub: 's', tid, nonce: 'n' };
  const times = { iat: now / 1000, nbf: now / 1000, exp: now / 1000 + 3600 };
  return new SignJWT({ ...good, ...times, ...claims }).setProtectedHeader({ alg: 'RS256', kid: 'k1' }).sign(key);
}

async function verdict(
  idToken: string,
  tenant = 'common',
  providerDate = now,
  nonce: string | null = 'n',
): Promise<unknown> {
  const answer = () => json(200, jwks, { date: new Date(providerDate).toUTCString() });
  const wire: Wire = makeWire({ fetch: async () => answer(), now: () => now }, new AbortController().signal);
  await wire.fetch('https://login.microsoftonline.com/token');
  const service = await findMicrosoftService(planFor({ signIn: 'microsoft', tenant }).provider, wire);
  return checkMicrosoftIdToken(idToken, { service, clientId: 'app', nonce, now }, wire).then(
    () => 'holds',
    (error: unknown) =>
      error instanceof TroubleFound && error.trouble.kind === 'token-wrong' ? error.trouble.why : error,
  );
}

describe('Microsoft’s id token', () => {
  it('holds when everything in it does, in every tenant that was asked for', async () => {
    expect(await verdict(await token({}))).toBe('holds');
    expect(await verdict(await token({}), tid.toUpperCase())).toBe('holds');
    expect(await verdict(await token({}), 'organizations')).toBe('holds');
    expect(await verdict(await token({}), 'contoso.com')).toBe('holds');
    const personal = await token({ tid: consumers, iss: `https://login.microsoftonline.com/${consumers}/v2.0` });
    expect(await verdict(personal, 'consumers')).toBe('holds');
    expect(await verdict(await token({ nonce: undefined }), 'common', now, null)).toBe('holds');
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['another app’s', { aud: 'other' }, 'audience'],
    ['another issuer’s', { iss: 'https://evil.example' }, 'issuer'],
    ['another tenant in issuer and tid', { tid: consumers }, 'issuer'],
    ['a tid that is none', { tid: 'x/../y' }, 'issuer'],
    ['another try’s', { nonce: 'other' }, 'nonce'],
    ['no nonce', { nonce: undefined }, 'nonce'],
    ['expired', { exp: now / 1000 - 301 }, 'time'],
    ['not yet valid', { nbf: now / 1000 + 301 }, 'time'],
    ['from the future', { iat: now / 1000 + 301 }, 'time'],
    ['without an end', { exp: undefined }, 'time'],
  ])('does not hold: %s', async (_what, claims, why) => {
    expect(await verdict(await token(claims))).toBe(why);
  });

  it('bears clocks that differ a little', async () => {
    expect(await verdict(await token({ exp: now / 1000 - 200 }))).toBe('holds');
  });

  it('does not hold with another key, another tenant than asked, or when it is none', async () => {
    const other = await generateKeyPair('RS256');
    expect(await verdict(await token({}, other.privateKey))).toBe('signature');
    expect(await verdict(await token({}), '00000000-1111-4222-8333-444455556666')).toBe('issuer');
    expect(await verdict(await token({}), 'consumers')).toBe('issuer');
    expect(await verdict('not a token')).toBe('issuer');
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${(await token({})).split('.')[1]}.`;
    expect(await verdict(unsigned)).toBe('malformed');
  });
});
