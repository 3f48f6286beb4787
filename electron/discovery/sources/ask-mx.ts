// MX to provider: who takes the mail usually keeps it. Known hosts name a built-in provider; of unknown ones the autoconfig files
// of their owner are asked; a filter in front of the real provider is named and looked behind by the SPF record.
import type { MailProvider } from '../../../shared/mail-provider.ts';
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

/** Whose these hosts are, as far as they are a built-in provider's. */
export function providersOf(hosts: readonly string[]): readonly MailProvider[] {
  return hosts.flatMap((host) => {
    const owner = providerOfMx(host);
    return owner?.kind === 'provider' ? [owner.provider] : [];
  });
}

export async function askMx(context: LookUpContext): Promise<Verdict> {
  const asked = await context.mx();
  if (asked.kind === 'failed') return failedBy(asked.fault);
  const hosts = asked.kind === 'records' ? asked.records.map(({ host }) => host).filter((host) => host !== '') : [];
  const filter = filterBefore(hosts);
  // Beside a filter stands who takes the mail while it is away, often a host of the organisation's own that hides as much.
  const known = filter === null ? providersOf(hosts.slice(0, 1)) : providersOf(hosts);
  if (known[0]) return foundBy({ is: known[0], source: 'mx' });
  if (filter !== null) return lookBehind(context, filter);
  return hosts[0] === undefined ? nothing : askOwnerOf(hosts[0], context);
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
