// Runs one injected fault and judges how it ended: in time, in its cause, with the right actor, and without a secret in what was said.
import { problems } from '../shared/problem.ts';
import { type Ended, type Fault, NotPossibleHere, secretsUsed } from './fault.ts';

/** What the table shows of a fault that was run. */
export interface FaultLine {
  readonly id: string;
  readonly group: string;
  readonly injected: string;
  /** The causes, or why there is none. */
  readonly ended: string;
  readonly actor: string;
  readonly ms: number;
  readonly deadlineMs: number;
  /** What is not as it must be; empty when all is well. */
  readonly wrong: readonly string[];
  /** This computer does not let it be injected; `ended` says why. */
  readonly notTried?: true;
}

/** How late a timer may be on a busy computer: the app's deadline is one, and there is no other way to see that it came. */
const lateness = 2_000;
/** For servers to start and stop around the app's own part. */
const around = 20_000;

/** Never rejects: what went wrong is in `wrong`. `spareMs`: how long it may take besides, before it is given up. */
export async function runFault(fault: Fault, spareMs = lateness + around): Promise<FaultLine> {
  const { id, group, injected, deadlineMs } = fault;
  const stop = new AbortController();
  const begun = performance.now();
  const timer = setTimeout(() => stop.abort(), deadlineMs + spareMs);
  const late = new Promise<Error>((resolve) => {
    stop.signal.addEventListener('abort', () => resolve(new Error('It did not end.')), { once: true });
  });
  const ended = await Promise.race([fault.run(stop.signal).catch(asError), late]);
  clearTimeout(timer);
  const allMs = Math.round(performance.now() - begun);
  if (ended instanceof NotPossibleHere) {
    const not = `not tried: ${ended.message}`;
    return { id, group, injected, ended: not, actor: '', ms: allMs, deadlineMs, wrong: [], notTried: true };
  }
  if (ended instanceof Error) {
    const wrong = [ended.stack ?? ended.message];
    return { id, group, injected, ended: 'could not be tried', actor: '', ms: allMs, deadlineMs, wrong };
  }
  const ms = ended.tookMs ?? allMs;
  const cause = ended.causes[0];
  return {
    id,
    group,
    injected,
    ended: endedIn(ended),
    actor: cause === undefined ? 'nobody' : problems[cause].actor,
    ms,
    deadlineMs,
    wrong: [...wrongCause(fault, ended), ...tooLate(ms, deadlineMs), ...secretsIn(ended.said)],
  };
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

function endedIn({ causes, verdict }: Ended): string {
  const named = [causes.join(' or '), verdict ?? ''].filter((part) => part !== '').join(': ');
  return named === '' ? 'nothing went wrong' : named;
}

function wrongCause({ causes, verdict, actor }: Fault, ended: Ended): readonly string[] {
  const first = ended.causes[0];
  const isNamed = causes.length > 0 || verdict !== undefined;
  const asExpected =
    isNamed && ended.verdict === verdict && [...causes].sort().join() === [...ended.causes].sort().join();
  const must = [causes.join(' and '), verdict ?? ''].filter((part) => part !== '').join(': ');
  const wrong = asExpected ? [] : [`must end in ${must}; was: ${endedIn(ended)}; said: ${ended.said.slice(0, 2000)}`];
  const acts = first === undefined ? 'nobody' : problems[first].actor;
  if (!asExpected && first === undefined) return wrong;
  return acts === actor ? wrong : [...wrong, `must be for: ${actor}`];
}

const tooLate = (ms: number, deadlineMs: number): readonly string[] =>
  ms <= deadlineMs + lateness ? [] : [`ended after ${ms} ms, ${ms - deadlineMs} ms past its deadline`];

function secretsIn(said: string): readonly string[] {
  // Base64 of something that holds the secret begins at any of three offsets: look inside every run instead.
  const runs = said.match(/[A-Za-z0-9+/_-]{24,}={0,2}/gu) ?? [];
  const decoded = runs.map((run) => Buffer.from(run, 'base64').toString('latin1'));
  return Object.entries(secretsUsed).flatMap(([name, secret]) => {
    const forms = [
      secret,
      encodeURIComponent(secret),
      secret.replaceAll(' ', '+'),
      JSON.stringify(secret).slice(1, -1),
    ];
    const isSeen = forms.some((form) => said.includes(form)) || decoded.some((text) => text.includes(secret));
    return isSeen ? [`shows the ${name}`] : [];
  });
}
