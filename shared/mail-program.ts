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
