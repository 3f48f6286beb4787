// What `postkey policy` prints: what is laid down here and where, or what is wrong with a file. Pure; every sentence comes from the words.
import type { PolicyInForce, PolicyTrouble } from '../../shared/policy.ts';
import { type FindPolicyWords, policyLines, sayPolicyFault, sayPolicyLine } from '../../shared/policy-lines.ts';

export interface PolicySayings {
  /** A sentence of the words `policy`. */
  readonly find: FindPolicyWords;
  /** One of `cli`, under `policy`. */
  readonly say: FindPolicyWords;
  readonly language: string;
}

/** One JSON document; its fields stay. */
export function policyAsJson({ organisation, settings, setBy, passedOver, troubles }: PolicyInForce): string {
  const document = { ...(organisation === undefined ? {} : { organisation }), settings, setBy, passedOver, troubles };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** A line for each thing laid down, with its place; then what was passed over, and what cannot be read. */
export function policyAsText(policy: PolicyInForce, { find, say, language }: PolicySayings): string {
  const { organisation, passedOver, troubles } = policy;
  const lines = policyLines(policy);
  const from = (level: string, place: string): string => `    ${find(`from.${level}`, { place })}`;
  const head = organisation === undefined ? find('title') : find('titleNamed', { organisation });
  const told = lines.flatMap((line) => [
    `  ${sayPolicyLine(line, find, language)}`,
    from(line.by.level, line.by.place),
  ]);
  const overruled = passedOver.map(({ key, place }) => say('policy.passedOver', { key, place }));
  const broken = troubles.map((trouble) =>
    say('policy.broken', { place: trouble.place, reason: sayPolicyFault(trouble, find) }),
  );
  const laidDown = lines.length === 0 ? [say('policy.none')] : [head, ...told];
  const closed = troubles.length === 0 ? [] : [say('policy.closed')];
  return `${[...laidDown, ...overruled, ...broken, ...closed].join('\n')}\n`;
}

/** `name`: the file as it was given. */
export function checkedAsText(
  name: string,
  mistakes: readonly Pick<PolicyTrouble, 'fault' | 'field'>[],
  notes: readonly string[],
  { find, say }: PolicySayings,
): string {
  const wrong = mistakes.map((mistake) => say('policy.mistake', { file: name, reason: sayPolicyFault(mistake, find) }));
  const noted = notes.map((id) => say('policy.unknownProvider', { file: name, id }));
  return `${[...wrong, ...noted, ...(wrong.length === 0 ? [say('policy.right', { file: name })] : [])].join('\n')}\n`;
}

export function checkedAsJson(
  mistakes: readonly Pick<PolicyTrouble, 'fault' | 'field'>[],
  unknownProviders: readonly string[],
): string {
  const faults = mistakes.map(({ fault, field }) => ({ fault, field }));
  return `${JSON.stringify({ ok: faults.length === 0, faults, unknownProviders }, null, 2)}\n`;
}
