// Asks the network about a domain: opens what is needed for one look-up, asks every source, ranks, and takes everything down again.
// Loaded at the first look-up, because the libraries behind it would keep the window waiting.
import { domainToASCII } from 'node:url';
import type { LookUpSource } from '../../shared/look-up.ts';
import { problemOf } from '../../shared/problem.ts';
import type { GetOnce } from '../setup/get-once.ts';
import type { FoundProvider, LookUpReport } from '../setup/looking-up.ts';
import type { Attempt, Clock, Outcome } from '../setup/outside-world.ts';
import { askSources, type SourceToAsk } from './ask-sources.ts';
import { makeFetchFile } from './fetch-file.ts';
import { lookUpAddresses } from './look-up-addresses.ts';
import { openNameService } from './name-service.ts';
import { rank } from './rank.ts';
import { askAutoconfig, autoconfigAt, ispdbAt, openAutoconfigAt, wellKnownAt } from './sources/ask-autoconfig.ts';
import { askMicrosoft } from './sources/ask-microsoft.ts';
import { askMx } from './sources/ask-mx.ts';
import { askSrv } from './sources/ask-srv.ts';
import { type LookUpContext, makeLookUpContext } from './sources/look-up-context.ts';
import { whyNothing } from './why-nothing.ts';

export interface OnlineParts {
  readonly getOnce: GetOnce;
  readonly clock: Clock;
  /** An IP address, with `:PORT` or without; null asks the system's. */
  readonly nameServer: string | null;
}

function sourcesFor(context: LookUpContext): readonly SourceToAsk[] {
  const { domain } = context;
  const file = (source: LookUpSource, url: string, whose: 'own' | 'others', unsure?: 'http'): SourceToAsk => ({
    source,
    asked: new URL(url).hostname,
    ask: () => askAutoconfig(context, { url, source, whose, ...(unsure ? { unsure } : {}) }),
  });
  return [
    file('autoconfig', autoconfigAt(domain), 'own'),
    file('well-known', wellKnownAt(domain), 'own'),
    file('ispdb', ispdbAt(domain), 'others'),
    { source: 'mx', asked: domain, ask: () => askMx(context) },
    { source: 'microsoft', asked: new URL(lookUpAddresses.microsoftTenant).hostname, ask: () => askMicrosoft(context) },
    { source: 'srv', asked: domain, ask: () => askSrv(context) },
    file('autoconfig-http', openAutoconfigAt(domain), 'own', 'http'),
  ];
}

/** `typed`: the domain as the person wrote it, in lower case. Ends within the deadline, and when the attempt does. */
export async function lookUpOnline(
  typed: string,
  { getOnce, clock, nameServer }: OnlineParts,
  report: LookUpReport,
  { signal }: Attempt,
): Promise<Outcome<readonly FoundProvider[]>> {
  const domain = domainToASCII(typed);
  if (domain === '') return { ok: false, problem: problemOf('domain-unknown', { domain: typed, suggestion: '' }) };
  const end = new AbortController();
  const stop = (): void => end.abort();
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  try {
    const names = openNameService(nameServer, end.signal);
    const context = makeLookUpContext(domain, names, makeFetchFile(getOnce, end.signal));
    const verdicts = await askSources(sourcesFor(context), { clock, report, signal });
    const found = [...verdicts.values()].flatMap((verdict) => (verdict.found ? [verdict.found] : []));
    if (found.length > 0) return { ok: true, value: rank(found, verdicts.get('microsoft')?.tenant) };
    const problem = signal.aborted ? null : await whyNothing(typed, context, verdicts);
    return problem ? { ok: false, problem } : { ok: true, value: [] };
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
  }
}
