// One look-up in the tests' own network: names and web as told, the real discovery between them. Never used outside tests.
import { afterEach } from 'vitest';
import type { LookUpSource, SourceView } from '../../shared/look-up.ts';
import type { Preset } from '../../shared/preset.ts';
import type { Clock } from '../setup/outside-world.ts';
import { makeDiscovery } from './make-discovery.ts';
import { openTrialNames, type TrialNames, type Zone } from './trial-names.test-part.ts';
import { openTrialWeb, type Sites, type TrialWeb } from './trial-web.test-part.ts';

const opened: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((each) => each.stop()));
});

/** The clock on the wall, with the deadlines `speed` times as near. */
export function quickClock(speed: number): Clock & { readonly running: () => number } {
  let running = 0;
  return {
    now: () => Date.now(),
    after: (ms, call) => {
      let isOver = false;
      const over = (): void => {
        if (!isOver) running -= 1;
        isOver = true;
      };
      running += 1;
      const timer = setTimeout(() => {
        over();
        call();
      }, ms / speed);
      return () => {
        over();
        clearTimeout(timer);
      };
    },
    running: () => running,
  };
}

export interface Trial {
  readonly zone: Zone;
  readonly sites?: Sites;
  readonly preset?: Preset;
  readonly address?: string;
  readonly nameServer?: string;
  /** The name service knows the zone alone; the web is reached all the same, as through a proxy. */
  readonly nobodyOutside?: boolean;
  readonly clock?: Clock;
  readonly signal?: AbortSignal;
  readonly onSource?: (view: SourceView) => void;
}

export interface Tried {
  readonly outcome: Awaited<ReturnType<ReturnType<typeof makeDiscovery>['lookUp']>>;
  /** The last word of each source. */
  readonly said: Partial<Record<LookUpSource, SourceView>>;
  readonly names: TrialNames;
  readonly web: TrialWeb;
}

/** Whoever the look-ups ask besides the domain is there, and knows nothing, unless the trial says otherwise. */
const others: { readonly zone: Zone; readonly sites: Sites } = {
  zone: { 'live.thunderbird.net': { a: ['192.0.2.1'] }, 'login.microsoftonline.com': { a: ['192.0.2.2'] } },
  sites: {
    'https://live.thunderbird.net': (_request, response) => void response.writeHead(404).end(),
    'https://login.microsoftonline.com': (_request, response) =>
      void response.writeHead(400).end('{"error":"invalid_tenant"}'),
  },
};

/** Looks `pat@harbour.example` up. */
export async function tryLookUp(trial: Trial): Promise<Tried> {
  const names = await openTrialNames({ ...(trial.nobodyOutside ? {} : others.zone), ...trial.zone });
  const leads = (host: string, depth = 0): boolean => {
    const entry = names.entry(host);
    if (entry?.cname !== undefined && depth < 5) return leads(entry.cname, depth + 1);
    return (entry?.a?.length ?? 0) > 0;
  };
  const web = await openTrialWeb(
    { ...others.sites, ...trial.sites },
    (host) => leads(host) || (trial.nobodyOutside === true && host in others.zone),
  );
  opened.push(names, web);
  const discovery = makeDiscovery({
    getOnce: web.getOnce,
    clock: trial.clock ?? quickClock(1),
    nameServer: trial.nameServer ?? names.address,
  });
  const said: Partial<Record<LookUpSource, SourceView>> = {};
  const report = {
    source: (view: SourceView) => {
      said[view.source] = view;
      trial.onSource?.(view);
    },
  };
  const attempt = { signal: trial.signal ?? new AbortController().signal };
  const outcome = await discovery.lookUp(trial.address ?? 'pat@harbour.example', trial.preset ?? null, report, attempt);
  return { outcome, said, names, web };
}
