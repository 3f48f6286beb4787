// What a preset says, as a person can check it. Believes nothing of it and asks nobody.
import { X509Certificate } from 'node:crypto';
import { type MailProvider, services } from '../../../shared/mail-provider.ts';
import type { Preset } from '../../../shared/preset.ts';
import type { PresetFacts, ShownAuthority, ShownHost } from '../../../shared/preset-offer.ts';
import { hostOf, providerOfPreset } from '../preset-provider.ts';
import { nameOfHost, showHost } from './show-host.ts';

/** Every page besides the one that asks for the password. */
function otherPages({ authority, issuer, endpoints }: MailProvider): readonly string[] {
  return [authority, issuer, ...Object.values(endpoints ?? {})].filter((page) => page !== undefined);
}

function different(hosts: readonly (ShownHost | null)[], from: ShownHost): readonly ShownHost[] {
  const seen = new Set([nameOfHost(from)]);
  return hosts.flatMap((host) => {
    if (host === null || seen.has(nameOfHost(host))) return [];
    seen.add(nameOfHost(host));
    return [host];
  });
}

/** A host that is none at all: shown as it stands. */
const unread = (name: string): ShownHost => ({ before: '', domain: name, after: '' });

export function factsOfPreset(preset: Preset, authorities: readonly string[], hasSecret: boolean): PresetFacts {
  const provider = providerOfPreset(preset);
  const { organisation, helpdesk, domains, signIn, services: wanted = services, approved, practice } = preset;
  const signInHost = showHost(provider.signInHost) ?? unread(provider.signInHost);
  return {
    organisation,
    ...(helpdesk ? { helpdesk } : {}),
    domains: domains.map((domain) => showHost(domain) ?? unread(domain)),
    signIn: signIn.kind,
    signInHost,
    keyHosts: different(
      otherPages(provider).map((page) => showHost(hostOf(page))),
      signInHost,
    ),
    ...(provider.tenant ? { tenant: provider.tenant } : {}),
    clientId: signIn.clientId,
    hasSecret,
    servers: wanted.flatMap((service) => {
      const server = provider.servers[service];
      if (!server) return [];
      const { host, port, security } = server;
      return [{ service, port, security, host: showHost(host) ?? unread(host) }];
    }),
    authorities: authorities.flatMap(certificatesIn).map(showAuthority),
    approved,
    ...(practice ? { practice } : {}),
  };
}

function certificatesIn(pem: string): readonly string[] {
  return pem.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/gu) ?? [pem];
}

function showAuthority(pem: string): ShownAuthority {
  try {
    const { subject, fingerprint256 } = new X509Certificate(pem);
    const named = /^(?:CN|O|OU)=(.+)$/mu.exec(subject)?.[1] ?? '';
    // Its maker wrote it, so that it is cut and cleaned like any other name.
    return { name: named.replace(/[\p{Cc}\p{Cf}]/gu, '').slice(0, 120), fingerprint: fingerprint256 };
  } catch {
    return { name: '', fingerprint: '' };
  }
}
