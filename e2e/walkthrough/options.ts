// What the walkthrough was asked for on the command line.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface Options {
  /** Where everything is written. */
  readonly out: string;
  readonly language: string;
  /** Where the pictures for the README go; undefined: nowhere. */
  readonly pictures: string | undefined;
}

export const use = 'Use: npm run walkthrough [-- --out DIR --lang xx --pictures DIR]';

/** Undefined for words that are not understood. */
export function readOptions(words: readonly string[]): Options | undefined {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: { out: { type: 'string' }, lang: { type: 'string' }, pictures: { type: 'string' } },
    });
    return {
      out: resolve(values.out ?? 'walkthrough'),
      language: values.lang ?? 'en',
      pictures: values.pictures === undefined ? undefined : resolve(values.pictures),
    };
  } catch {
    return undefined;
  }
}
