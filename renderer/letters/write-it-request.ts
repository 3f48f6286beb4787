// What IT has to do, as paragraphs of a letter: setting, menus, command, how to see that it took, what not to open wider. Pure.
import type { ItStep, Script } from '../../shared/it-requests/it-request.ts';
import type { Say } from './letter-text.ts';

/** Menus are named in the language of the admin centre, from left to right. */
export const writePath = (path: readonly string[]): string => path.join(' > ');

function scriptLines(say: Say, key: 'command' | 'check', script: Script | undefined): readonly string[] {
  if (script === undefined) return [];
  const label = say(`it-request:label.${key}`);
  const shell = say(`it-request:shells.${script.shell}`);
  const connect = script.connect === undefined ? [] : [script.connect];
  return [say('it-request:letter.script', { label, shell }), ...connect, ...script.lines];
}

function writeStep(say: Say, step: ItStep, number: number, clientId: string): string {
  const line = (label: string, value: string): string =>
    say('it-request:letter.line', { label: say(`it-request:label.${label}`), value });
  return [
    say('it-request:fold.number', { number, what: say(`it-request:parts.${step.id}.do`, { clientId }) }),
    line('setting', step.setting),
    ...(step.page === undefined ? [] : [line('page', step.page)]),
    line('path', writePath(step.path)),
    ...scriptLines(say, 'command', step.command),
    ...scriptLines(say, 'check', step.check),
    line('reach', say(`it-request:reach.${step.reach}`)),
    line('takes', say(`it-request:takes.${step.takes}`)),
    say(`it-request:parts.${step.id}.keep`),
    ...(step.verified ? [] : [say('it-request:unverified')]),
  ].join('\n');
}

/** Paragraphs with an empty line between them; empty without steps. */
export function writeItRequest(say: Say, steps: readonly ItStep[], clientId = 'CLIENT-ID'): string {
  if (steps.length === 0) return '';
  const blocks = steps.map((step, at) => writeStep(say, step, at + 1, clientId));
  return [say('it-request:letter.intro'), ...blocks, say('it-request:letter.done')].join('\n\n');
}
