// Reads one source of policy: the text of a file, or an object made from the registry. Pure; never throws, never quotes a value.
import { nameSaidTwice } from './json-traps.ts';
import { type Policy, type PolicyFault, policySchema } from './policy.ts';
import { readPreset } from './preset.ts';

export const policyMaxBytes = 2_000_000;

export type PolicyReading =
  | { readonly ok: true; readonly policy: Policy }
  /** Every place that is wrong, the first in the file first. */
  | { readonly ok: false; readonly faults: readonly PolicyMistake[] };

export interface PolicyMistake {
  readonly fault: PolicyFault;
  /** As in `updates` or `preset.signIn.clientId`; empty: the whole. */
  readonly field: string;
}

const onlyFault = (fault: PolicyFault, field = ''): PolicyReading => ({ ok: false, faults: [{ fault, field }] });

export function readPolicyText(fileText: string): PolicyReading {
  if (fileText.length > policyMaxBytes) return onlyFault('too-large');
  const text = fileText.replace(/^\uFEFF/u, '');
  try {
    const json: unknown = JSON.parse(text);
    // Who looks it over reads the first, and programs take the last.
    const twice = nameSaidTwice(text);
    return twice === null ? readPolicy(json) : onlyFault('said-twice', twice.slice(0, 100));
  } catch {
    return onlyFault('not-json');
  }
}

interface Said {
  readonly [key: string]: unknown;
  readonly postkeyPolicy?: unknown;
  readonly preset?: unknown;
}

export function readPolicy(json: unknown): PolicyReading {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return onlyFault('version-missing');
  const said: Said = { ...json };
  if (said.postkeyPolicy === undefined) return onlyFault('version-missing', 'postkeyPolicy');
  if (Number(said.postkeyPolicy) > 1) return onlyFault('newer-version', 'postkeyPolicy');
  const parsed = policySchema.safeParse(json);
  const faults = parsed.success ? [] : parsed.error.issues.flatMap((issue) => mistakesOf(issue, said));
  const inPreset = presetMistake(said.preset);
  const all = inPreset ? [...faults.filter(({ field }) => field !== 'preset'), inPreset] : faults;
  return parsed.success && all.length === 0 ? { ok: true, policy: parsed.data } : { ok: false, faults: all };
}

type Issue = NonNullable<ReturnType<typeof policySchema.safeParse>['error']>['issues'][number];

function mistakesOf(issue: Issue, said: Said): readonly PolicyMistake[] {
  const [key] = issue.path;
  if (issue.code === 'unrecognized_keys') {
    const before = issue.path.length > 0 ? `${issue.path.join('.')}.` : '';
    return issue.keys.map((each) => ({ fault: 'unknown-field', field: `${before}${each}` }));
  }
  return [{ fault: faultOfValue(String(key), said[String(key)]), field: issue.path.join('.') }];
}

function faultOfValue(key: string, value: unknown): PolicyFault {
  if (typeof value !== 'string') return 'wrong-value';
  if (key === 'updates' && /^http:/iu.test(value)) return 'not-https';
  return key === 'proxy' && /^[a-z0-9]+:\/\/[^/]*@/iu.test(value) ? 'has-credentials' : 'wrong-value';
}

/** An inline preset has a reader of its own, which names the very place. */
function presetMistake(preset: unknown): PolicyMistake | null {
  if (typeof preset !== 'object' || preset === null) return null;
  const read = readPreset(JSON.stringify(preset));
  if (read.ok) return null;
  return { fault: 'preset-wrong', field: read.place === '' ? 'preset' : `preset.${read.place}` };
}
