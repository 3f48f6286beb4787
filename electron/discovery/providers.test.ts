// The provider data against its schema and against itself.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { services } from '../../shared/mail-provider.ts';
import { providerOfServer } from './provider-data.ts';
import { providerEntrySchema, providerIds } from './provider-entry.ts';
import { providerTable } from './provider-table.ts';

const { providers, filters } = providerTable();
const real = providers.filter(({ id }) => id !== 'own');

/** What stands more than once, with the ids of those who claim it. */
function claimedTwice(claims: readonly (readonly [string, string])[]): readonly string[] {
  const owners = new Map<string, string[]>();
  for (const [what, id] of claims) owners.set(what, [...(owners.get(what) ?? []), id]);
  return [...owners].filter(([, ids]) => ids.length > 1).map(([what, ids]) => `${what}: ${ids.join(', ')}`);
}

describe('the files', () => {
  test('hold every provider once', () => {
    expect(providers.map(({ id }) => id).sort()).toEqual([...providerIds].sort());
  });

  test.each([
    { servers: { imap: { host: 'imap.gmail.com', port: 993, security: 'plain' } } },
    { takeBackPage: 'http://myaccount.google.com/' },
    { password: { kind: 'app', page: 'http://myaccount.google.com/', first: [] } },
    { knownBy: { domains: ['Gmail.com'] } },
    { knownBy: { mx: ['*.l.google.com'] } },
    { knownBy: { domainPatterns: ['gmail.*'] } },
    { signIn: 'oauth' },
    { clientId: 'another product’s' },
  ])('are refused with %j', (wrong) => {
    const google = { ...real.find(({ id }) => id === 'google') };
    expect(providerEntrySchema.safeParse(google).success).toBe(true);
    expect(providerEntrySchema.safeParse({ ...google, ...wrong }).success).toBe(false);
  });

  test('give no domain, MX or alias to two', () => {
    const { length } = filters;
    expect(length).toBeGreaterThan(5);
    expect(claimedTwice(real.flatMap(({ id, knownBy }) => knownBy.domains.map((each) => [each, id] as const)))).toEqual(
      [],
    );
    expect(
      claimedTwice(real.flatMap(({ id, knownBy }) => knownBy.domainPatterns.map((each) => [each, id] as const))),
    ).toEqual([]);
    expect(
      claimedTwice([
        ...real.flatMap(({ id, knownBy }) => knownBy.mx.map((each) => [each, id] as const)),
        ...filters.flatMap(({ name, mx }) => mx.map((each) => [each, name] as const)),
      ]),
    ).toEqual([]);
    expect(claimedTwice(real.flatMap(({ id, knownBy }) => knownBy.servers.map((each) => [each, id] as const)))).toEqual(
      [],
    );
    expect(
      claimedTwice(real.flatMap(({ id, knownBy }) => knownBy.autodiscover.map((each) => [each, id] as const))),
    ).toEqual([]);
  });
});

describe('every provider', () => {
  test('is named, and found by something', () => {
    for (const { id, name, shortName, knownBy } of real) {
      expect(name, id).not.toBe('');
      expect(shortName, id).not.toBe('');
      expect(Object.values(knownBy).flat().length, id).toBeGreaterThan(0);
    }
  });

  test('can receive and send, or lets no mail program in', () => {
    for (const { id, servers, noMailPrograms } of real) {
      if (noMailPrograms) expect(servers, id).toEqual({});
      else expect([servers.imap, servers.smtp], id).not.toContain(undefined);
    }
  });

  test('is known by the names of its own servers', () => {
    const family = (id: string): string =>
      id.replace(/^(?:gmail|google-workspace)$/u, 'google').replace(/^outlook$/u, 'microsoft');
    for (const { id, servers } of real) {
      for (const service of services) {
        const host = servers[service]?.host;
        if (host) expect(family(providerOfServer(host)?.id ?? 'nobody'), host).toBe(family(id));
      }
    }
  });

  test('with a sign-in has scopes for each server, or a password for that one', () => {
    for (const { id, signIn, servers, scopes, passwordFor = [], password, endpoints, issuer, signInHost } of real) {
      if (signIn === 'password') continue;
      for (const service of services) {
        if (!servers[service]) continue;
        if (passwordFor.includes(service)) expect(password, `${id} ${service}`).toBeDefined();
        else expect(scopes[service]?.length, `${id} ${service}`).toBeGreaterThan(0);
      }
      if (signIn === 'openid') {
        expect(endpoints ?? issuer, id).toBeDefined();
        expect(new URL(endpoints?.authorization ?? issuer ?? '').host, id).toBe(signInHost);
      }
    }
  });

  test('without a sign-in says how one comes by the password, and nothing of sign-in', () => {
    for (const { id, signIn, password, noMailPrograms, scopes, extraScopes, signInHost, deviceCode, ...rest } of real) {
      if (signIn !== 'password') continue;
      expect(noMailPrograms === undefined, id).toBe(password !== undefined);
      expect({ scopes, extraScopes, signInHost, deviceCode }, id).toEqual({
        scopes: {},
        extraScopes: [],
        signInHost: '',
        deviceCode: false,
      });
      expect([rest.endpoints, rest.issuer, rest.authority, rest.registering, rest.passwordFor], id).toEqual(
        Array(5).fill(undefined),
      );
    }
  });

  test('where nobody can register an app has a password instead', () => {
    const closed = real.filter(({ registering }) => registering === 'closed');
    expect(closed.map(({ id }) => id)).toEqual(['yahoo', 'aol', 'att', 'comcast']);
    for (const { id, password } of closed) expect(password, id).toBeDefined();
  });

  test('has words for its own steps, and no steps are left over', () => {
    const file = join(import.meta.dirname, '../../shared/words/en/app-passwords.json');
    const words = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { readonly steps: readonly string[] }>;
    const named = real.flatMap(({ password }) => password?.words ?? []);
    expect([...new Set(named)].sort()).toEqual(Object.keys(words).sort());
    for (const [key, { steps }] of Object.entries(words)) expect(steps.length, key).toBeGreaterThan(1);
  });
});
