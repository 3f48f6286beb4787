// Thunderbird for Android and K-9 Mail, which are one program by now. Labels: its account set-up (thunderbird-android, feature/account/server/settings). Its
// own sign-ins: app/…/OAuthConfiguration, for Google, Microsoft, Yahoo and AOL.
import { doorsFor } from '../door.ts';
import { say, type } from '../phrases.ts';
import type { ProgramPage } from '../program-page.ts';
import { serverScreens } from '../server-fields.ts';

export const thunderbirdAndroid: ProgramPage = {
  traits: {
    speaks: ['imap', 'pop', 'smtp'],
    signsInAt: ['microsoft-work', 'microsoft-personal', 'google', 'yahoo', 'aol'],
    calls: [],
    runs: 'phone',
    bridgeDoor: 'plain',
    prefers: ['own', 'password'],
    opensShared: true,
  },
  oauth: ({ family, provider }) =>
    thunderbirdAndroid.traits.signsInAt.includes(family)
      ? say('thunderbird-android.oauth.own', { provider: provider.shortName })
      : say('thunderbird-android.oauth.others'),
  fill: (subject, way, services) => ({
    screens: [
      {
        title: say('thunderbird-android.screens.add'),
        lead: say('thunderbird-android.leads.add'),
        fields: [type('thunderbird-android.fields.address', subject.address)],
      },
      ...serverScreens('thunderbird-android', doorsFor(subject, way, services), {
        incoming: ['protocol', 'host', 'security', 'port', 'userName', 'authentication', 'password'],
        outgoing: ['host', 'security', 'port', 'userName', 'authentication', 'password'],
      }),
    ],
  }),
};
