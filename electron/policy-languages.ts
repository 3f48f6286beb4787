// Which languages a person may choose from here, and which one is spoken, as far as something is laid down.
import type { PolicyInForce } from '../shared/policy.ts';
import { languages, nearestLanguage } from './desktop/main-words.ts';

/** Of those that there are words for. None of them is allowed: all are, since Postkey has to speak something. */
export function languagesOf({ settings }: PolicyInForce): readonly string[] {
  const allowed = languages.filter((language) =>
    settings.languages?.some((each) => nearestLanguage(each) === language),
  );
  return allowed.length > 0 ? allowed : languages;
}

/** The person's wish where it is allowed, then what is laid down, then the system's. */
export function languageToSpeak(policy: PolicyInForce, wish: string | null, system: string): string {
  const allowed = languagesOf(policy);
  const wishes = [wish, policy.settings.language ?? null, system].filter((each): each is string => each !== null);
  const spoken = wishes.map(nearestLanguage).find((language) => allowed.includes(language));
  return spoken ?? allowed[0] ?? 'en';
}
