// Whether a preset may speak for the domains it names: not for a whole country, not for addresses that a large provider gives to
// everybody while sending their owners elsewhere. Pure.
import { parse } from 'tldts';
import type { MailProvider } from '../../../shared/mail-provider.ts';
import type { PresetFacts, PresetWarning, ShownHost } from '../../../shared/preset-offer.ts';
import type { RefusedPreset } from '../../setup/preset-desk.ts';
import { providerOwningDomain } from '../provider-data.ts';
import { hasSameOwner } from '../registrable-domain.ts';
import { isServerOf, providersSigningInAt } from './known-hosts.ts';
import { mixesAlphabets } from './letters.ts';
import { nameOfHost } from './show-host.ts';

const many = 3;

export function judgeDomains(facts: PresetFacts): readonly PresetWarning[] | RefusedPreset {
  const public_ = facts.domains.map(nameOfHost).find(isPublicSuffix);
  if (public_ !== undefined) return { ok: false, refusal: 'preset-public-suffix', values: { domain: public_ } };
  const mixed = facts.domains.find(({ written }) => written !== undefined && mixesAlphabets(written));
  if (mixed) return { ok: false, refusal: 'preset-mixed-letters', values: { host: nameOfHost(mixed) } };
  const owned = facts.domains.map(ownerOf).filter((each) => each !== null);
  const elsewhere = owned.find(({ owner }) => !leadsTo(owner, facts));
  if (elsewhere) {
    const { domain, owner } = elsewhere;
    return { ok: false, refusal: 'preset-others-domain', values: { domain, provider: owner.name } };
  }
  if (facts.domains.length === 0) return [{ code: 'every-address', values: {} }];
  const ofEverybody = owned.filter(({ owner }) => owner.kind !== 'work').map(({ domain }) => domain);
  return ofEverybody.length === 0
    ? []
    : [{ code: 'provider-domain', values: { domains: ofEverybody.slice(0, many).join(', ') } }];
}

function isPublicSuffix(domain: string): boolean {
  const { publicSuffix, isIcann, isPrivate } = parse(domain, { allowPrivateDomains: true });
  return publicSuffix === domain && (isIcann === true || isPrivate === true);
}

function ownerOf(host: ShownHost): { readonly domain: string; readonly owner: MailProvider } | null {
  const domain = nameOfHost(host);
  const owner = providerOwningDomain(domain);
  return owner && { domain, owner };
}

/** Its own page, its own servers. A provider without a sign-in page of its own has none that could be right. */
function leadsTo(owner: MailProvider, { signInHost, servers }: PresetFacts): boolean {
  const page = nameOfHost(signInHost);
  const isOwnPage =
    providersSigningInAt(page).some(({ shortName }) => shortName === owner.shortName) ||
    (owner.signInHost !== '' && hasSameOwner(page, owner.signInHost));
  return isOwnPage && servers.every(({ host }) => isServerOf(nameOfHost(host), owner));
}
