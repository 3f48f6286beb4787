// From the sources' verdicts to a list of candidates, the most trusted first: what agrees becomes one, and Microsoft's directory is
// put in where the mailbox is at Microsoft. Pure.
import { type LookUpSource, lookUpSources, type ProviderSource } from '../../shared/look-up.ts';
import type { MailProvider } from '../../shared/mail-provider.ts';
import type { FoundProvider } from '../setup/looking-up.ts';
import { isSubset } from './provider-of-servers.ts';
import { isWorkAtMicrosoft } from './sources/ask-microsoft.ts';
import type { TenantFacts } from './sources/look-up-context.ts';

/** Lower is more trusted. */
export function trustOf(source: ProviderSource): number {
  const at = lookUpSources.indexOf(source as LookUpSource);
  return at < 0 ? lookUpSources.length : at;
}

/** Whether both lead to the same mailbox: one's servers are all among the other's, and one signs in the same way. */
function agrees(better: FoundProvider, worse: FoundProvider): boolean {
  return better.is.signIn === worse.is.signIn && isSubset(worse.is.servers, better.is.servers);
}

function withTenant(found: FoundProvider, facts: TenantFacts): FoundProvider {
  if (!isWorkAtMicrosoft(found.is)) return found;
  const { tenant, provider, organisation } = facts;
  const isSameCloud = found.is.cloud === undefined || found.is.cloud === provider.cloud;
  const isOwnWord = found.source !== 'mx' && found.source !== 'microsoft';
  // Which servers a domain names itself stays as it is; what was told by the kind of provider alone follows the directory's cloud.
  if (!isSameCloud && isOwnWord) return found;
  const is: MailProvider = isSameCloud ? found.is : provider;
  return { ...found, is: { ...is, tenant }, ...(organisation === undefined ? {} : { organisation }) };
}

/** One candidate of two that agree: what the less trusted one knows besides is kept. */
function merge(better: FoundProvider, worse: FoundProvider): FoundProvider {
  if (!isSubset(better.is.servers, worse.is.servers)) return better;
  if (better.is.kind !== undefined || worse.is.kind === undefined) return better;
  const { loginName, loginNames } = better.is;
  // By the servers alone work and personal mailboxes look alike.
  return { ...better, is: { ...worse.is, loginName, ...(loginNames ? { loginNames } : {}) } };
}

/** `tenant`: of the domain, where Microsoft's directory knows it. */
export function rank(found: readonly FoundProvider[], tenant: TenantFacts | undefined): readonly FoundProvider[] {
  const sorted = [...found].sort((one, other) => trustOf(one.source) - trustOf(other.source));
  const candidates: FoundProvider[] = [];
  for (const each of sorted) {
    const at = candidates.findIndex((better) => agrees(better, each));
    const better = candidates[at];
    if (better) candidates[at] = merge(better, each);
    else candidates.push(each);
  }
  return tenant ? candidates.map((each) => withTenant(each, tenant)) : candidates;
}
