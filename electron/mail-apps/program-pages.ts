// The programs and their pages: one file each.
import type { MailProgram } from '../../shared/mail-program.ts';
import type { ProgramPage } from './program-page.ts';
import { aerc } from './programs/aerc.ts';
import { appleMail } from './programs/apple-mail.ts';
import { copier } from './programs/copier.ts';
import { emClient } from './programs/em-client.ts';
import { evolution } from './programs/evolution.ts';
import { fairemail } from './programs/fairemail.ts';
import { fetchmail } from './programs/fetchmail.ts';
import { geary } from './programs/geary.ts';
import { getmail } from './programs/getmail.ts';
import { himalaya } from './programs/himalaya.ts';
import { iosMail } from './programs/ios-mail.ts';
import { kmail } from './programs/kmail.ts';
import { mailspring } from './programs/mailspring.ts';
import { mbsync } from './programs/mbsync.ts';
import { mpop } from './programs/mpop.ts';
import { msmtp } from './programs/msmtp.ts';
import { mutt } from './programs/mutt.ts';
import { offlineimap } from './programs/offlineimap.ts';
import { other } from './programs/other.ts';
import { outlook } from './programs/outlook.ts';
import { outlookClassic } from './programs/outlook-classic.ts';
import { thunderbird } from './programs/thunderbird.ts';
import { thunderbirdAndroid } from './programs/thunderbird-android.ts';

export const programPages: Readonly<Record<MailProgram, ProgramPage>> = {
  thunderbird,
  outlook,
  'outlook-classic': outlookClassic,
  'apple-mail': appleMail,
  'ios-mail': iosMail,
  'em-client': emClient,
  evolution,
  kmail,
  geary,
  mailspring,
  'thunderbird-android': thunderbirdAndroid,
  fairemail,
  mutt,
  aerc,
  himalaya,
  mbsync,
  offlineimap,
  getmail,
  fetchmail,
  mpop,
  msmtp,
  copier,
  other,
};
