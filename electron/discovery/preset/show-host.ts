// A host taken apart for a person's eyes: what somebody registered, and what its owner put around that. Pure.
import { domainToASCII, domainToUnicode } from 'node:url';
import type { ShownHost } from '../../../shared/preset-offer.ts';
import { registrableDomain } from '../registrable-domain.ts';

/** `name`: a host, with a port or without; null where it is none. */
export function showHost(name: string): ShownHost | null {
  const [, host = '', after = ''] = /^(.*?)(:\d+)?$/u.exec(name.replace(/\.$/u, '')) ?? [];
  const ascii = host.startsWith('[') ? host : domainToASCII(host);
  if (ascii === '') return null;
  const domain = registrableDomain(ascii) ?? ascii;
  const before = ascii.slice(0, ascii.length - domain.length);
  const written = domainToUnicode(ascii);
  return { before, domain, after, ...(written === ascii || written === '' ? {} : { written }) };
}

/** As it goes over the wire, without the port. */
export function nameOfHost({ before, domain }: ShownHost): string {
  return before + domain;
}
