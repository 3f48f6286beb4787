// Evolution. Labels: its account assistant. Its own sign-ins: evolution-data-server, modules oauth2 for Google, Outlook and Yahoo; the registrations
// are GNOME's. Its settings are in key files of its own, which it does not expect from others: so no file is made.
import { doorsFor } from '../door.ts';
import { say, type, yours } from '../phrases.ts';
import type { ProgramPage } from '../program-page.ts';
import { serverScreens } from '../server-fields.ts';

export const evolution: ProgramPage = {
  traits: {
    speaks: ['imap', 'pop', 'smtp'],
    signsInAt: ['microsoft-work', 'microsoft-personal', 'google', 'yahoo'],
    calls: [],
    runs: 'here',
    bridgeDoor: 'plain',
    prefers: ['own', 'bridge', 'password'],
    opensShared: true,
  },
  oauth: ({ family, provider }) =>
    evolution.traits.signsInAt.includes(family)
      ? say('evolution.oauth.own', { provider: provider.shortName })
      : say('evolution.oauth.others'),
  fill: (subject, way, services) => ({
    screens: [
      {
        title: say('evolution.screens.identity'),
        lead: say('evolution.leads.identity'),
        fields: [yours('evolution.fields.name', 'common.yourName'), type('evolution.fields.address', subject.address)],
      },
      ...serverScreens('evolution', doorsFor(subject, way, services), {
        incoming: ['protocol', 'host', 'port', 'userName', 'security', 'authentication'],
        outgoing: ['protocol', 'host', 'port', 'security', 'authentication', 'userName'],
      }),
    ],
    later: [say(way === 'own' ? 'evolution.later.own' : 'evolution.later.password')],
  }),
};
