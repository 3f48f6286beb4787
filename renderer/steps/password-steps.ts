// The steps by which one comes by a password, from the provider's words or else from those of its kind. Finds words; writes none.
import type { TFunction } from 'i18next';
import type { MailProvider, PasswordFacts } from '../../shared/mail-provider.ts';

/** Where nothing is known of a provider, it is the mailbox's own password. */
export const unknownPassword: PasswordFacts = { kind: 'account', first: [] };

/** A list in the words' files is an array, or an object that keeps the order. */
function sentencesAt(t: TFunction, key: string, values: Readonly<Record<string, string>>): readonly string[] {
  const found: unknown = t(key, { ...values, returnObjects: true, defaultValue: [] });
  if (typeof found !== 'object' || found === null) return [];
  return Object.values(found).filter((each): each is string => typeof each === 'string');
}

/** What has to be switched on comes first. `app-passwords` must be loaded; `password.steps` of pages-start stands in. */
export function passwordSteps(t: TFunction, provider: MailProvider): readonly string[] {
  const { kind, words, first } = provider.password ?? unknownPassword;
  const values = { provider: provider.shortName };
  const own = words === undefined ? [] : sentencesAt(t, `app-passwords:${words}.steps`, values);
  const steps = own.length > 0 ? own : sentencesAt(t, `pages-start:password.steps.${kind}`, values);
  return [...first.map((each) => t(`pages-start:password.first.${each}`, values)), ...steps];
}
