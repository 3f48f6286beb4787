// What is asked about an address, what each source said, and what came of it. Plain data; travels to the window as it is.
import type { MailProvider } from './mail-provider.ts';

/** What is asked about an address, in the order of trust. */
export const lookUpSources = [
  'preset',
  'built-in',
  'autoconfig',
  'well-known',
  'ispdb',
  'mx',
  'microsoft',
  'srv',
  'autoconfig-http',
] as const;
export type LookUpSource = (typeof lookUpSources)[number];

/** Where the knowledge came from, shown beside it. */
export type ProviderSource = LookUpSource | 'chosen' | 'practice';

export const lookUpFaults = [
  'timeout',
  'offline',
  'no-resolver',
  'name-service-silent',
  'unreachable',
  'certificate',
  'portal',
  'not-xml',
  'broken-xml',
  'too-large',
  'redirect-refused',
  'server-fault',
  'any-name-answers',
  'no-use',
] as const;
export type LookUpFault = (typeof lookUpFaults)[number];

/** One source's verdict about an address. */
export interface SourceView {
  readonly source: LookUpSource;
  readonly state: 'asking' | 'found' | 'nothing' | 'failed' | 'not-asked';
  /** What left this computer for it. */
  readonly sent: 'nothing' | 'domain' | 'address';
  readonly fault?: LookUpFault;
  /** The host that was asked. */
  readonly asked?: string;
  /** What it names. */
  readonly provider?: string;
  readonly ms?: number;
}

export const forecastReasons = [
  'preset-approved',
  'personal-mailbox',
  'microsoft-default-rule',
  'google-may-restrict',
  'no-sign-in-page',
  'not-known',
] as const;

/** Whether somebody has to approve the app first, before anybody was asked. */
export interface ForecastView {
  readonly approval: 'given' | 'not-needed' | 'perhaps' | 'likely' | 'not-known';
  readonly reason: (typeof forecastReasons)[number];
}

export interface ProviderView {
  readonly is: MailProvider;
  readonly source: ProviderSource;
  readonly organisation?: string;
  /** The preset says that IT has approved the app already. */
  readonly approved?: boolean;
  /** It came by a way that others on the line could have changed: its servers are shown and confirmed first. */
  readonly unsure?: 'dns' | 'http';
  /** By host: the domain its owner registered, as a person compares it. Only where it is `unsure`. */
  readonly serverDomains?: Readonly<Record<string, string>>;
  readonly forecast?: ForecastView;
}
