// Apple Mail on a Mac. Its own sign-ins: System Settings, "Internet Accounts". Profiles: Apple's schemas, see apple-profile.ts. That Mail insists on
// encryption towards the bridge is as Proton's bridge found it; not tried here. EWS: Microsoft switches it off between October 2026 and April 2027.
import type { HandOverFile, HandOverWay } from '../../../shared/hand-over.ts';
import type { Service } from '../../../shared/mail-provider.ts';
import { doorsFor, doorTo, openDoors } from '../door.ts';
import { say, type, yours } from '../phrases.ts';
import type { ProgramPage } from '../program-page.ts';
import { serverFields } from '../server-fields.ts';
import type { Subject } from '../subject.ts';
import { exchangeProfile, mailProfile } from '../writing/apple-profile.ts';
import { forName } from '../writing/quote.ts';

const lists = { google: 'google', yahoo: 'yahoo', aol: 'aol' } as const;

/** Which entry of "Add Account" leads to the sign-in. */
function entryFor({ family }: Subject): 'exchange' | 'google' | 'yahoo' | 'aol' {
  return family in lists ? lists[family as keyof typeof lists] : 'exchange';
}

function files(subject: Subject, way: HandOverWay, services: readonly Service[]): readonly HandOverFile[] {
  const name = `postkey-${forName(subject.address)}.mobileconfig`;
  const file = (text: string, lead: string): readonly HandOverFile[] => [
    { id: 'profile', name, text, lead: say(lead) },
  ];
  if (way === 'own') {
    return subject.family === 'microsoft-work'
      ? file(exchangeProfile(subject, 'mac'), 'apple-mail.files.exchange')
      : [];
  }
  const doors = openDoors(subject, way, services, 'tls') ?? [];
  const incoming = doorTo(doors, 'imap') ?? doorTo(doors, 'pop');
  const outgoing = doorTo(doors, 'smtp');
  // A profile needs both; without sending the servers are typed.
  return incoming && outgoing ? file(mailProfile(subject, incoming, outgoing), 'apple-mail.files.servers') : [];
}

export const appleMail: ProgramPage = {
  traits: {
    speaks: ['imap', 'pop', 'smtp'],
    signsInAt: ['microsoft-work', 'microsoft-personal', 'google', 'yahoo', 'aol'],
    calls: [],
    runs: 'here',
    bridgeDoor: 'tls',
    prefers: ['own', 'bridge', 'password'],
    namedAtMicrosoft: true,
    byExchange: ['microsoft-work', 'microsoft-personal'],
    closes: (_subject, way, services) =>
      way !== 'own' && !services.some((service) => service !== 'smtp') ? say('apple-mail.whys.sendingOnly') : null,
  },
  oauth: ({ family }) =>
    say(appleMail.traits.signsInAt.includes(family) ? 'apple-mail.oauth.own' : 'apple-mail.oauth.others'),
  fill: (subject, way, services) => {
    const written = files(subject, way, services);
    const account = [
      yours('apple-mail.fields.name', 'common.yourName'),
      type('apple-mail.fields.address', subject.address),
    ];
    const install = {
      title: say('apple-mail.screens.profile'),
      lead: say('apple-mail.leads.profile'),
      fields: [],
    };
    if (way === 'own') {
      return {
        screens: [
          { title: say('apple-mail.screens.add'), lead: say(`apple-mail.leads.${entryFor(subject)}`), fields: account },
        ],
        files: written,
        later: subject.family === 'microsoft-work' ? [say('apple-mail.later.ews')] : [],
      };
    }
    const doors = doorsFor(subject, way, services, 'tls');
    const [first] = doors;
    return {
      screens: [
        ...(written.length > 0 ? [install] : []),
        {
          title: say('apple-mail.screens.other'),
          lead: say(written.length > 0 ? 'apple-mail.leads.instead' : 'apple-mail.leads.other'),
          fields: [...account, ...(first ? serverFields('apple-mail', first, ['password']) : [])],
        },
        ...doors.map((door) => ({
          title: say(door.service === 'smtp' ? 'apple-mail.screens.outgoing' : 'apple-mail.screens.incoming'),
          fields: serverFields(
            'apple-mail',
            door,
            door.service === 'smtp' ? ['userName', 'host', 'port'] : ['userName', 'protocol', 'host', 'port'],
          ),
        })),
      ],
      files: written,
      later: [
        ...(written.length > 0 ? [say('apple-mail.later.unsigned')] : []),
        ...(way === 'bridge' ? [say('apple-mail.later.certificate')] : []),
      ],
    };
  },
};
