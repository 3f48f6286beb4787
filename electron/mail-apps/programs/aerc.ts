// aerc 0.15 and newer. Keys: aerc-accounts(5), aerc-imap(5), aerc-smtp(5): without a token endpoint the password is the token; commands run in `sh`.

import type { OpenDoor } from '../door.ts';
import { filePage } from '../file-pages.ts';
import { say } from '../phrases.ts';
import type { ProgramPage } from '../program-page.ts';
import type { Subject } from '../subject.ts';
import { bearerMechanisms } from '../writing/bearer-mechanisms.ts';
import { credentialWords } from '../writing/keyring.ts';
import { forUserInfo, shellCommand } from '../writing/quote.ts';

/** Three quotes: within them nothing has a meaning to its reader, neither `#` nor a single quote at both ends (go-ini). */
const line = (name: string, value: string): string => `${name} = """${value}"""`;

/** What the account is called in the window; with some marks in it aerc finds no account at all (seen with 0.14). */
const sectionName = (address: string): string => address.replace(/[^\p{L}\p{M}\p{N}@._+-]/gu, '-');

const schemes = {
  imap: { tls: 'imaps', starttls: 'imap', plain: 'imap+insecure' },
  smtp: { tls: 'smtps', starttls: 'smtp', plain: 'smtp+insecure' },
} as const;

function serviceLines(subject: Subject, door: OpenDoor): readonly string[] {
  const isSending = door.service === 'smtp';
  const scheme = schemes[isSending ? 'smtp' : 'imap'][door.security];
  const [mechanism = 'XOAUTH2'] = bearerMechanisms(subject);
  const by = door.secret === null ? `+${mechanism.toLowerCase()}` : '';
  const name = isSending ? 'outgoing' : 'source';
  return [
    line(name, `${scheme}${by}://${forUserInfo(door.userName)}@${door.host}:${door.port}`),
    line(`${name}-cred-cmd`, shellCommand(credentialWords(subject, door))),
  ];
}

export const aerc: ProgramPage = {
  traits: {
    speaks: ['imap', 'smtp'],
    signsInAt: [],
    calls: ['imap', 'smtp'],
    runs: 'here',
    bridgeDoor: 'plain',
    prefers: ['command', 'bridge', 'password'],
    closes: ({ logins }) => (logins.some(({ service }) => service === 'imap') ? null : say('aerc.whys.imap')),
  },
  oauth: () => say('aerc.oauth'),
  fill: (subject, way, services) => {
    const page = filePage({ ...subject, ca: null }, way, services, {
      program: 'aerc',
      name: 'accounts.conf',
      place: '~/.config/aerc/accounts.conf',
      text: (doors) =>
        [
          `[${sectionName(subject.address)}]`,
          ...doors.flatMap((door) => serviceLines(subject, door)),
          line('from', subject.address),
          'default = INBOX',
          '',
        ].join('\n'),
    });
    return { ...page, later: subject.ca !== null && way !== 'bridge' ? [say('aerc.later.ca')] : [] };
  },
};
