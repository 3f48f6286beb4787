// Finds played failures by words or by code, "10 smtp off", and says what each is called. Pure.
import type { TFunction } from 'i18next';
import type { PlayableFailure } from '../../shared/practice-failures.ts';

/** What a failure is called in the list: by its cause, or by words of its own. */
export function failureName(t: TFunction, { id, cause, named }: PlayableFailure): string {
  return named ? t(`window:practice.failures.${id}`) : t(`problems:${cause}.title`);
}

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
const codeOnly = (text: string): string => plain(text).replace(/[^\p{L}\p{N}]/gu, '');

/** Those in which every word of `query` stands, or whose code begins like it; all of them for an empty one. */
export function findFailures(
  t: TFunction,
  failures: readonly PlayableFailure[],
  query: string,
): readonly PlayableFailure[] {
  const words = plain(query)
    .split(/\s+/u)
    .filter((word) => word !== '');
  if (words.length === 0) return failures;
  const code = codeOnly(query);
  return failures.filter((failure) => {
    const stamp = codeOnly(failure.stamp);
    if (code !== '' && (stamp.startsWith(code) || stamp.replace(/^\d+/u, '').startsWith(code))) return true;
    const said = plain(`${failureName(t, failure)} ${t(`problems:${failure.cause}.what`)} ${failure.stamp}`);
    return words.every((word) => said.includes(word));
  });
}
