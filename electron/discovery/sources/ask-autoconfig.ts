// The sources that bring an autoconfig file over the web. Each asks one address and judges what came; none decides who wins.
import type { LookUpSource, ProviderView } from '../../../shared/look-up.ts';
import { providerOfAutoconfig } from '../autoconfig/provider-of-autoconfig.ts';
import { readAutoconfig } from '../autoconfig/read-autoconfig.ts';
import { addressFor, lookUpAddresses } from '../look-up-addresses.ts';
import { failedBy, type LookUpContext, nothing, type Verdict } from './look-up-context.ts';

export interface AutoconfigQuestion {
  readonly url: string;
  readonly source: LookUpSource;
  readonly unsure?: NonNullable<ProviderView['unsure']>;
  /** `own`: a name under the mail's domain, which need not exist. `others`: one that does. */
  readonly whose: 'own' | 'others';
}

const path = '/mail/config-v1.1.xml';

export const autoconfigAt = (domain: string): string => `https://autoconfig.${domain}${path}`;
export const wellKnownAt = (domain: string): string => `https://${domain}/.well-known/autoconfig${path}`;
export const openAutoconfigAt = (domain: string): string => `http://autoconfig.${domain}${path}`;
export const ispdbAt = (domain: string): string => addressFor(lookUpAddresses.ispdb, domain);

/** Rejects never. */
export async function askAutoconfig(context: LookUpContext, question: AutoconfigQuestion): Promise<Verdict> {
  const { domain, fetchFile, nameServiceFault, anyNameAnswers } = context;
  const { url, source, unsure, whose } = question;
  const isMadeUp = async (): Promise<boolean> =>
    whose === 'own' && new URL(url).hostname !== domain && anyNameAnswers();
  const got = await fetchFile(url);
  switch (got.kind) {
    case 'nothing':
      return nothing;
    case 'no-such-name': {
      const fault = await nameServiceFault();
      if (fault !== null) return failedBy(fault);
      return whose === 'own' ? nothing : failedBy('unreachable');
    }
    case 'page':
      if (got.elsewhere) return failedBy('portal');
      return failedBy((await isMadeUp()) ? 'any-name-answers' : 'not-xml');
    case 'failed':
      // A web server that stands in for every name has a certificate for its own only.
      return failedBy(got.fault === 'certificate' && (await isMadeUp()) ? 'any-name-answers' : got.fault);
    default: {
      const read = readAutoconfig(got.text, domain);
      if (!read.ok) return failedBy(read.fault === 'not-xml' && (await isMadeUp()) ? 'any-name-answers' : read.fault);
      const is = providerOfAutoconfig(read.config, domain, unsure === undefined);
      return is ? { state: 'found', found: { is, source, ...(unsure ? { unsure } : {}) } } : failedBy('no-use');
    }
  }
}
