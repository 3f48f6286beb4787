// msmtp 1.8. Keys: its manual, "Configuration files" and "Authentication" (oauthbearer and xoauth2 with passwordeval).

import { accountName, filePage } from '../file-pages.ts';
import { say } from '../phrases.ts';
import type { ProgramPage } from '../program-page.ts';
import { accountLines, line } from '../writing/marlam.ts';
import { forShell } from '../writing/quote.ts';

export const msmtp: ProgramPage = {
  traits: {
    speaks: ['smtp'],
    signsInAt: [],
    calls: ['smtp'],
    runs: 'here',
    bridgeDoor: 'plain',
    prefers: ['command', 'bridge', 'password'],
  },
  oauth: () => say('msmtp.oauth'),
  fill: (subject, way, services) => {
    const name = accountName(subject);
    return filePage(subject, way, services, {
      program: 'msmtp',
      name: '.msmtprc',
      place: '~/.msmtprc',
      text: (doors, ca) =>
        [
          ...doors.flatMap((door) => [...accountLines(subject, name, door, ca), line('from', subject.address)]),
          '',
          `account default : ${name}`,
          '',
        ].join('\n'),
      try: `echo test | msmtp -a ${name} ${forShell(subject.address)}`,
    });
  },
};
