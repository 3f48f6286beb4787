// KMail. Labels: its account wizard and the settings of Akonadi's IMAP, POP3 and SMTP. By OAuth it signs in to Google's IMAP only (seen in its wizard's
// source; parts of KDE's sign-in live in libraries that were not read).
import { doorsFor } from '../door.ts';
import { say, type, yours } from '../phrases.ts';
import type { ProgramPage } from '../program-page.ts';
import { serverScreens } from '../server-fields.ts';

export const kmail: ProgramPage = {
  traits: {
    speaks: ['imap', 'pop', 'smtp'],
    signsInAt: ['google'],
    calls: [],
    runs: 'here',
    bridgeDoor: 'plain',
    prefers: ['bridge', 'own', 'password'],
    closes: (_subject, way, services) => (way === 'own' && !services.includes('imap') ? say('kmail.whys.imap') : null),
  },
  oauth: ({ family }) => say(family === 'google' ? 'kmail.oauth.google' : 'kmail.oauth.others'),
  fill: (subject, way, services) => ({
    screens: [
      {
        title: say('kmail.screens.identity'),
        lead: say('kmail.leads.identity'),
        fields: [yours('kmail.fields.name', 'common.yourName'), type('kmail.fields.address', subject.address)],
      },
      ...serverScreens('kmail', doorsFor(subject, way, services), {
        incoming: ['host', 'userName', 'password', 'security', 'port', 'authentication'],
        outgoing: ['host', 'userName', 'password', 'security', 'port', 'authentication'],
      }),
    ],
    later: [say('kmail.later.wallet')],
  }),
};
