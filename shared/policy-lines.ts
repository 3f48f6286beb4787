// What is laid down, line by line, for window and command line alike: the key of each sentence and what fills it. Pure; says no sentence.
import { type PolicyInForce, type PolicyKey, type PolicyPlace, type PolicySettings, policyKeys } from './policy.ts';

export interface PolicyLine {
  readonly key: PolicyKey;
  /** Under `policy:says`. */
  readonly words: string;
  readonly values: Readonly<Record<string, string | number>>;
  /** To be joined as the language does it; `languages` holds codes to be named first. */
  readonly list?: { readonly of: 'words' | 'languages'; readonly items: readonly string[] };
  readonly by: PolicyPlace;
}

type Said = Pick<PolicyLine, 'words' | 'list'> & { readonly values?: PolicyLine['values'] };

const nowhere: PolicyPlace = { level: 'machine', place: '' };

export function policyLines({ settings, setBy }: PolicyInForce): readonly PolicyLine[] {
  return policyKeys.flatMap((key) => {
    const said = settings[key] === undefined ? null : saidOf(key, settings);
    return said === null ? [] : [{ values: {}, ...said, key, by: setBy[key] ?? nowhere }];
  });
}

const words = (items: readonly string[]): NonNullable<PolicyLine['list']> => ({ of: 'words', items });

function saidOf(key: PolicyKey, settings: PolicySettings): Said | null {
  switch (key) {
    case 'preset':
      return { words: 'preset', values: { organisation: settings.preset?.organisation ?? '' } };
    case 'allowedProviders': {
      const ids = settings.allowedProviders ?? [];
      return ids.length === 0 ? { words: 'noProviders' } : { words: 'allowedProviders', list: words(ids) };
    }
    case 'services':
      return { words: 'services', list: words((settings.services ?? []).map((each) => each.toUpperCase())) };
    case 'bridge':
    case 'tokenCommand':
      return { words: `${key}.${settings[key]}` };
    case 'updates':
      return saidOfUpdates(settings.updates);
    case 'watchIntervalMinutes':
      return { words: key, values: { count: settings.watchIntervalMinutes ?? 0 } };
    case 'logLevel':
      return { words: `logLevel.${settings.logLevel}` };
    case 'proxy':
      return settings.proxy === 'none'
        ? { words: 'proxy.none' }
        : { words: 'proxy.through', values: { proxy: settings.proxy ?? '' } };
    case 'ca':
      return { words: key, values: { count: settings.ca ?? 0 } };
    case 'languages':
      return { words: key, list: { of: 'languages', items: settings.languages ?? [] } };
    case 'language':
      return { words: key, list: { of: 'languages', items: [settings.language ?? ''] } };
    case 'startAtLogin':
      return { words: settings.startAtLogin ? 'startAtLogin.yes' : 'startAtLogin.no' };
    case 'healthFile':
      return { words: key, values: { file: settings.healthFile ?? '' } };
  }
}

function saidOfUpdates(updates: PolicySettings['updates']): Said {
  if (updates === undefined || updates === 'off') return { words: 'updates.off' };
  return { words: 'updates.feed', values: { feed: typeof updates === 'string' ? updates : updates.feed } };
}

/** A sentence, found by its key. */
export type FindPolicyWords = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** `language`: of the sentence, for joining lists and naming languages. */
export function sayPolicyLine(
  { words: key, values, list }: PolicyLine,
  find: FindPolicyWords,
  language: string,
): string {
  if (!list) return find(`says.${key}`, values);
  const names = new Intl.DisplayNames([language], { type: 'language', fallback: 'code' });
  const items = list.of === 'languages' ? list.items.map((each) => names.of(each) ?? each) : list.items;
  return find(`says.${key}`, {
    ...values,
    list: new Intl.ListFormat([language], { type: 'conjunction' }).format(items),
  });
}

/** What a field takes has words of its own for each key at the top of a policy. */
const expected: readonly string[] = [...policyKeys.filter((key) => key !== 'ca'), 'organisation', 'caFile', 'caPem'];

/** The whole sentence about a mistake: where, and what is wrong. */
export function sayPolicyFault(
  { fault, field }: { readonly fault: string; readonly field: string },
  find: FindPolicyWords,
): string {
  const [top = ''] = field.split('.');
  const isValue = fault === 'wrong-value' && expected.includes(top);
  return find(isValue ? `expects.${top}` : `faults.${fault}`, { field });
}
