// Lines that stand in several groups of a case file: a problem, the ladders, a look. Pure.
import type { WatchView } from '../../../shared/account-state.ts';
import type { CaseLine } from '../../../shared/case-draft.ts';
import { usualStamp, watchedStep } from '../../../shared/cause-steps.ts';
import { type Ladder, rungs } from '../../../shared/ladder.ts';
import { type Problem, problemStamp, problems } from '../../../shared/problem.ts';
import type { StepId } from '../../../shared/setup-steps.ts';

export type Values = Readonly<Record<string, string | number>>;
export type FindWords = (
  namespace: 'case-file' | 'problems' | 'steps' | 'window',
  key: string,
  values?: Values,
) => string;

export interface Telling {
  readonly find: (
    namespace: 'problems' | 'steps' | 'window',
    key: string,
    values?: Values,
    otherwise?: string,
  ) => string;
  /** Of `case-file`. */
  readonly say: (key: string, values?: Values) => string;
  /** An instant with its time zone, as the person writes it. */
  readonly at: (instant: number) => string;
}

export function tellingIn(find: FindWords, language: string): Telling {
  const format = new Intl.DateTimeFormat(language, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
  });
  return {
    find: (namespace, key, values, otherwise) => {
      const found = find(namespace, key, values);
      return otherwise !== undefined && found === key ? otherwise : found;
    },
    say: (key, values) => find('case-file', key, values),
    at: (instant) => format.format(instant),
  };
}

/** Things side by side; not a sentence. */
export const listOf = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ');

/** Everything about a problem; `step` where it was met, or absent: where it usually is. `part`: where it stands in the data. */
export function problemLines(
  problem: Problem,
  step: StepId | undefined,
  { say, find }: Telling,
  part: string,
): readonly CaseLine[] {
  // A step that stopped, stopped for a reason; anywhere else the reason can be left out.
  const whole = part.startsWith('setup.steps.') ? {} : { part };
  const { code, facts, serverSaid, logReference } = problem;
  const stamp = step ? problemStamp(step, problem) : usualStamp(code);
  const values = Object.entries(facts).map(([name, value]) => `${name}: ${value}`);
  return [
    {
      label: say('labels.code'),
      value: say('values.stop', { title: find('problems', `${code}.title`, facts), code: stamp }),
      ...whole,
    },
    { label: say('labels.what'), value: find('problems', `${code}.what`, facts), ...whole },
    { label: say('labels.next'), value: find('problems', `${code}.next`, facts), ...whole },
    { label: say('labels.actor'), value: say(`actors.${problems[code].actor}`), ...whole },
    ...(serverSaid === undefined
      ? []
      : [{ label: say('labels.serverSaid'), value: serverSaid, part: `${part}.serverSaid` }]),
    ...(values.length === 0 ? [] : [{ label: say('labels.values'), value: listOf(values), part: `${part}.facts` }]),
    ...(logReference === undefined
      ? []
      : [{ label: find('window', 'cause.logReference'), value: logReference, part: `${part}.logReference` }]),
  ];
}

/** `part`: where the list of them stands in the data. */
export function laddersLines(ladders: readonly Ladder[], telling: Telling, part: string): readonly CaseLine[] {
  return ladders.flatMap((ladder, at) => ladderLines(ladder, telling, `${part}.${at}`));
}

function ladderLines(ladder: Ladder, telling: Telling, part: string): readonly CaseLine[] {
  const { say, find } = telling;
  const {
    service,
    server,
    loginName,
    by = 'token',
    state,
    totalMs,
    messages,
    problem,
    insteadOf,
    refusedNames,
  } = ladder;
  const label = find('window', `details.${service}`);
  const climbed = rungs.map((rung) => {
    const at = ladder.rungs[rung];
    const values = {
      rung: find('window', `ladder.rungs.${rung}`),
      state: find('window', `ladder.rungStates.${at.kind}`),
    };
    return 'ms' in at ? say('values.rung', { ...values, ms: at.ms }) : say('values.rungOpen', values);
  });
  const end = say(`ladderStates.${state}`);
  return [
    {
      label,
      part,
      value: say('values.server', {
        host: server.host,
        port: server.port,
        security: say(`security.${server.security}`),
        by: say(`by.${by}`),
        name: loginName,
      }),
    },
    { label, value: listOf(climbed), part },
    {
      label,
      part,
      value: listOf([
        totalMs === undefined ? end : say('values.total', { state: end, ms: totalMs }),
        messages === undefined ? '' : say('values.messages', { count: messages }),
        insteadOf === undefined ? '' : say('values.insteadOf', { name: insteadOf }),
        refusedNames === undefined ? '' : say('values.refusedNames', { names: refusedNames.join(', ') }),
      ]),
    },
    ...(problem ? problemLines(problem, 'test', telling, `${part}.problem`) : []),
  ];
}

export function watchLines(watch: WatchView, telling: Telling, part: string): readonly CaseLine[] {
  const { say, at, find } = telling;
  const seen = Object.entries(watch.services).map(
    ([service, verdict]) => `${find('window', `services.${service}`, {}, service)} ${say(`verdicts.${verdict}`)}`,
  );
  return [
    { label: say('labels.lastLook'), value: at(watch.lastCheckAt), part },
    { label: say('labels.nextLook'), value: at(watch.nextCheckAt), part },
    ...(watch.validUntil === undefined
      ? []
      : [{ label: say('labels.validUntil'), value: at(watch.validUntil), part: `${part}.validUntil` }]),
    ...(seen.length === 0 ? [] : [{ label: say('labels.services'), value: listOf(seen), part: `${part}.services` }]),
    ...(watch.problem
      ? problemLines(watch.problem, watchedStep(watch.problem.code, watch.services), telling, `${part}.problem`)
      : []),
    ...laddersLines(watch.ladders ?? [], telling, `${part}.ladders`),
  ];
}
