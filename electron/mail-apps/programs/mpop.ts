// mpop 1.4. Keys: its manual, "Configuration files" and "Authentication". Exchange wants its token on a line of its own, which mpop does since 1.4.18
// (its issue 11).

import { accountName, filePage, maildirFolders, maildirOf } from '../file-pages.ts';
import { say } from '../phrases.ts';
import type { ProgramPage } from '../program-page.ts';
import { accountLines } from '../writing/marlam.ts';

export const mpop: ProgramPage = {
  traits: {
    speaks: ['pop'],
    signsInAt: [],
    calls: ['pop'],
    runs: 'here',
    bridgeDoor: 'plain',
    prefers: ['command', 'bridge', 'password'],
  },
  oauth: () => say('mpop.oauth'),
  fill: (subject, way, services) => {
    const name = accountName(subject);
    return filePage(subject, way, services, {
      program: 'mpop',
      name: '.mpoprc',
      place: '~/.mpoprc',
      folders: maildirFolders(subject),
      text: (doors, ca) =>
        [
          ...doors.flatMap((door) => [
            ...accountLines(subject, name, door, ca),
            // Else mpop deletes what it fetches.
            'keep on',
            `delivery maildir ${maildirOf(subject)}`,
          ]),
          '',
        ].join('\n'),
      try: `mpop ${name}`,
    });
  },
};
