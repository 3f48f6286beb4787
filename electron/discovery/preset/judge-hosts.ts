// Whether the name of a host is made to deceive: what no honest preset has is refused, what only might be is warned of. Pure.
import type { PresetWarning, ShownHost } from '../../../shared/preset-offer.ts';
import type { RefusedPreset } from '../../setup/preset-desk.ts';
import { isOneSlip } from '../nearest-domain.ts';
import { knownDomains } from './known-hosts.ts';
import { mixesAlphabets, skeletonOf } from './letters.ts';
import { nameOfHost } from './show-host.ts';

/** Names this short have real neighbours: `live.com` and `love.com`, `mail.ru` and `mall.ru`. */
const shortName = 4;

const isLong = (known: string): boolean => known.indexOf('.') > shortName;

/** Whether these parts stand among others, one after the other. */
function stands(parts: readonly string[], among: readonly string[]): boolean {
  return among.some((_part, at) => parts.every((part, next) => among[at + next] === part));
}

/** `login.microsoftonline.com.evil.example`, and with hyphens for dots: a known name that stands anywhere but at the end. */
function wornName(host: ShownHost): string | null {
  const labels = skeletonOf(host.written ?? nameOfHost(host)).split('.');
  const worn = [...knownDomains()].find((known) => {
    const parts = skeletonOf(known).split('.');
    if (stands(parts, labels.slice(0, -1))) return true;
    return isLong(known) && labels.some((label) => stands(parts, label.split('-')));
  });
  return worn ?? null;
}

/** A quick eye takes one for the other. */
function likeness(host: ShownHost): string | null {
  const read = skeletonOf(writtenDomain(host));
  const isPlain = host.written === undefined;
  return [...knownDomains()].find((known) => (isLong(known) || !isPlain) && skeletonOf(known) === read) ?? null;
}

/** Null: nothing of the kind. A known domain itself is nobody's disguise. */
export function refuseHost(host: ShownHost): RefusedPreset | null {
  const name = nameOfHost(host);
  if (mixesAlphabets(host.written ?? name)) {
    return { ok: false, refusal: 'preset-mixed-letters', values: { host: name } };
  }
  if (knownDomains().has(host.domain)) return null;
  const known = likeness(host) ?? wornName(host);
  return known ? { ok: false, refusal: 'preset-dressed-up', values: { host: name, known } } : null;
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
  const near = [...knownDomains()].find((known) => isLong(known) && isOneSlip(host.domain, known));
  return near ? [{ code: 'looks-like', values: { host: name, known: near } }] : [];
}
