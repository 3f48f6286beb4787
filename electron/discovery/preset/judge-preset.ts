// Whether a preset may be shown at all, and what a person has to be warned of before a yes. Pure.
import type { Preset } from '../../../shared/preset.ts';
import type { PresetFacts, PresetWarning } from '../../../shared/preset-offer.ts';
import type { RefusedPreset } from '../../setup/preset-desk.ts';
import { builtInProvider } from '../provider-data.ts';
import { hasSameOwner } from '../registrable-domain.ts';
import { judgeDomains } from './judge-domains.ts';
import { refuseHost, warnOfHost } from './judge-hosts.ts';
import { isServerOf, providersSigningInAt } from './known-hosts.ts';
import { nameOfHost } from './show-host.ts';

const most = 4;

export function judgePreset(
  preset: Preset,
  facts: PresetFacts,
): { readonly ok: true; readonly warnings: readonly PresetWarning[] } | RefusedPreset {
  const hosts = [facts.signInHost, ...facts.keyHosts, ...facts.servers.map(({ host }) => host)];
  const refusedHost = hosts.map(refuseHost).find((refusal) => refusal !== null);
  if (refusedHost) return refusedHost;
  const ofDomains = judgeDomains(facts);
  if ('ok' in ofDomains) return ofDomains;
  const ofHosts = hosts.flatMap(warnOfHost);
  const warnings = [
    ...ofAuthorities(facts),
    ...ofSignIn(facts),
    ...ofServers(facts),
    ...ofScopes(preset),
    ...ofHosts,
    ...ofDomains,
  ];
  const isFirst = (warning: PresetWarning, at: number): boolean =>
    warnings.findIndex((each) => JSON.stringify(each) === JSON.stringify(warning)) === at;
  return { ok: true, warnings: warnings.filter(isFirst) };
}

function ofAuthorities({ authorities, organisation }: PresetFacts): readonly PresetWarning[] {
  return authorities.length === 0 ? [] : [{ code: 'reads-traffic', values: { organisation } }];
}

function ofSignIn({ signIn, signInHost, keyHosts }: PresetFacts): readonly PresetWarning[] {
  const page = nameOfHost(signInHost);
  const owners = providersSigningInAt(page);
  const warnings: PresetWarning[] = [];
  if (signIn === 'microsoft' && !owners.some((owner) => owner.signIn === 'microsoft')) {
    warnings.push({ code: 'not-microsoft', values: { host: page } });
  }
  const isKin = (host: string): boolean =>
    hasSameOwner(host, page) ||
    providersSigningInAt(host).some(({ shortName }) => owners.some((owner) => owner.shortName === shortName));
  const stranger = keyHosts.map(nameOfHost).find((host) => !isKin(host));
  if (stranger !== undefined) warnings.push({ code: 'keys-elsewhere', values: { host: stranger, page } });
  return warnings;
}

/** The keys of a provider that many know open the mailbox to whoever gets them. */
function ofServers({ signInHost, servers }: PresetFacts): readonly PresetWarning[] {
  const [owner] = providersSigningInAt(nameOfHost(signInHost));
  if (!owner) return [];
  const stranger = servers.find(({ host }) => !isServerOf(nameOfHost(host), owner));
  if (!stranger) return [];
  return [{ code: 'servers-elsewhere', values: { host: nameOfHost(stranger.host), provider: owner.shortName } }];
}

const identity = new Set(['openid', 'profile', 'email', 'offline_access']);

/** What an unknown provider calls its permissions, nobody can tell. */
function ofScopes({ signIn }: Preset): readonly PresetWarning[] {
  if (signIn.kind === 'openid' || !signIn.scopes) return [];
  const { scopes, extraScopes, shortName } = builtInProvider(signIn.kind);
  const usual = new Set([...identity, ...extraScopes, ...Object.values(scopes).flat()]);
  const more = signIn.scopes.filter((scope) => !usual.has(scope));
  if (more.length === 0) return [];
  return [{ code: 'asks-for-more', values: { scopes: more.slice(0, most).join(', '), provider: shortName } }];
}
