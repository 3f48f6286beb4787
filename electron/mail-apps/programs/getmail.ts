// getmail6. Keys: its documentation, "Creating a getmail rc file". By POP it takes a token only in versions that few have (getmail6 issue 256), and it
// knows no STARTTLS: both are left to the bridge.

import type { OpenDoor } from '../door.ts';
import { filePage, maildirFolders, maildirOf } from '../file-pages.ts';
import { say } from '../phrases.ts';
import type { ProgramPage } from '../program-page.ts';
import { loginFor, type Subject } from '../subject.ts';
import { credentialWords } from '../writing/keyring.ts';
import { forName } from '../writing/quote.ts';

const retrievers = {
  imap: { tls: 'SimpleIMAPSSLRetriever', plain: 'SimpleIMAPRetriever' },
  pop: { tls: 'SimplePOP3SSLRetriever', plain: 'SimplePOP3Retriever' },
} as const;

/** A tuple of Python's strings, whose escapes are JSON's for all that JSON writes. A comma ends it, or one word alone would be none. */
const tuple = (words: readonly string[]): string => `(${words.map((word) => JSON.stringify(word)).join(', ')},)`;

function getmailrc(subject: Subject, door: OpenDoor, ca: string | null): string {
  const { service, security, secret } = door;
  const type = retrievers[service === 'pop' ? 'pop' : 'imap'][security === 'plain' ? 'plain' : 'tls'];
  return [
    '[retriever]',
    `type = ${type}`,
    `server = ${door.host}`,
    `port = ${door.port}`,
    `username = ${door.userName}`,
    `password_command = ${tuple(credentialWords(subject, door))}`,
    ...(secret === null ? ['use_xoauth2 = true'] : []),
    ...(ca && security === 'tls' ? [`ca_certs = ${ca}`] : []),
    '',
    '[destination]',
    'type = Maildir',
    `path = ${maildirOf(subject)}/`,
    '',
    '[options]',
    'read_all = false',
    'delete = false',
    '',
  ].join('\n');
}

export const getmail: ProgramPage = {
  traits: {
    speaks: ['imap', 'pop'],
    signsInAt: [],
    calls: ['imap'],
    runs: 'here',
    bridgeDoor: 'plain',
    prefers: ['command', 'bridge', 'password'],
    closes: (subject, way, [service]) => {
      const security = service && loginFor(subject, service)?.server.security;
      return way !== 'bridge' && security === 'starttls' ? say('getmail.whys.starttls') : null;
    },
  },
  oauth: () => say('getmail.oauth'),
  fill: (subject, way, services) => {
    const name = `postkey-${forName(subject.address)}`;
    return filePage(subject, way, services, {
      program: 'getmail',
      name,
      place: `~/.config/getmail/${name}`,
      folders: maildirFolders(subject),
      text: (doors, ca) => doors.map((door) => getmailrc(subject, door, ca)).join('\n'),
      try: `getmail --rcfile ${name}`,
    });
  },
};
