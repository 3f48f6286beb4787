// A server as a person types it, and what becomes of it. Pure; says which field is refused and why.
import { readHost, readPort } from '../../shared/account-draft.ts';
import type { MailServer, Security, Service } from '../../shared/mail-provider.ts';
import type { RefusalCode } from '../../shared/refusal.ts';

export interface ServerDraft {
  readonly host: string;
  readonly port: string;
  readonly security: Security;
}

export type ServerReading =
  | { readonly ok: true; readonly server: MailServer }
  | { readonly ok: false; readonly field: 'host' | 'port'; readonly refusal: RefusalCode };

/** Usual ports (RFC 8314 section 7.3 for those encrypted from the start, RFC 9051, 1939 and 6409 for the others). */
export const usualPorts: Readonly<Record<Service, Readonly<Record<Security, number>>>> = {
  imap: { tls: 993, starttls: 143 },
  pop: { tls: 995, starttls: 110 },
  smtp: { tls: 465, starttls: 587 },
};

export function draftOf(service: Service, server: MailServer | undefined): ServerDraft {
  if (server === undefined) return { host: '', port: String(usualPorts[service].tls), security: 'tls' };
  return { host: server.host, port: String(server.port), security: server.security };
}

/** The other kind of encryption; a port that was the usual one follows, one typed by hand stays. */
export function withSecurity(service: Service, draft: ServerDraft, security: Security): ServerDraft {
  const wasUsual = draft.port.trim() === '' || draft.port.trim() === String(usualPorts[service][draft.security]);
  return { ...draft, security, port: wasUsual ? String(usualPorts[service][security]) : draft.port };
}

/** Host names travel in ASCII (RFC 5890); the browser's own URL parser knows how. */
function inAscii(host: string): string {
  if (/^[\x20-\x7e]*$/u.test(host)) return host;
  try {
    return new URL(`http://${host}`).hostname;
  } catch {
    return host;
  }
}

export function readServer(draft: ServerDraft): ServerReading {
  const host = readHost(draft.host);
  if (!host.ok) return { ok: false, field: 'host', refusal: host.refusal };
  const port = readPort(draft.port);
  if (!port.ok) return { ok: false, field: 'port', refusal: port.refusal };
  return { ok: true, server: { host: inAscii(host.value), port: port.value, security: draft.security } };
}
