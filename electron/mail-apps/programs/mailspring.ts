// Mailspring. Labels: its pages "Connect an email account" and "IMAP / SMTP". Its own sign-ins: Gmail, Office 365 and Outlook (its source,
// onboarding-constants.ts). No POP.
import { doorsFor } from '../door.ts';
import { say, type, yours } from '../phrases.ts';
import type { ProgramPage } from '../program-page.ts';
import { serverFields, serverScreens } from '../server-fields.ts';

export const mailspring: ProgramPage = {
  traits: {
    speaks: ['imap', 'smtp'],
    signsInAt: ['microsoft-work', 'microsoft-personal', 'google'],
    calls: [],
    runs: 'here',
    bridgeDoor: 'plain',
    prefers: ['own', 'bridge', 'password'],
    closes: (_subject, _way, services) => (services.length < 2 ? say('mailspring.whys.both') : null),
  },
  oauth: ({ family, provider }) =>
    mailspring.traits.signsInAt.includes(family)
      ? say('mailspring.oauth.own', { provider: provider.shortName })
      : say('mailspring.oauth.others'),
  fill: (subject, way, services) => {
    if (way === 'own') {
      const entry = subject.family === 'google' ? 'google' : 'microsoft';
      return {
        screens: [{ title: say('mailspring.screens.connect'), lead: say(`mailspring.leads.${entry}`), fields: [] }],
      };
    }
    const doors = doorsFor(subject, way, services);
    const [first] = doors;
    return {
      screens: [
        {
          title: say('mailspring.screens.connect'),
          lead: say('mailspring.leads.imap'),
          fields: [
            yours('mailspring.fields.name', 'common.yourName'),
            type('mailspring.fields.address', subject.address),
            ...(first ? serverFields('mailspring', first, ['password']) : []),
          ],
        },
        ...serverScreens('mailspring', doors, {
          incoming: ['host', 'port', 'security', 'userName', 'password'],
          outgoing: ['host', 'port', 'security', 'userName', 'password'],
        }),
      ],
      later: way === 'bridge' ? [say('mailspring.later.plain')] : [],
    };
  },
};
