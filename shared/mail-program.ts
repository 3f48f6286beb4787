// The mail programs a person can name: a closed list, in the order in which it is shown. What each can do is said in electron/mail-apps.

export const mailPrograms = [
  'thunderbird',
  'outlook',
  'outlook-classic',
  'apple-mail',
  'ios-mail',
  'em-client',
  'evolution',
  'kmail',
  'geary',
  'mailspring',
  'thunderbird-android',
  'fairemail',
  'mutt',
  'aerc',
  'himalaya',
  'mbsync',
  'offlineimap',
  'getmail',
  'fetchmail',
  'mpop',
  'msmtp',
  'copier',
  'other',
] as const;
export type MailProgram = (typeof mailPrograms)[number];

/** What earlier versions offered: it may stand in what was written down then. */
export const earlierPrograms = ['phone'] as const;

/** The list as it is known now: what is not on it any more counts as another program. */
export function knownPrograms(ids: readonly string[]): MailProgram[] {
  return [...new Set(ids.map((id) => mailPrograms.find((each) => each === id) ?? 'other'))];
}
