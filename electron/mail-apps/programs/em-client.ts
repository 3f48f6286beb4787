// eM Client 9 and newer, Windows and Mac. Labels: its wizard "Add account". Its own sign-ins: its documentation on Microsoft, Google and Yahoo accounts.
import { doorsFor } from '../door.ts';
import { say, type } from '../phrases.ts';
import type { ProgramPage } from '../program-page.ts';
import { serverFields, serverScreens } from '../server-fields.ts';

export const emClient: ProgramPage = {
  traits: {
    speaks: ['imap', 'pop', 'smtp'],
    signsInAt: ['microsoft-work', 'microsoft-personal', 'google', 'yahoo'],
    calls: [],
    runs: 'here',
    bridgeDoor: 'plain',
    prefers: ['own', 'bridge', 'password'],
    namedAtMicrosoft: true,
  },
  oauth: ({ family, provider }) =>
    emClient.traits.signsInAt.includes(family)
      ? say('em-client.oauth.own', { provider: provider.shortName })
      : say('em-client.oauth.others'),
  fill: (subject, way, services) => {
    const address = type('em-client.fields.address', subject.address);
    if (way === 'own') {
      return {
        screens: [{ title: say('em-client.screens.add'), lead: say('em-client.leads.add'), fields: [address] }],
      };
    }
    const doors = doorsFor(subject, way, services);
    const [first] = doors;
    return {
      screens: [
        {
          title: say('em-client.screens.add'),
          lead: say('em-client.leads.addOther'),
          fields: [address, ...(first ? serverFields('em-client', first, ['password']) : [])],
        },
        ...serverScreens('em-client', doors, {
          incoming: ['protocol', 'host', 'port', 'security', 'userName'],
          outgoing: ['host', 'port', 'security', 'userName'],
        }),
      ],
    };
  },
};
