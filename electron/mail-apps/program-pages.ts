// The programs and their pages: one file each.
import type { MailProgram } from '../../shared/mail-program.ts';
import type { ProgramPage } from './program-page.ts';
import { mutt } from './programs/mutt.ts';
import { other } from './programs/other.ts';
import { thunderbird } from './programs/thunderbird.ts';

export const programPages: Readonly<Record<MailProgram, ProgramPage>> = {
  thunderbird,
  outlook: other,
  'outlook-classic': other,
  'apple-mail': other,
  'ios-mail': other,
  'em-client': other,
  evolution: other,
  kmail: other,
  geary: other,
  mailspring: other,
  'thunderbird-android': other,
  fairemail: other,
  mutt,
  aerc: other,
  himalaya: other,
  mbsync: other,
  offlineimap: other,
  getmail: other,
  fetchmail: other,
  mpop: other,
  msmtp: other,
  copier: other,
  other,
};
