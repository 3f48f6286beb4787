// Reads Mozilla's autoconfig format (draft-ietf-mailmaint-autoconfig, versions 1.1 and 1.2): which servers, by which login. What is
// unknown is passed over, what is unencrypted is never taken. Pure; knows no provider.
import { readHost, readPort } from '../../../shared/account-draft.ts';
import type { LookUpFault } from '../../../shared/look-up.ts';
import {
  httpsUrl,
  type LoginNameRule,
  type MailServer,
  mailServerSchema,
  type Service,
} from '../../../shared/mail-provider.ts';
import { isNameOfTheWeb } from '../fetch-file.ts';
import { childrenOf, readXml, textOf, type XmlElement } from './read-xml.ts';

export interface ListedServer {
  readonly server: MailServer;
  readonly loginName: LoginNameRule;
  readonly takesToken: boolean;
  readonly takesPassword: boolean;
}

export interface ListedSignIn {
  /** `https:`. Absent where the file only names a host besides the pages: that is no issuer that a token could be checked against. */
  readonly issuer?: string;
  readonly scopes: readonly string[];
  /** Both or none; `https:`. */
  readonly pages?: { readonly authorization: string; readonly token: string };
}

export interface Autoconfig {
  /** As a person knows the provider; empty where the file gives none that can be shown. */
  readonly name: string;
  readonly shortName: string;
  readonly servers: { readonly [service in Service]?: ListedServer };
  readonly signIn: ListedSignIn | null;
  /** `https:`; null where there is none. */
  readonly explanation: string | null;
  /** Where mail programs are switched on, `https:`; null where nothing has to be. */
  readonly allowPage: string | null;
}

export type AutoconfigRead =
  | { readonly ok: true; readonly config: Autoconfig }
  | { readonly ok: false; readonly fault: Extract<LookUpFault, 'not-xml' | 'broken-xml' | 'no-use'> };

/** `domain`: whose mail it is, for `%EMAILDOMAIN%`. `no-use`: well formed, and no server in it that Postkey would speak to. */
export function readAutoconfig(text: string, domain: string): AutoconfigRead {
  const read = readXml(text);
  if (read.kind !== 'tree') return { ok: false, fault: read.kind };
  const [file] = childrenOf(read.root, 'clientConfig');
  if (!file) return { ok: false, fault: 'not-xml' };
  const [provider] = childrenOf(file, 'emailProvider');
  const imap = firstUsable(provider, 'incomingServer', 'imap', domain);
  const pop = firstUsable(provider, 'incomingServer', 'pop3', domain);
  const smtp = firstUsable(provider, 'outgoingServer', 'smtp', domain);
  if (!imap && !pop && !smtp) return { ok: false, fault: 'no-use' };
  const [documentation, enable] = [childrenOf(provider, 'documentation'), childrenOf(file, 'enable')];
  return {
    ok: true,
    config: {
      name: readName(provider, 'displayName'),
      shortName: readName(provider, 'displayShortName'),
      servers: { ...(imap ? { imap } : {}), ...(pop ? { pop } : {}), ...(smtp ? { smtp } : {}) },
      signIn: readSignIn(childrenOf(file, 'oAuth2')[0]),
      explanation: documentation.map((each) => readUrl(textOf(each, 'url'))).find((url) => url !== null) ?? null,
      allowPage: enable.map((each) => readUrl(textOf(each, 'visiturl'))).find((url) => url !== null) ?? null,
    },
  };
}

/** Names are shown to people: nothing invisible, nothing that turns the direction of writing, nothing endless. */
const shownName = /^[^\p{C}\p{Zl}\p{Zp}<>]{1,60}$/u;

function readName(provider: XmlElement | undefined, field: string): string {
  const name = textOf(childrenOf(provider, field)[0]).replace(/\s+/gu, ' ');
  return shownName.test(name) ? name : '';
}

function readUrl(text: string): string | null {
  if (!httpsUrl.safeParse(text).success || /\p{C}/u.test(text)) return null;
  try {
    const { href, username, hostname } = new URL(text);
    return username === '' && isNameOfTheWeb(hostname) ? href : null;
  } catch {
    return null;
  }
}

const onlyChild = (element: XmlElement, name: string): string => textOf(childrenOf(element, name)[0]);

/** The first one listed is the one the provider prefers. */
function firstUsable(
  provider: XmlElement | undefined,
  element: 'incomingServer' | 'outgoingServer',
  type: string,
  domain: string,
): ListedServer | undefined {
  const listed = childrenOf(provider, element).filter((each) => textOf(each, 'type').toLowerCase() === type);
  return listed.map((each) => readServer(each, domain)).find((each) => each !== null) ?? undefined;
}

function readServer(element: XmlElement, domain: string): ListedServer | null {
  const host = readHost(onlyChild(element, 'hostname').replaceAll('%EMAILDOMAIN%', domain));
  const port = readPort(onlyChild(element, 'port'));
  const socket = onlyChild(element, 'socketType').toUpperCase();
  if (!host.ok || !isNameOfTheWeb(host.value) || !port.ok || (socket !== 'SSL' && socket !== 'STARTTLS')) return null;
  const security = socket === 'SSL' ? 'tls' : 'starttls';
  const server = mailServerSchema.safeParse({ host: host.value, port: port.value, security });
  if (!server.success) return null;
  const logins = childrenOf(element, 'authentication').map((each) => textOf(each).toLowerCase());
  const takesToken = logins.includes('oauth2');
  const takesPassword = logins.length === 0 || logins.some((login) => passwordLogins.has(login));
  if (!takesToken && !takesPassword) return null;
  return {
    server: server.data,
    loginName: onlyChild(element, 'username') === '%EMAILLOCALPART%' ? 'local-part' : 'address',
    takesToken,
    takesPassword,
  };
}

/** The last two are the names of the first version. */
const passwordLogins = new Set(['password-cleartext', 'password-encrypted', 'plain', 'secure']);

function readSignIn(element: XmlElement | undefined): ListedSignIn | null {
  if (!element) return null;
  const named = onlyChild(element, 'issuer');
  const isUrl = /^https?:/iu.test(named);
  const issuer = readUrl(isUrl ? named : `https://${named}`)?.replace(/\/$/u, '');
  const [authorization, token] = [readUrl(onlyChild(element, 'authURL')), readUrl(onlyChild(element, 'tokenURL'))];
  const pages = authorization !== null && token !== null ? { authorization, token } : null;
  if (issuer === undefined) return null;
  const scopes = onlyChild(element, 'scope')
    .split(/\s+/u)
    .filter((scope) => /^[\x21\x23-\x5b\x5d-\x7e]{1,200}$/u.test(scope));
  return { ...(isUrl || pages === null ? { issuer } : {}), scopes, ...(pages ? { pages } : {}) };
}
