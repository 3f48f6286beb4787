// The twelve steps of a case file as lines, with what was found, asked for and noted on the way. Pure.
import type { CaseGroup, CaseLine } from '../../../shared/case-draft.ts';
import type { CaseSetup } from '../../../shared/case-file.ts';
import { setupSteps, stepNumber } from '../../../shared/setup-steps.ts';
import type { StepFact, StepStatus } from '../../../shared/step-status.ts';
import { listOf, problemLines, type Telling, type Values } from './case-line-parts.ts';

/** As the finder of words wants them; see the window's own `factWords`. */
function wordValues(values: Values, { find }: Telling): Values {
  const count = values['count'] ?? values['seconds'] ?? values['minutes'] ?? values['days'];
  const { store, first, browser } = values;
  return {
    ...values,
    ...(count === undefined ? {} : { count }),
    ...(browser === '' ? { context: 'unnamed' } : {}),
    ...(store === undefined ? {} : { context: store }),
    ...(first === undefined ? {} : { program: find('window', `programs.${first}`) }),
  };
}

function factLine(fact: StepFact, telling: Telling): string {
  return telling.find('steps', `facts.${fact.code}`, wordValues(fact.values ?? {}, telling));
}

/** A line with values of the moment in it can be left out: its values are then. */
function partOf(values: Values | undefined, part: string): { readonly part?: string } {
  return Object.values(values ?? {}).some((value) => typeof value === 'string') ? { part } : {};
}

function statusLines(step: (typeof setupSteps)[number], status: StepStatus, telling: Telling): readonly CaseLine[] {
  const place = `setup.steps.${step}`;
  const { find, say, at } = telling;
  const label = `${stepNumber(step)} ${find('steps', `names.${step}`)}`;
  const state = find('steps', `states.${status.kind}`);
  switch (status.kind) {
    case 'waiting':
      return [{ label, value: state }];
    case 'working': {
      const { since } = status.values ?? {};
      const activity = find('steps', `activities.${status.activity}`, { context: 'unnamed', ...status.values });
      return [
        {
          label,
          ...partOf(status.values, `${place}.values`),
          value: listOf([state, activity, typeof since === 'number' ? at(since) : '', ...rest(status.values)]),
        },
      ];
    }
    case 'needs-you':
      return [
        {
          label,
          ...partOf(status.fact?.values, `${place}.fact.values`),
          value: listOf([state, status.fact ? factLine(status.fact, telling) : '']),
        },
      ];
    case 'skipped':
      return [{ label, value: listOf([state, find('steps', `skipped.${status.reason}`)]) }];
    case 'failed':
      return [{ label, value: state }, ...problemLines(status.problem, step, telling, `${place}.problem`)];
    case 'done':
    case 'noted': {
      const line = listOf([state, factLine(status.fact, telling)]);
      const first = {
        label,
        ...partOf(status.fact.values, `${place}.fact.values`),
        value: say('values.stepTime', { line, ms: Math.round(status.ms) }),
      };
      return status.kind === 'done'
        ? [first]
        : [first, ...problemLines(status.problem, step, telling, `${place}.problem`)];
    }
  }
}

/** What the words may not say of a working step. */
function rest(values: Values | undefined): readonly string[] {
  const { browser } = values ?? {};
  return typeof browser === 'string' ? [browser] : [];
}

export function stepGroups(setup: CaseSetup, telling: Telling): readonly CaseGroup[] {
  const { say, find } = telling;
  const service = (name: string): string => find('window', `services.${name}`, {}, name);
  const granted = { true: 'yes', false: 'no', undefined: 'open' } as const;
  return [
    { title: say('groups.steps'), lines: setupSteps.flatMap((step) => statusLines(step, setup.steps[step], telling)) },
    {
      title: say('groups.look'),
      lines: (setup.lookUp ?? []).map(({ source, state, sent, fault, asked, provider, ms }, at) => ({
        part: `setup.lookUp.${at}`,
        label: say(`sources.${source}`),
        value: listOf([
          say(fault ? 'values.sourceFault' : 'values.source', {
            state: say(`asking.${state}`),
            sent: say(`sent.${sent}`),
            ...(fault ? { fault } : {}),
          }),
          asked ? say('values.asked', { host: asked }) : '',
          provider ? say('values.named', { provider }) : '',
          ms === undefined ? '' : say('values.took', { ms: Math.round(ms) }),
        ]),
      })),
    },
    {
      title: say('groups.scopes'),
      lines: setup.scopes.map((each, at) => ({
        part: `setup.scopes.${at}`,
        label: service(each.service),
        value: say('values.scope', { scope: each.scope, state: say(`granted.${granted[`${each.granted}`]}`) }),
      })),
    },
    {
      title: say('groups.details'),
      lines: setupSteps.flatMap((step) =>
        (setup.details[step] ?? []).map(({ label, value }, at) => ({
          part: `setup.details.${step}.${at}`,
          label: `${stepNumber(step)} ${find('window', `details.${label}`, {}, label)}`,
          value,
        })),
      ),
    },
  ];
}
