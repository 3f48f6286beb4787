// What the set-up needs of discovery, as an interface: from an address to providers, and from a person's choice to one.
import type { ProviderView, SourceView } from '../../shared/look-up.ts';
import type { AccountSignIn, MailProvider } from '../../shared/mail-provider.ts';
import type { Preset } from '../../shared/preset.ts';
import type { Attempt, Outcome } from './outside-world.ts';

/** Without its forecast, which is the set-up's thinking. */
export type FoundProvider = ProviderView;

export interface LookUpReport {
  /** Called for every source once at the start and again at its verdict. */
  source(verdict: SourceView): void;
}

export interface Discovery {
  /**
   * Asks every source at the same time and ends within six seconds, whatever stalls. What was found comes ranked, the best
   * first; nothing found is an empty list, and the person chooses. Only a domain that cannot have mail is a problem.
   */
  lookUp(
    address: string,
    preset: Preset | null,
    report: LookUpReport,
    attempt: Attempt,
  ): Promise<Outcome<readonly FoundProvider[]>>;
  /** What the person chose by hand, filled up with what is known of that kind of provider. */
  choose(choice: ProviderChoice): FoundProvider;
  /** The domain that a host's owner registered, by the public suffix list; null where it has none. */
  registrableDomain?(host: string): string | null;
}

export interface ProviderChoice {
  readonly signIn: AccountSignIn;
  readonly domain: string;
  readonly issuer?: string | undefined;
  readonly endpoints?: MailProvider['endpoints'];
  readonly servers?: MailProvider['servers'] | undefined;
  readonly tenant?: string | undefined;
}
