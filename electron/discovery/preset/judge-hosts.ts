// Whether the name of a host is made to deceive: what no honest preset has is refused, what only might be is warned of. Pure.
import type { PresetWarning, ShownHost } from '../../../shared/preset-offer.ts';
import type { RefusedPreset } from '../../setup/preset-desk.ts';
import { isOneSlip } from '../nearest-domain.ts';
import { knownDomains } from './known-hosts.ts';
import { mixesAlphabets, skeletonOf } from './letters.ts';
import { nameOfHost } from './show-host.ts';

/** Names this short have real neighbours: `live.com`, `love.com`. */
const shortName = 4;

/** `login.microsoftonline.com.evil.example`, and with hyphens for dots: a known name that stands anywhere but at the end. */
function wornName(host: string): string | null {
  const labels = `.${host.replaceAll('-', '.')}.`;
  return (
    [...knownDomains()].find((known) => labels.includes(`.${known}.`) || labels.includes(`.${dotless(known)}.`)) ?? null
  );
}

const dotless = (known: string): string => known.replaceAll('-', '.');

/** Null: nothing of the kind. A known domain itself is nobody's disguise. */
export function refuseHost(host: ShownHost): RefusedPreset | null {
  const name = nameOfHost(host);
  const written = host.written ?? name;
  if (mixesAlphabets(written)) return { ok: false, refusal: 'preset-mixed-letters', values: { host: name } };
  if (knownDomains().has(host.domain)) return null;
  const likeness = [...knownDomains()].find((known) => skeletonOf(known) === skeletonOf(writtenDomain(host)));
  const worn = likeness ?? wornName(name);
  return worn ? { ok: false, refusal: 'preset-dressed-up', values: { host: name, known: worn } } : null;
}

/** The registered part as its owner writes it. */
function writtenDomain({ domain, written }: ShownHost): string {
  return written?.split('.').slice(-domain.split('.').length).join('.') ?? domain;
}

/** What the person has to look at closely. */
export function warnOfHost(host: ShownHost): readonly PresetWarning[] {
  const name = nameOfHost(host);
  if (host.written !== undefined) return [{ code: 'other-letters', values: { host: name, written: host.written } }];
  if (knownDomains().has(host.domain)) return [];
  const near = [...knownDomains()].find((known) => known.indexOf('.') > shortName && isOneSlip(host.domain, known));
  return near ? [{ code: 'looks-like', values: { host: name, known: near } }] : [];
}
