// Geary. Labels: its pane "Add an account". It signs in by OAuth only to accounts of GNOME Online Accounts, whose registrations are GNOME's. No POP.
import { doorsFor } from '../door.ts';
import { say, type, yours } from '../phrases.ts';
import type { ProgramPage } from '../program-page.ts';
import { serverScreens } from '../server-fields.ts';

export const geary: ProgramPage = {
  traits: {
    speaks: ['imap', 'smtp'],
    signsInAt: ['google', 'microsoft-personal'],
    calls: [],
    runs: 'here',
    bridgeDoor: 'plain',
    prefers: ['own', 'bridge', 'password'],
    closes: (_subject, _way, services) => (services.length < 2 ? say('geary.whys.both') : null),
  },
  oauth: ({ family }) => say(geary.traits.signsInAt.includes(family) ? 'geary.oauth.own' : 'geary.oauth.others'),
  fill: (subject, way, services) => {
    if (way === 'own') {
      const entry = subject.family === 'google' ? 'google' : 'microsoft';
      return { screens: [{ title: say('geary.screens.online'), lead: say(`geary.leads.${entry}`), fields: [] }] };
    }
    return {
      screens: [
        {
          title: say('geary.screens.add'),
          lead: say('geary.leads.add'),
          fields: [yours('geary.fields.name', 'common.yourName'), type('geary.fields.address', subject.address)],
        },
        ...serverScreens('geary', doorsFor(subject, way, services), {
          incoming: ['host', 'port', 'security', 'userName', 'password'],
          outgoing: ['host', 'port', 'security', 'userName', 'password'],
        }),
      ],
      later: [say('geary.later.keyring')],
    };
  },
};
