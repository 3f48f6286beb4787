// The catalogue as one: its files read, checked and made ready for looking up. Holds no cause of its own.

import certificateCodes from '../../shared/causes/certificate-codes.json' with { type: 'json' };
import mailReplies from '../../shared/causes/mail-replies.json' with { type: 'json' };
import microsoftNumbers from '../../shared/causes/microsoft-numbers.json' with { type: 'json' };
import networkCodes from '../../shared/causes/network-codes.json' with { type: 'json' };
import signInWords from '../../shared/causes/sign-in-words.json' with { type: 'json' };
import { phraseParts } from '../../shared/squeeze.ts';
import keyStore from './catalogue/key-store.json' with { type: 'json' };
import programs from './catalogue/programs.json' with { type: 'json' };
import signInTexts from './catalogue/sign-in-texts.json' with { type: 'json' };
import { type CatalogueEntry, catalogueSchema, type TraceKind } from './catalogue-schema.ts';

const files: readonly unknown[] = [
  networkCodes,
  certificateCodes,
  microsoftNumbers,
  signInWords,
  signInTexts,
  mailReplies,
  programs,
  keyStore,
];

/** Every entry, in the order of the files; of two that fit equally well the earlier one counts. */
export const catalogue: readonly CatalogueEntry[] = files
  .map((file) => catalogueSchema.parse(file))
  .flatMap(({ scene, entries }) => entries.map((entry) => ({ ...entry, scene })))
  .map((entry, order) => ({ ...entry, order }));

type WholeTrace = Exclude<TraceKind, 'says'>;

function byTrace(kind: WholeTrace): ReadonlyMap<string, readonly CatalogueEntry[]> {
  const entries = new Map<string, CatalogueEntry[]>();
  for (const entry of catalogue) {
    for (const trace of entry[kind] ?? []) {
      const key = String(trace).toUpperCase();
      entries.set(key, [...(entries.get(key) ?? []), entry]);
    }
  }
  return entries;
}

const whole: Readonly<Record<WholeTrace, ReadonlyMap<string, readonly CatalogueEntry[]>>> = {
  numbers: byTrace('numbers'),
  subErrors: byTrace('subErrors'),
  words: byTrace('words'),
  codes: byTrace('codes'),
  brackets: byTrace('brackets'),
  smtp: byTrace('smtp'),
  statuses: byTrace('statuses'),
  challenges: byTrace('challenges'),
};

/** Entries with this trace, in order; case does not matter. */
export function entriesWith(kind: WholeTrace, trace: string): readonly CatalogueEntry[] {
  return whole[kind].get(trace.toUpperCase()) ?? [];
}

export interface Phrase {
  readonly entry: CatalogueEntry;
  /** Squeezed; they follow each other. */
  readonly parts: readonly string[];
}

export const phrases: readonly Phrase[] = catalogue.flatMap((entry) =>
  (entry.says ?? []).map((said) => ({ entry, parts: phraseParts(said) })),
);
