// A preset speaks for its domains before anybody else; what it leaves out is filled up from the built-in kind.
import { describe, expect, test } from 'vitest';
import type { Preset } from '../../shared/preset.ts';
import { readPreset } from '../../shared/preset.ts';
import { makeDiscovery } from './make-discovery.ts';
import { presetCovers, providerOfPreset } from './preset-provider.ts';

const attempt = new AbortController();
const report = { source: () => undefined };
const nobody = async (): Promise<never> => {
  throw new Error('Nobody is to be asked');
};
const clock = { now: () => 0, after: () => () => undefined };
const discovery = makeDiscovery({ getOnce: nobody, clock, nameServer: '127.0.0.1:9' });

function preset(content: object): Preset {
  const read = readPreset(JSON.stringify({ postkeyPreset: 1, organisation: 'Harbour Schools', ...content }));
  if (!read.ok) throw new Error(read.place);
  return read.preset;
}

const microsoft = { kind: 'microsoft', clientId: '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0', tenant: 'harbour.example' };

describe('a preset', () => {
  test('speaks for its domains and no others', async () => {
    const ours = preset({ domains: ['harbour.example'], signIn: microsoft, approved: true });
    const found = await discovery.lookUp('pat@Harbour.example', ours, report, attempt);
    expect(found).toMatchObject({
      ok: true,
      value: [{ source: 'preset', organisation: 'Harbour Schools', approved: true }],
    });
    expect(found.ok && found.value[0]?.is.tenant).toBe('harbour.example');
    expect(await discovery.lookUp('pat@gmail.com', ours, report, attempt)).toMatchObject({
      value: [{ source: 'built-in' }],
    });
    expect(presetCovers(ours, 'elsewhere.example')).toBe(false);
  });

  test.each([
    ['Müller.example', 'müller.example'],
    ['müller.example', 'xn--mller-kva.example'],
    ['xn--mller-kva.example.', 'müller.example'],
  ])('of %s speaks for %s', (listed, asked) => {
    expect(presetCovers({ ...preset({ signIn: microsoft }), domains: [listed] }, asked)).toBe(true);
    expect(presetCovers({ ...preset({ signIn: microsoft }), domains: [listed] }, 'muller.example')).toBe(false);
  });

  test('without domains speaks for every address', async () => {
    const found = await discovery.lookUp('pat@anything.example', preset({ signIn: microsoft }), report, attempt);
    expect(found).toMatchObject({ value: [{ source: 'preset' }] });
  });

  test('of a sovereign cloud shows that cloud’s sign-in page', () => {
    const cloud = preset({ signIn: { ...microsoft, authority: 'https://login.microsoftonline.us' } });
    expect(providerOfPreset(cloud)).toMatchObject({
      authority: 'https://login.microsoftonline.us',
      signInHost: 'login.microsoftonline.us',
    });
  });

  test('sorts its scopes by service, identity and renewal', () => {
    const own = preset({
      signIn: {
        kind: 'openid',
        clientId: 'x',
        issuer: 'https://id.harbour.example',
        scopes: ['openid', 'offline_access', 'mail', 'urn:imap', 'urn:smtp.send'],
      },
      servers: {
        imap: { host: 'a.example', port: 993, security: 'tls' },
        smtp: { host: 'a.example', port: 465, security: 'tls' },
      },
    });
    const provider = providerOfPreset(own);
    expect(provider.scopes).toEqual({ imap: ['mail', 'urn:imap'], smtp: ['mail', 'urn:smtp.send'] });
    expect(provider.extraScopes).toEqual(['openid', 'offline_access']);
    expect(provider).toMatchObject({ name: 'Harbour Schools', signInHost: 'id.harbour.example' });
  });
});
