// From an address to its provider: the preset, then the built-in table. Asks no network; further sources join here.
import { readAddress } from '../../shared/account-draft.ts';
import type { MailProvider } from '../../shared/mail-provider.ts';
import type { Discovery, FoundProvider, ProviderChoice } from '../setup/looking-up.ts';
import { presetCovers, providerOfPreset } from './preset-provider.ts';
import { builtInProvider, providerOwningDomain } from './provider-data.ts';

function choose(choice: ProviderChoice): FoundProvider {
  const base = builtInProvider(choice.signIn === 'openid' || choice.signIn === 'password' ? 'own' : choice.signIn);
  const issuerHost = choice.issuer ? (/^https:\/\/([^/?#]+)/iu.exec(choice.issuer)?.[1] ?? '') : '';
  const name = base.name || choice.domain;
  const is: MailProvider = {
    ...base,
    name,
    shortName: base.shortName || choice.domain,
    signInHost: base.signInHost || issuerHost,
    servers: choice.servers ?? base.servers,
    ...(choice.issuer ? { issuer: choice.issuer } : {}),
    ...(choice.endpoints ? { endpoints: choice.endpoints } : {}),
    ...(choice.tenant ? { tenant: choice.tenant } : {}),
  };
  return { is, source: 'chosen' };
}

/** Looks an address up in what is known without asking anyone. */
export const discovery: Discovery = {
  async lookUp(address, preset) {
    const read = readAddress(address);
    if (!read.ok) return { ok: true, value: [] };
    const { domain } = read.value;
    if (preset && presetCovers(preset, domain)) {
      const { organisation, approved } = preset;
      return { ok: true, value: [{ is: providerOfPreset(preset), source: 'preset', organisation, approved }] };
    }
    const owner = providerOwningDomain(domain);
    return { ok: true, value: owner ? [{ is: owner, source: 'built-in' }] : [] };
  },
  choose,
};
