// The new Outlook for Windows. It fetches third-party mail through Microsoft's own computers (Microsoft Support, "Sync your account in Outlook to
// the Microsoft Cloud"), so that nothing on this computer is within its reach. Labels: its dialog "Add an account", 2026.
import { doorsFor } from '../door.ts';
import { say, type } from '../phrases.ts';
import type { ProgramPage } from '../program-page.ts';
import { serverScreens } from '../server-fields.ts';

export const outlook: ProgramPage = {
  traits: {
    speaks: ['imap', 'smtp'],
    signsInAt: ['microsoft-work', 'microsoft-personal', 'google', 'yahoo'],
    calls: [],
    runs: 'cloud',
    bridgeDoor: 'plain',
    prefers: ['own', 'password'],
    opensShared: true,
    byExchange: ['microsoft-work', 'microsoft-personal'],
  },
  oauth: ({ family, provider }) => {
    if (family === 'microsoft-work' || family === 'microsoft-personal') return say('outlook.oauth.microsoft');
    return outlook.traits.signsInAt.includes(family)
      ? say('outlook.oauth.own', { provider: provider.shortName })
      : say('outlook.oauth.others');
  },
  fill: (subject, way, services) => {
    const { address, signsInAs, family } = subject;
    const isMicrosoft = family.startsWith('microsoft');
    const doors = way === 'password' ? doorsFor(subject, way, services) : [];
    return {
      screens: [
        {
          title: say('outlook.screens.add'),
          lead: say(way === 'password' ? 'outlook.leads.addImap' : 'outlook.leads.add'),
          fields: [type('outlook.fields.address', signsInAs ?? address)],
        },
        ...(signsInAs
          ? [
              {
                title: say('outlook.screens.shared'),
                lead: say('outlook.leads.shared'),
                fields: [type('outlook.fields.shared', address)],
              },
            ]
          : []),
        ...serverScreens('outlook', doors, {
          incoming: ['password', 'userName', 'host', 'port', 'security'],
          outgoing: ['userName', 'password', 'host', 'port', 'security'],
        }),
      ],
      later: isMicrosoft ? [] : [say('outlook.later.cloud')],
    };
  },
};
