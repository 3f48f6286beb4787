// Outlook for Windows as it was before the new one (classic). Labels: its dialogs "Add Account" and "IMAP Account Settings". Microsoft's own mail
// it reaches by Exchange; by OAuth it speaks IMAP only with Microsoft and Google, and POP with nobody (Microsoft Support).
import { doorsFor } from '../door.ts';
import { say, type } from '../phrases.ts';
import type { ProgramPage } from '../program-page.ts';
import { serverFields, serverScreens } from '../server-fields.ts';

export const outlookClassic: ProgramPage = {
  traits: {
    speaks: ['imap', 'pop', 'smtp'],
    signsInAt: ['microsoft-work', 'microsoft-personal', 'google'],
    calls: [],
    runs: 'here',
    bridgeDoor: 'plain',
    prefers: ['own', 'bridge', 'password'],
    opensShared: true,
    byExchange: ['microsoft-work', 'microsoft-personal'],
    closes: ({ family }, way, services) =>
      way === 'own' && family === 'google' && !services.includes('imap') ? say('outlook-classic.whys.pop') : null,
  },
  oauth: ({ family }) => {
    if (family === 'microsoft-work' || family === 'microsoft-personal') return say('outlook-classic.oauth.microsoft');
    return say(family === 'google' ? 'outlook-classic.oauth.google' : 'outlook-classic.oauth.others');
  },
  fill: (subject, way, services) => {
    const { address, signsInAs } = subject;
    if (way === 'own') {
      return {
        screens: [
          {
            title: say('outlook-classic.screens.add'),
            lead: say('outlook-classic.leads.add'),
            fields: [type('outlook-classic.fields.address', signsInAs ?? address)],
          },
          ...(signsInAs
            ? [
                {
                  title: say('outlook-classic.screens.shared'),
                  lead: say('outlook-classic.leads.shared'),
                  fields: [type('outlook-classic.fields.shared', address)],
                },
              ]
            : []),
        ],
      };
    }
    const doors = doorsFor(subject, way, services);
    const names = new Set(doors.map(({ userName }) => userName));
    const [first] = doors;
    return {
      screens: [
        {
          title: say('outlook-classic.screens.add'),
          lead: say(services.includes('imap') ? 'outlook-classic.leads.addImap' : 'outlook-classic.leads.addPop'),
          fields: [type('outlook-classic.fields.address', address)],
        },
        ...serverScreens('outlook-classic', doors, {
          incoming: ['host', 'port', 'security'],
          outgoing: ['host', 'port', 'security'],
        }),
        ...(first
          ? [
              {
                title: say('outlook-classic.screens.password'),
                fields: serverFields('outlook-classic', first, ['password']),
              },
            ]
          : []),
      ],
      // The short dialog takes the address for the user name and asks only once that is refused.
      later: names.size === 1 && names.has(address) ? [] : [say('outlook-classic.later.userName')],
    };
  },
};
