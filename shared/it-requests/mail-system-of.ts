// Whose admin centre a mailbox is looked after in, told by what is known of it: the provider, or its servers' names. Pure.
import type { Cloud } from '../mail-provider.ts';

export const mailSystems = ['microsoft', 'google', 'own-server'] as const;
export type MailSystem = (typeof mailSystems)[number];

export interface SystemHints {
  /** "Microsoft", "Microsoft 365", "Gmail". */
  readonly provider?: string | undefined;
  readonly signIn?: string | undefined;
  readonly hosts?: readonly string[] | undefined;
  /** The server's own words: behind a name of the organisation's own there may be a known one. */
  readonly said?: string | undefined;
}

const speech: readonly (readonly [RegExp, MailSystem])[] = [
  [/SmtpClientAuthentication|AADSTS\d|authenticated but not connected|\.outlook\.com\]/iu, 'microsoft'],
  [/\(Failure\)|\bgsmtp\b|admin_policy_enforced/u, 'google'],
];

const hosts: readonly (readonly [RegExp, MailSystem, Cloud?])[] = [
  [/(?:^|\.)outlook-dod\.office365\.us$/iu, 'microsoft', 'us-dod'],
  [/(?:^|\.)office365\.us$/iu, 'microsoft', 'us-gov'],
  [/(?:^|\.)partner\.outlook\.cn$/iu, 'microsoft', 'china'],
  [/(?:^|\.)(?:office365|outlook|office)\.com$/iu, 'microsoft'],
  [/(?:^|\.)(?:gmail|googlemail|google)\.com$/iu, 'google'],
];

/** Servers' names tell most; an unknown provider has a server of its own. */
export function mailSystemOf(hints: SystemHints): { readonly system: MailSystem; readonly cloud?: Cloud } {
  for (const host of hints.hosts ?? []) {
    const known = hosts.find(([pattern]) => pattern.test(host.replace(/\.$/u, '')));
    if (known) return { system: known[1], ...(known[2] === undefined ? {} : { cloud: known[2] }) };
  }
  const spoken = speech.find(([pattern]) => pattern.test(hints.said ?? ''));
  if (spoken) return { system: spoken[1] };
  if (hints.signIn === 'microsoft' || /microsoft|outlook|office ?365/iu.test(hints.provider ?? '')) {
    return { system: 'microsoft' };
  }
  if (hints.signIn === 'google' || /google|gmail/iu.test(hints.provider ?? '')) return { system: 'google' };
  return { system: 'own-server' };
}
