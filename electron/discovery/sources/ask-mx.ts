// MX to provider: who takes the mail usually keeps it. Known hosts name a built-in provider; of unknown ones the autoconfig files
// of their owner are asked; a filter in front of the real provider is named and looked behind by the SPF record.
import type { FoundProvider } from '../../setup/looking-up.ts';
import { providerOfMx } from '../provider-data.ts';
import { registrableDomain } from '../registrable-domain.ts';
import { askAutoconfig, autoconfigAt, ispdbAt } from './ask-autoconfig.ts';
import { failedBy, type LookUpContext, nothing, type Verdict } from './look-up-context.ts';
import { areServersTrusted } from './trusted-servers.ts';

/** The mail filter that stands before a domain's real servers, where one does. */
export function filterBefore(hosts: readonly string[]): string | null {
  for (const host of hosts) {
    const known = providerOfMx(host);
    if (known?.kind === 'filter') return known.name;
  }
  return null;
}

export async function askMx(context: LookUpContext): Promise<Verdict> {
  const asked = await context.mx();
  if (asked.kind === 'failed') return failedBy(asked.fault);
  const hosts = asked.kind === 'records' ? asked.records.map(({ host }) => host).filter((host) => host !== '') : [];
  const behind = hosts.find((host) => providerOfMx(host)?.kind !== 'filter');
  const known = behind === undefined ? null : providerOfMx(behind);
  if (known?.kind === 'provider') return foundBy({ is: known.provider, source: 'mx' });
  const filter = filterBefore(hosts);
  if (filter !== null) return lookBehind(context, filter);
  return behind === undefined ? nothing : askOwnerOf(behind, context);
}

const foundBy = (found: FoundProvider): Verdict => ({ state: 'found', found });

/** Microsoft is left to its own source, which knows more than the hint. */
async function lookBehind({ senders }: LookUpContext, filter: string): Promise<Verdict> {
  const [only, ...others] = await senders();
  const isPlain = only !== undefined && others.length === 0 && only.signIn !== 'microsoft';
  return isPlain ? foundBy({ is: only, source: 'mx' }) : { ...nothing, names: filter };
}

/** Thunderbird's order: the host without its first label before the registered domain, the owner's own file before the ISPDB's. */
async function askOwnerOf(host: string, context: LookUpContext): Promise<Verdict> {
  const base = registrableDomain(host);
  if (base === null) return nothing;
  const full = host.slice(host.indexOf('.') + 1);
  const owners = (full.endsWith(`.${base}`) ? [full, base] : [base]).filter((owner) => owner !== context.domain);
  const questions = [...owners.map(autoconfigAt), ...owners.map(ispdbAt)];
  const verdicts = await Promise.all(
    questions.map((url) => askAutoconfig(context, { url, source: 'mx', unsure: 'dns', whose: 'own' })),
  );
  const best = verdicts.find(({ found }) => found !== undefined)?.found;
  if (!best) return nothing;
  const { unsure: _unsure, ...sure } = best;
  return foundBy(areServersTrusted(best.is.servers, context.domain) ? sure : best);
}
