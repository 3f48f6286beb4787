// Reading what a person types: mail addresses, host names, client IDs. Pure; answers with the field's own refusal code,
// and never changes text beyond trimming and the case of a domain.
import type { RefusalCode } from './refusal.ts';

export type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: RefusalCode };

export interface MailAddress {
  readonly text: string;
  readonly localPart: string;
  /** Lower case, in the form it was typed (Unicode stays Unicode). */
  readonly domain: string;
}

const refused = (refusal: RefusalCode): { ok: false; refusal: RefusalCode } => ({ ok: false, refusal });

/** A mail address as RFC 5321 and 6531 allow it, without quoted local parts and address literals, which no mail provider gives out. */
export function readAddress(typed: string): Reading<MailAddress> {
  // As mail programs copy it: `mailto:pat@harbour.example`, `Pat Moreno <pat@harbour.example>`.
  const text = typed
    .trim()
    .replace(/^mailto:/iu, '')
    .replace(/^[^<>]*<([^<>]*)>$/u, '$1')
    .trim();
  if (text === '') return refused('address-empty');
  if (text.length > 254) return refused('address-too-long');
  const at = text.lastIndexOf('@');
  if (at < 0) return refused('address-no-at');
  const localPart = text.slice(0, at);
  const domain = text
    .slice(at + 1)
    .toLowerCase()
    .replace(/\.$/u, '');
  if (/\s/u.test(text)) return refused('address-space');
  if (localPart === '') return refused('address-no-name');
  if (domain === '') return refused('address-no-domain');
  if (localPart.includes('@')) return refused('address-two-ats');
  if (localPart.length > 64) return refused('address-too-long');
  if (!/^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u.test(localPart)) {
    return refused('address-name-odd');
  }
  if (!domain.includes('.')) return refused('address-no-dot');
  if (
    !/^(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?\.)+[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*$/u.test(domain)
  ) {
    return refused('address-domain-odd');
  }
  if (/\.\p{N}+$/u.test(domain)) return refused('address-domain-odd');
  return { ok: true, value: { text: `${localPart}@${domain}`, localPart, domain } };
}

/** A server's name alone: a scheme, port, path or space is refused with what is wrong. */
export function readHost(typed: string): Reading<string> {
  const text = typed.trim();
  if (text === '') return refused('host-empty');
  if (/^[a-z][a-z0-9+.-]*:\/\//iu.test(text)) return refused('host-scheme');
  if (/\s/u.test(text)) return refused('host-space');
  if (text.includes('@')) return refused('host-is-address');
  if (/:\d*$/u.test(text)) return refused('host-port');
  if (text.includes('/')) return refused('host-path');
  if (
    text.length > 253 ||
    !/^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}.-]*[\p{L}\p{M}\p{N}])?\.?$/u.test(text) ||
    text.includes('..')
  ) {
    return refused('host-odd');
  }
  try {
    // As it goes over the wire: a Unicode name in its ASCII form (RFC 5891).
    return { ok: true, value: new URL(`http://${text}`).hostname };
  } catch {
    return refused('host-odd');
  }
}

export function readPort(typed: string): Reading<number> {
  const text = typed.trim();
  const port = Number(text);
  if (!/^\d{1,5}$/u.test(text) || port < 1 || port > 65535) return refused('port-odd');
  return { ok: true, value: port };
}

/** A client ID: one word. Tells a sentence, and a Google or Microsoft secret pasted into the ID's field. */
export function readClientId(typed: string): Reading<string> {
  const text = typed.trim();
  if (text === '') return refused('client-id-empty');
  if (text.length > 512) return refused('client-id-too-long');
  if (/^GOCSPX-/u.test(text) || /^[A-Za-z0-9_~.-]{3}[78]Q~[A-Za-z0-9_~.-]{30,}$/u.test(text))
    return refused('client-id-is-secret');
  if (/^\{/u.test(text)) return refused('client-id-is-file');
  if (/\s/u.test(text)) return refused(text.split(/\s+/u).length > 3 ? 'client-id-sentence' : 'client-id-space');
  if (/@/u.test(text) && readAddress(text).ok) return refused('client-id-is-address');
  if (!/^[\x21-\x7e]+$/u.test(text)) return refused('client-id-odd');
  return { ok: true, value: text };
}
