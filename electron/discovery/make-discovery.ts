// From an address to its provider: the preset and the built-in table, which ask nobody, before everybody else. Ends within six
// seconds and sends no more than the domain.
import { readAddress } from '../../shared/account-draft.ts';
import { lookUpSources } from '../../shared/look-up.ts';
import type { Preset } from '../../shared/preset.ts';
import type { Discovery, FoundProvider, LookUpReport } from '../setup/looking-up.ts';
import { chooseProvider } from './choose-provider.ts';
import type { OnlineParts } from './look-up-online.ts';
import { presetCovers, providerOfPreset } from './preset-provider.ts';
import { providerOwningDomain } from './provider-data.ts';

/** What is known without asking anybody; null where nothing is. */
function knownAlready(domain: string, preset: Preset | null): FoundProvider | null {
  if (preset && presetCovers(preset, domain)) {
    const { organisation, approved } = preset;
    return { is: providerOfPreset(preset), source: 'preset', organisation, approved };
  }
  const owner = providerOwningDomain(domain);
  return owner ? { is: owner, source: 'built-in' } : null;
}

/** Verdicts of those who need not be asked. Without `known` only of the two that ask nobody. */
function reportKnown(known: FoundProvider | null, preset: Preset | null, { source: report }: LookUpReport): void {
  for (const source of lookUpSources) {
    const isAtHome = source === 'preset' ? preset !== null : source === 'built-in' && known?.source !== 'preset';
    if (known?.source === source) report({ source, state: 'found', sent: 'nothing', provider: known.is.name, ms: 0 });
    else if (isAtHome) report({ source, state: 'nothing', sent: 'nothing', ms: 0 });
    else if (known || source === 'preset') report({ source, state: 'not-asked', sent: 'nothing' });
  }
}

export interface OnlineDiscovery extends Discovery {
  /** Loads what the first look-up needs, while the person types. */
  prepare(): Promise<void>;
}

export function makeDiscovery(parts: OnlineParts): OnlineDiscovery {
  let loaded: Awaited<ReturnType<typeof load>> | null = null;
  const load = async () => {
    const [{ lookUpOnline }, { registrableDomain }] = await Promise.all([
      import('./look-up-online.ts'),
      import('./registrable-domain.ts'),
    ]);
    return { lookUpOnline, registrableDomain };
  };
  const prepare = async (): Promise<void> => {
    loaded ??= await load();
  };
  return {
    prepare,
    async lookUp(address, preset, report, attempt) {
      const read = readAddress(address);
      if (!read.ok) return { ok: true, value: [] };
      const { domain } = read.value;
      const known = knownAlready(domain, preset);
      reportKnown(known, preset, report);
      if (known) return { ok: true, value: [known] };
      loaded ??= await load();
      return loaded.lookUpOnline(domain, parts, report, attempt);
    },
    choose: chooseProvider,
    // Servers that have to be compared came from a look-up, so what it needs is loaded.
    registrableDomain: (host) => loaded?.registrableDomain(host) ?? null,
  };
}
