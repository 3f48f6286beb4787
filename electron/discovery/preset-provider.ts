// The provider a preset describes, filled up with what is built in about that kind. Pure; asks nobody.
import { domainToASCII } from 'node:url';
import type { MailProvider, MailServers, Service } from '../../shared/mail-provider.ts';
import type { Preset } from '../../shared/preset.ts';
import { builtInProvider } from './provider-data.ts';

/** True when the preset speaks for this domain: it is listed, or none is. `müller.example` and `xn--mller-kva.example` are one. */
export function presetCovers(preset: Preset, domain: string): boolean {
  if (preset.domains.length === 0) return true;
  const asked = domainToASCII(domain);
  return asked !== '' && preset.domains.some((each) => domainToASCII(each.replace(/\.$/u, '')) === asked);
}

/** The host of a page, with its port, as a person compares it; empty where there is none. */
export function hostOf(url: string): string {
  return /^https?:\/\/([^/?#]+)/iu.exec(url)?.[1] ?? '';
}

function allFor(scopes: readonly string[], servers: MailServers): MailProvider['scopes'] {
  const shared: Partial<Record<Service, readonly string[]>> = {};
  for (const service of Object.keys(servers) as Service[]) if (servers[service]) shared[service] = scopes;
  return shared;
}

const identityScopes = new Set(['openid', 'profile', 'email', 'offline_access']);

/** Scopes of a preset are one list: those for identity and renewal stand apart, each other serves every service whose name it does not exclude. */
export function sortScopes(
  list: readonly string[],
  servers: MailServers,
): Pick<MailProvider, 'scopes' | 'extraScopes'> {
  const extraScopes = list.filter((scope) => identityScopes.has(scope));
  const mail = list.filter((scope) => !identityScopes.has(scope));
  const named: Record<Service, RegExp> = { imap: /imap/iu, pop: /pop/iu, smtp: /smtp|send/iu };
  const isNamed = (scope: string): boolean => Object.values(named).some((pattern) => pattern.test(scope));
  const common = mail.filter((scope) => !isNamed(scope));
  const scopes: Partial<Record<Service, readonly string[]>> = {};
  for (const service of Object.keys(allFor(mail, servers)) as Service[]) {
    scopes[service] = [...common, ...mail.filter((scope) => named[service].test(scope))];
  }
  return { scopes, extraScopes };
}

/** Everything a preset says of its provider. */
export function providerOfPreset(preset: Preset): MailProvider {
  const { signIn } = preset;
  const base = builtInProvider(signIn.kind === 'openid' ? 'own' : signIn.kind);
  const servers = preset.servers ?? base.servers;
  const endpoints = 'endpoints' in signIn ? signIn.endpoints : undefined;
  const issuer = 'issuer' in signIn ? signIn.issuer : undefined;
  const authority = signIn.kind === 'microsoft' ? (signIn.authority ?? base.authority) : undefined;
  const page = endpoints?.authorization ?? issuer ?? (signIn.kind === 'microsoft' ? authority : undefined);
  return {
    ...base,
    ...(signIn.scopes ? sortScopes(signIn.scopes, servers) : {}),
    name: preset.provider?.name ?? (base.name || preset.organisation),
    shortName: preset.provider?.shortName ?? preset.provider?.name ?? (base.shortName || preset.organisation),
    servers,
    signInHost: page ? hostOf(page) : base.signInHost,
    loginName: preset.loginName ?? base.loginName,
    deviceCode: base.deviceCode && !(endpoints && !endpoints.device),
    ...(signIn.kind === 'microsoft' ? { tenant: signIn.tenant } : {}),
    ...(authority ? { authority } : {}),
    ...(issuer ? { issuer } : {}),
    ...(endpoints ? { endpoints } : {}),
  };
}
