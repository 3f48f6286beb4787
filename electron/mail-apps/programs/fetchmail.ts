// fetchmail 6.4, which cannot sign in by OAuth; 7 can, and is not released yet. Keys: fetchmail(1), "THE RUN CONTROL FILE".

import type { OpenDoor } from '../door.ts';
import { doorsFor } from '../door.ts';
import { filePage } from '../file-pages.ts';
import { passwordField, say } from '../phrases.ts';
import type { ProgramPage } from '../program-page.ts';
import { oneLine } from '../writing/quote.ts';

/** A backslash takes the meaning from the two that have one in double quotes. */
const quoted = (value: string): string => `"${value.replace(/[\\"]/gu, '\\$&')}"`;

/** Without a password fetchmail asks for it. `keep`: else it would delete what it fetches. */
function fetchmailrc(address: string, door: OpenDoor): string {
  const encryption = { tls: 'ssl', starttls: 'sslproto auto', plain: "sslproto ''" } as const;
  return [
    `# ${oneLine(address)}`,
    `poll ${door.host} port ${door.port} proto ${door.service === 'pop' ? 'POP3' : 'IMAP'} auth password`,
    `  user ${quoted(door.userName)} ${encryption[door.security]} keep`,
    '',
  ].join('\n');
}

export const fetchmail: ProgramPage = {
  traits: {
    speaks: ['imap', 'pop'],
    signsInAt: [],
    calls: [],
    runs: 'here',
    bridgeDoor: 'plain',
    prefers: ['bridge', 'password'],
  },
  oauth: () => say('fetchmail.oauth'),
  fill: (subject, way, services) => {
    const page = filePage({ ...subject, ca: null }, way, services, {
      program: 'fetchmail',
      name: '.fetchmailrc',
      place: '~/.fetchmailrc',
      text: (doors) => doors.map((door) => fetchmailrc(subject.address, door)).join('\n'),
      try: 'fetchmail --verbose',
    });
    const doors = doorsFor(subject, way, services);
    const asked = doors.flatMap((door) => passwordField('fetchmail.fields.password', door));
    return {
      files: page.files,
      screens: page.screens.flatMap((screen) => {
        // No keyring: it asks by itself.
        if (screen.title.key === 'common.screens.store') return [];
        if (screen.title.key !== 'common.screens.try') return [screen];
        const lead = say('fetchmail.leads.password');
        return [{ title: say('fetchmail.screens.password'), lead, fields: asked }, screen];
      }),
      later: [say('fetchmail.later.delivers')],
    };
  },
};
