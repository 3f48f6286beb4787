// mbsync of isync, 1.4 and newer. Keys: mbsync(1), "IMAP4 Accounts" and "Channels". It leaves XOAUTH2 to Cyrus SASL, which has it from a module
// that is not always there: Debian's libsasl2-modules-kdexoauth2, elsewhere cyrus-sasl-xoauth2 (seen with saslpluginviewer on Debian 12).

import type { OpenDoor } from '../door.ts';
import { accountName, filePage, maildirOf } from '../file-pages.ts';
import { say } from '../phrases.ts';
import type { ProgramPage } from '../program-page.ts';
import type { Subject } from '../subject.ts';
import { credentialWords } from '../writing/keyring.ts';
import { shellCommand } from '../writing/quote.ts';

/** In double quotes only these two have a meaning (mbsync(1), "UserCmd"). */
const quoted = (value: string): string => `"${value.replace(/[\\"]/gu, '\\$&')}"`;

const security = { tls: 'IMAPS', starttls: 'STARTTLS', plain: 'None' } as const;

function mbsyncrc(subject: Subject, door: OpenDoor, ca: string | null): string {
  const name = accountName(subject);
  const folder = maildirOf(subject);
  return [
    `IMAPAccount ${name}`,
    `Host ${door.host}`,
    `Port ${door.port}`,
    `User ${quoted(door.userName)}`,
    `PassCmd ${quoted(shellCommand(credentialWords(subject, door)))}`,
    // Without encryption mbsync takes a password only by a way that is named.
    `AuthMechs ${door.secret === null ? 'XOAUTH2' : 'LOGIN'}`,
    `SSLType ${security[door.security]}`,
    ...(ca ? [`CertificateFile ${quoted(ca)}`] : []),
    '',
    `IMAPStore ${name}-there`,
    `Account ${name}`,
    '',
    `MaildirStore ${name}-here`,
    'SubFolders Verbatim',
    `Path ${quoted(`${folder}/`)}`,
    `Inbox ${quoted(`${folder}/Inbox`)}`,
    '',
    `Channel ${name}`,
    `Far :${name}-there:`,
    `Near :${name}-here:`,
    'Patterns *',
    'Create Near',
    'SyncState *',
    '',
  ].join('\n');
}

export const mbsync: ProgramPage = {
  traits: {
    speaks: ['imap'],
    signsInAt: [],
    calls: ['imap'],
    runs: 'here',
    bridgeDoor: 'plain',
    // The module is missing on most computers.
    prefers: ['bridge', 'command', 'password'],
    whys: (_subject, way, isOpen) => (way === 'command' && isOpen ? say('mbsync.whys.command') : null),
  },
  oauth: () => say('mbsync.oauth'),
  fill: (subject, way, services) => {
    const page = filePage(subject, way, services, {
      program: 'mbsync',
      name: '.mbsyncrc',
      place: '~/.mbsyncrc',
      folders: [maildirOf(subject)],
      text: (doors, ca) => doors.map((door) => mbsyncrc(subject, door, ca)).join('\n'),
      try: `mbsync ${accountName(subject)}`,
    });
    const module = { title: say('mbsync.screens.module'), lead: say('mbsync.leads.module'), fields: [] };
    return { ...page, screens: [...(way === 'command' ? [module] : []), ...page.screens] };
  },
};
