// Finds the words for what a step did, does or waits for: its live line in the rail and the sentence said aloud.
// Turns codes into keys; holds no sentence.
import i18next, { type TFunction } from 'i18next';
import type { Problem } from '../../shared/problem.ts';
import type { StepId } from '../../shared/setup-steps.ts';
import { stepNumber } from '../../shared/setup-steps.ts';
import type { ActivityCode, StepFact, StepStatus } from '../../shared/step-status.ts';
import { writeShortDay } from '../letters/write-dates.ts';

type Values = Readonly<Record<string, string | number>>;

/** Values as i18next wants them: what is counted is `count`, what decides the wording is `context`. */
function wordValues(t: TFunction, values: Values): Record<string, string | number> {
  const all: Record<string, string | number> = { ...values };
  const counted = values['count'] ?? values['seconds'] ?? values['minutes'] ?? values['days'];
  if (counted !== undefined) all['count'] = counted;
  if (values['browser'] === '') all['context'] = 'unnamed';
  if (values['store'] !== undefined) all['context'] = values['store'];
  const { since } = values;
  if (typeof since === 'number') {
    all['context'] = 'since';
    all['date'] = writeShortDay(i18next.language ?? 'en', since, Date.now());
  }
  if (values['first'] !== undefined) all['program'] = t(`window:programs.${values['first']}`);
  return all;
}

/** "Signed in as Pat Moreno" */
export function factWords(t: TFunction, fact: StepFact): string {
  return t(`steps:facts.${fact.code}`, wordValues(t, fact.values ?? {}));
}

/** "Waiting for you in Firefox" */
export function activityWords(t: TFunction, activity: ActivityCode, values: Values = {}): string {
  return t(`steps:activities.${activity}`, wordValues(t, { ...values, browser: values['browser'] ?? '' }));
}

/** "Sending is switched off" */
export function problemTitle(t: TFunction, problem: Problem): string {
  return t(`problems:${problem.code}.title`, { ...problem.facts });
}

/** The line under a step's name; undefined for a step that has nothing to say yet. */
export function liveLine(t: TFunction, status: StepStatus): string | undefined {
  switch (status.kind) {
    case 'waiting':
      return undefined;
    case 'working':
      return activityWords(t, status.activity, status.values);
    case 'needs-you':
      return yourTurnLine(t, status.fact);
    case 'done':
      return factWords(t, status.fact);
    case 'noted':
      // No browser took the link: then the note is the fact.
      return status.problem.code === 'browser-not-opened' ? problemTitle(t, status.problem) : factWords(t, status.fact);
    case 'skipped':
      return t(`steps:skipped.${status.reason}`);
    case 'failed':
      return t('steps:stopped', { title: problemTitle(t, status.problem) });
  }
}

function yourTurnLine(t: TFunction, fact: StepFact | undefined): string {
  if (fact === undefined) return t('steps:yourTurn.plain');
  return t([`steps:yourTurn.${fact.code}`, 'steps:yourTurn.other'], {
    ...wordValues(t, fact.values ?? {}),
    fact: factWords(t, fact),
  });
}

/** What is said aloud when a step changes: "Step 7, Getting the key: done. Signed in as Pat Moreno." */
export function spokenChange(t: TFunction, step: StepId, status: StepStatus): string | undefined {
  if (status.kind === 'waiting') return undefined;
  return t(`steps:said.${status.kind}`, {
    number: stepNumber(step),
    name: t(`steps:names.${step}`),
    line: liveLine(t, status) ?? '',
    title: status.kind === 'failed' ? problemTitle(t, status.problem) : '',
  });
}
