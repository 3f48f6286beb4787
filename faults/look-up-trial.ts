// A real look-up of an address against names and a web of the fault's own; says what one source came to, and what came of it all.

import { systemClock } from '../electron/desktop/system-clock.ts';
import { makeDiscovery } from '../electron/discovery/make-discovery.ts';
import { type Entry, openTrialNames, type Zone } from '../electron/discovery/trial-names.test-part.ts';
import { openTrialWeb, type Sites } from '../electron/discovery/trial-web.test-part.ts';
import type { GetOnce } from '../electron/setup/get-once.ts';
import type { LookUpFault, LookUpSource, SourceView } from '../shared/look-up.ts';
import { causesOf, type Ended, type Fault, type FaultGroup } from './fault.ts';
import { untilTrue } from './mail-trial.ts';

/** The set-up's own for a look-up. */
export const lookUpMs = 6_000;

export interface LookUpMeeting {
  readonly zone?: Zone;
  readonly sites?: Sites;
  readonly address?: string;
  /** Instead of the one that knows the zone: `127.0.0.1:PORT`. */
  readonly nameServer?: () => Promise<{ readonly address: string; stop(): Promise<void> }>;
  /** Neither the collections of other people nor anybody else outside is known. */
  readonly nobodyOutside?: boolean;
  /** Takes the place of the web for some addresses; null leaves them to it. */
  readonly getInstead?: (url: URL) => GetOnce | null;
  /** The person goes on typing after so long. */
  readonly endsAfterMs?: number;
  /** Whose verdict is told; that of no one where only the outcome counts. */
  readonly tells?: LookUpSource;
  /** Whether the resolver gives up first or the look-up does, is a matter of milliseconds: both are told as "no answer". */
  readonly isSilence?: true;
}

const noAnswer: readonly (LookUpFault | undefined)[] = ['timeout', 'name-service-silent'];

const a = ['192.0.2.10'];
export const file = '/mail/config-v1.1.xml';
const outside: Zone = { 'live.thunderbird.net': { a }, 'login.microsoftonline.com': { a } };
const nothingThere: Sites = {
  'https://live.thunderbird.net': (_request, response) => void response.writeHead(404).end(),
  'https://login.microsoftonline.com': (_request, response) => void response.writeHead(400).end('{}'),
};
/** A domain with a website, mail nowhere. */
const usualZone: Zone = { 'harbour.example': { a }, 'autoconfig.harbour.example': { a } };
const usualSites: Sites = {
  'https://harbour.example': (_request, response) => void response.writeHead(404).end(),
  'https://autoconfig.harbour.example': (_request, response) => void response.writeHead(404).end(),
  'http://autoconfig.harbour.example': (_request, response) => void response.writeHead(404).end(),
};

export async function meetNames(meeting: LookUpMeeting, signal: AbortSignal): Promise<Ended> {
  const zone = { ...(meeting.nobodyOutside ? {} : outside), ...(meeting.zone ?? usualZone) };
  const names = await openTrialNames(zone);
  const other = await meeting.nameServer?.();
  const leads = (entry: Entry | undefined): boolean => (entry?.a?.length ?? 0) > 0;
  const web = await openTrialWeb(
    { ...nothingThere, ...usualSites, ...meeting.sites },
    (host) => leads(names.entry(host)) || (meeting.nobodyOutside === true && host in outside),
  );
  const getOnce: GetOnce = (url, wish) => (meeting.getInstead?.(new URL(url)) ?? web.getOnce)(url, wish);
  const discovery = makeDiscovery({ getOnce, clock: systemClock, nameServer: other?.address ?? names.address });
  const said: Partial<Record<LookUpSource, SourceView>> = {};
  const own = new AbortController();
  const stop = (): void => own.abort();
  signal.addEventListener('abort', stop);
  const timer = meeting.endsAfterMs === undefined ? undefined : setTimeout(stop, meeting.endsAfterMs);
  try {
    // The libraries behind it are loaded while the person types.
    await discovery.prepare();
    const begun = performance.now();
    const report = {
      source: (view: SourceView): void => {
        said[view.source] = view;
      },
    };
    const outcome = await discovery.lookUp(meeting.address ?? 'pat@harbour.example', null, report, own);
    const tookMs = Math.round(performance.now() - begun);
    await untilTrue(() => web.open() === 0, 'a connection was left open');
    const one = meeting.tells === undefined ? undefined : said[meeting.tells];
    const isSilent = meeting.isSilence === true && noAnswer.includes(one?.fault);
    const told = one === undefined ? [] : [`${one.source}: ${isSilent ? 'no answer' : (one.fault ?? one.state)}`];
    const first = outcome.ok ? outcome.value[0] : undefined;
    const found = first ? `found by ${first.source}${first.unsure ? ', to be confirmed' : ''}` : 'the person chooses';
    const verdict = [...told, ...(outcome.ok ? [found] : [])].join('; ');
    return {
      causes: causesOf(outcome),
      ...(verdict === '' ? {} : { verdict }),
      said: JSON.stringify({ outcome, said }),
      tookMs,
    };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
    await Promise.all([names.stop(), web.stop(), other?.stop()]);
  }
}

type Met = LookUpMeeting & Partial<Pick<Fault, 'causes' | 'actor'>> & { readonly verdict?: string };

/** Ends in a verdict unless causes are given. */
export const lookUpFault = (group: FaultGroup, id: string, injected: string, met: Met): Fault => {
  const { causes = [], actor = 'nobody', verdict, ...meeting } = met;
  return {
    id: `${group}-${id}`,
    group,
    injected,
    deadlineMs: lookUpMs,
    causes,
    actor,
    ...(verdict === undefined ? {} : { verdict }),
    run: (signal) => meetNames(meeting, signal),
  };
};
