// OfflineIMAP 3. Keys: offlineimap.conf in its documentation; values ending in `_eval` are Python. ConfigParser puts values together at `%`.

import type { OpenDoor } from '../door.ts';
import { accountName, filePage, maildirOf } from '../file-pages.ts';
import { say } from '../phrases.ts';
import type { ProgramPage } from '../program-page.ts';
import type { Subject } from '../subject.ts';
import { credentialWords } from '../writing/keyring.ts';

/** Python's escapes are JSON's, for all that JSON writes; `%` is ConfigParser's own. */
const python = (words: readonly string[]): string => JSON.stringify(words);
const value = (text: string): string => text.replaceAll('%', '%%');

/** `strip`: some commands end their line, some do not. */
const printed = (words: readonly string[]): string =>
  value(`__import__("subprocess").check_output(${python(words)}, text=True).strip()`);

function offlineimaprc(subject: Subject, door: OpenDoor, ca: string | null): string {
  const name = accountName(subject);
  const byToken = door.secret === null;
  const credential = printed(credentialWords(subject, door));
  return [
    '[general]',
    `accounts = ${name}`,
    '',
    `[Account ${name}]`,
    `localrepository = ${name}-here`,
    `remoterepository = ${name}-there`,
    '',
    `[Repository ${name}-here]`,
    'type = Maildir',
    `localfolders = ${maildirOf(subject)}`,
    '',
    `[Repository ${name}-there]`,
    'type = IMAP',
    `remotehost = ${door.host}`,
    `remoteport = ${door.port}`,
    `remoteuser = ${value(door.userName)}`,
    `ssl = ${door.security === 'tls' ? 'yes' : 'no'}`,
    `starttls = ${door.security === 'starttls' ? 'yes' : 'no'}`,
    ...(door.security === 'plain' ? [] : [`sslcacertfile = ${ca ?? 'OS-DEFAULT'}`]),
    ...(byToken
      ? ['auth_mechanisms = XOAUTH2', `oauth2_access_token_eval = ${credential}`]
      : ['auth_mechanisms = PLAIN, LOGIN', `remotepasseval = ${credential}`]),
    '',
  ].join('\n');
}

export const offlineimap: ProgramPage = {
  traits: {
    speaks: ['imap'],
    signsInAt: [],
    calls: ['imap'],
    runs: 'here',
    bridgeDoor: 'plain',
    prefers: ['command', 'bridge', 'password'],
  },
  oauth: () => say('offlineimap.oauth'),
  fill: (subject, way, services) => ({
    ...filePage(subject, way, services, {
      program: 'offlineimap',
      name: '.offlineimaprc',
      place: '~/.offlineimaprc',
      text: (doors, ca) => doors.map((door) => offlineimaprc(subject, door, ca)).join('\n'),
      try: `offlineimap -o -a ${accountName(subject)}`,
    }),
    later: way === 'command' ? [say('offlineimap.later.autorefresh')] : [],
  }),
};
