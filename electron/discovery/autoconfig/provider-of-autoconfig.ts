// The provider that an autoconfig file describes: servers we know keep their own sign-in, others get what the file lists. Pure.
import type {
  LoginNameRule,
  MailProvider,
  MailServers,
  PasswordFacts,
  Service,
} from '../../../shared/mail-provider.ts';
import { sortScopes } from '../preset-provider.ts';
import { knownProviderOfServers, plainProvider } from '../provider-of-servers.ts';
import { hasSameOwner } from '../registrable-domain.ts';
import type { Autoconfig, ListedServer, ListedSignIn } from './read-autoconfig.ts';

type Listed = readonly (readonly [Service, ListedServer])[];

/**
 * `isSafe`: nobody on the way could have changed the file. Others may neither call themselves after somebody else nor send people
 * outside the mail's own domain, to sign in or to read. Null: its servers take tokens only, and the file does not say whose.
 */
export function providerOfAutoconfig(config: Autoconfig, domain: string, isSafe: boolean): MailProvider | null {
  const listed = Object.entries(config.servers) as unknown as Listed;
  const servers: MailServers = Object.fromEntries(listed.map(([service, { server }]) => [service, server]));
  const known = knownProviderOfServers(servers);
  if (known) return { ...known, ...loginNamesOf(listed) };
  const plain = plainProvider(servers, domain);
  const mayLeadTo = (url: string | null): string | null =>
    url !== null && (isSafe || isAtHome(url, domain)) ? url : null;
  const [allowProgramsPage, page] = [mayLeadTo(config.allowPage), mayLeadTo(config.explanation)];
  const named: MailProvider = {
    ...plain,
    ...loginNamesOf(listed),
    name: (isSafe && config.name) || plain.name,
    shortName: (isSafe && (config.shortName || config.name)) || plain.shortName,
    ...(allowProgramsPage === null ? {} : { allowProgramsPage }),
  };
  const password: PasswordFacts = {
    kind: 'account',
    ...(page === null ? {} : { page }),
    first: allowProgramsPage === null ? [] : ['allow-programs'],
  };
  const takesPassword = listed.every(([, each]) => each.takesPassword);
  const takesToken = listed.some(([, each]) => each.takesToken);
  const signIn = config.signIn !== null && (isSafe || signsInAtHome(config.signIn, domain)) ? config.signIn : null;
  if (signIn !== null && takesToken) {
    return { ...withSignIn(named, signIn, listed), ...(takesPassword ? { password } : {}) };
  }
  return takesPassword ? { ...named, password } : null;
}

function isAtHome(url: string, domain: string): boolean {
  return hasSameOwner(new URL(url).hostname, domain);
}

function signsInAtHome({ issuer, pages }: ListedSignIn, domain: string): boolean {
  const urls = [issuer, pages?.authorization, pages?.token].filter((url) => url !== undefined);
  return urls.every((url) => isAtHome(url, domain));
}

function loginNamesOf(listed: Listed): Pick<MailProvider, 'loginName' | 'loginNames'> {
  const rules = listed.map(([service, { loginName }]) => [service, loginName] as const);
  const usual: LoginNameRule = rules[0]?.[1] ?? 'address';
  const others = rules.filter(([, rule]) => rule !== usual);
  return { loginName: usual, ...(others.length > 0 ? { loginNames: Object.fromEntries(others) } : {}) };
}

function withSignIn(
  { password: _only, ...plain }: MailProvider,
  { issuer, scopes, pages }: ListedSignIn,
  listed: Listed,
): MailProvider {
  const byToken = listed.filter(([, each]) => each.takesToken);
  const wanted = sortScopes(scopes, Object.fromEntries(byToken.map(([service, { server }]) => [service, server])));
  const passwordFor = listed.filter(([, each]) => !each.takesToken).map(([service]) => service);
  return {
    ...plain,
    signIn: 'openid',
    ...(issuer === undefined ? {} : { issuer }),
    scopes: wanted.scopes,
    extraScopes: scopes.length > 0 ? wanted.extraScopes : plain.extraScopes,
    signInHost: new URL(pages?.authorization ?? issuer ?? '').hostname,
    // Endpoints given one by one have none for devices.
    deviceCode: !pages,
    ...(pages ? { endpoints: { ...(issuer === undefined ? {} : { issuer }), ...pages } } : {}),
    ...(passwordFor.length > 0 ? { passwordFor } : {}),
  };
}
