// What exactly IT has to do about a cause, for one mailbox: settings, menus and commands with every value in place. Pure; says no
// sentence, and opens nothing wider than the mailbox where a narrower way exists.
import type { Cloud, Service } from '../mail-provider.ts';
import type { ProblemCode } from '../problem.ts';
import google from './google.json' with { type: 'json' };
import type { Delay, ItRequestPart, Reach, Shell } from './it-request-schema.ts';
import type { MailSystem } from './mail-system-of.ts';
import microsoft from './microsoft.json' with { type: 'json' };
import network from './network.json' with { type: 'json' };
import ownServer from './own-server.json' with { type: 'json' };
import { plainValue, quoteForShell } from './quote-for-shell.ts';

/** All that is known of the mailbox; what is missing stays open in the commands, in capitals. */
export interface ItRequestAbout {
  readonly cause: ProblemCode;
  readonly system: MailSystem;
  readonly cloud?: Cloud | undefined;
  readonly mailbox?: string | undefined;
  /** Who signs in, where that is somebody else. */
  readonly person?: string | undefined;
  readonly service?: Service | undefined;
  readonly clientId?: string | undefined;
  /** The registration came from the organisation: its preset, or somebody there who typed it. */
  readonly organisationsApp?: boolean | undefined;
  readonly services?: readonly Service[] | undefined;
  readonly host?: string | undefined;
  readonly port?: number | undefined;
}

export interface Script {
  readonly shell: Shell;
  /** How one comes into that shell first; absent where one is there already. */
  readonly connect?: string;
  readonly lines: readonly string[];
}

export interface ItStep {
  /** The key of its words. */
  readonly id: string;
  readonly setting: string;
  readonly page?: string;
  readonly path: readonly string[];
  readonly command?: Script;
  readonly check?: Script;
  readonly reach: Reach;
  readonly takes: Delay;
  readonly verified: boolean;
}

const files = { microsoft, google, 'own-server': ownServer, network } as unknown as Readonly<
  Record<MailSystem | 'network', { readonly parts: readonly ItRequestPart[] }>
>;

const exchangeClouds: Readonly<Record<Cloud, string>> = {
  global: '',
  'us-gov': ' -ExchangeEnvironmentName O365USGovGCCHigh',
  'us-dod': ' -ExchangeEnvironmentName O365USGovDoD',
  china: ' -ExchangeEnvironmentName O365China',
};
const graphClouds: Readonly<Record<Cloud, string>> = {
  global: '',
  'us-gov': ' -Environment USGov',
  'us-dod': ' -Environment USGovDoD',
  china: ' -Environment China',
};

/** The permissions that its commands need, and no others. */
const graphScopes: readonly (readonly [RegExp, string])[] = [
  [/^Update-MgUser\b/u, 'User.EnableDisableAccount.All'],
  [/MgUserLicenseDetail\b/u, 'User.Read.All'],
  [/Get-MgUser\b/u, 'User.Read.All'],
  [/New-MgOauth2PermissionGrant\b/u, 'DelegatedPermissionGrant.ReadWrite.All'],
  [/Get-MgUserOauth2PermissionGrant\b/u, 'Directory.Read.All'],
  [/(?:New|Update)-MgServicePrincipal\b/u, 'Application.ReadWrite.All'],
  [/Get-Mg(?:ServicePrincipal|Application)\b/u, 'Application.Read.All'],
  [/AppRoleAssignedTo\b/u, 'AppRoleAssignment.ReadWrite.All'],
  [/MgUserAppRoleAssignment\b/u, 'Directory.Read.All'],
  [/MgAuditLogSignIn\b/u, 'AuditLog.Read.All'],
  [/Invoke-MgDismissRiskyUser\b/u, 'IdentityRiskyUser.ReadWrite.All'],
  [/Get-MgRiskyUser\b/u, 'IdentityRiskyUser.Read.All'],
  [/SecurityDefaultEnforcementPolicy\b/u, 'Policy.Read.All'],
];

function connectTo(shell: Shell, cloud: Cloud, lines: readonly string[]): string | undefined {
  if (shell === 'exchange') return `Connect-ExchangeOnline${exchangeClouds[cloud]}`;
  if (shell !== 'graph') return undefined;
  const scopes = graphScopes.filter(([pattern]) => lines.some((line) => pattern.test(line))).map(([, scope]) => scope);
  return `Connect-MgGraph -Scopes ${[...new Set(scopes)].join(',')}${graphClouds[cloud]}`;
}

const scopeOf: Readonly<Record<Service, string>> = {
  imap: 'IMAP.AccessAsUser.All',
  pop: 'POP.AccessAsUser.All',
  smtp: 'SMTP.Send',
};
const protocolOf: Readonly<Record<Service, string>> = { imap: 'imap', pop: 'pop3', smtp: 'smtp' };
const hostShape = /^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/iu;

type Blank = 'mailbox' | 'person' | 'clientId' | 'scopes' | 'host' | 'port' | 'hostPort' | 'protocol' | 'aclPerson';

/** Undefined: not known, or nothing one should put into a command. */
function valuesOf(about: ItRequestAbout): Readonly<Record<Blank, string | undefined>> {
  const { mailbox, clientId, service, services = [], port } = about;
  const person = about.person ?? mailbox;
  const host = about.host !== undefined && hostShape.test(about.host) ? about.host : undefined;
  return {
    mailbox,
    person,
    clientId,
    scopes: [...new Set(services.map((each) => scopeOf[each])), 'offline_access'].join(' '),
    host,
    port: port === undefined ? undefined : String(port),
    hostPort: host === undefined || port === undefined ? undefined : `${host}:${port}`,
    protocol: service === undefined ? undefined : protocolOf[service],
    aclPerson: person === undefined ? undefined : `user=${person}`,
  };
}

const blank = /<(mailbox|person|clientId|scopes|hostPort|host|port|protocol|aclPerson)>/gu;
const openNames: Readonly<Record<Blank, string>> = {
  mailbox: 'MAILBOX',
  person: 'PERSON',
  clientId: 'CLIENT-ID',
  scopes: 'PERMISSIONS',
  host: 'SERVER',
  port: 'PORT',
  hostPort: 'SERVER:PORT',
  protocol: 'PROTOCOL',
  aclPerson: 'user=PERSON',
};
/** Of a closed shape, so that they need no quotation marks. */
const bare: ReadonlySet<string> = new Set(['host', 'port', 'hostPort', 'protocol']);

function filler(about: ItRequestAbout) {
  const values = valuesOf(about);
  const onScreen = (text: string): string =>
    text.replace(blank, (_all, name: Blank) => plainValue(values[name] ?? openNames[name]));
  const inShell = (shell: Shell, text: string): string =>
    text.replace(blank, (_all, name: Blank) => {
      const value = values[name];
      if (bare.has(name)) return value ?? openNames[name];
      const quoted = value === undefined ? null : quoteForShell(shell, value);
      return quoted ?? quoteForShell(shell, openNames[name]) ?? openNames[name];
    });
  return { onScreen, inShell };
}

function applies(part: ItRequestPart, about: ItRequestAbout): boolean {
  if (!part.causes.includes(about.cause)) return false;
  if (part.services && about.service !== undefined && !part.services.includes(about.service)) return false;
  if (part.only === 'delegate') {
    const isTheirs = about.person !== undefined && about.person !== about.mailbox;
    // Whoever has no right to it is somebody else, named or not.
    return isTheirs || about.cause === 'mailbox-forbidden' || about.cause === 'sender-not-allowed';
  }
  if (part.only === 'organisation-app') return about.organisationsApp === true;
  return true;
}

/** What to change or look at, in this order; empty where nothing is known that IT could do. */
export function itRequest(about: ItRequestAbout): readonly ItStep[] {
  const { cloud = 'global' } = about;
  const { onScreen, inShell } = filler(about);
  const script = ({ shell, lines }: NonNullable<ItRequestPart['command']>): Script => {
    const filled = lines.map((line) => inShell(shell, line));
    const connect = connectTo(shell, cloud, lines);
    return { shell, ...(connect === undefined ? {} : { connect }), lines: filled };
  };
  return [...files[about.system].parts, ...files.network.parts]
    .filter((part) => applies(part, about))
    .map(({ id, setting, page, path, command, check, reach, takes, verified }) => {
      const at = page === undefined || typeof page === 'string' ? page : page[cloud];
      return {
        id,
        setting: onScreen(setting),
        ...(at === undefined ? {} : { page: at }),
        path: path.map(onScreen),
        ...(command ? { command: script(command) } : {}),
        ...(check ? { check: script(check) } : {}),
        reach,
        takes,
        // Pages of the separate clouds were not looked at.
        verified: verified && cloud === 'global',
      };
    });
}
