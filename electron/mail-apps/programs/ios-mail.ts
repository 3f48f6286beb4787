// Mail on iPhone and iPad. Its own sign-ins: Settings, Apps, Mail, "Mail Accounts" (iOS 18 and newer; before that Settings, Mail, "Accounts"). Profiles:
// Apple's schemas, see apple-profile.ts. A phone never reaches this computer's bridge.
import type { HandOverFile, HandOverWay } from '../../../shared/hand-over.ts';
import type { Service } from '../../../shared/mail-provider.ts';
import { doorsFor, doorTo, openDoors } from '../door.ts';
import { say, type, yours } from '../phrases.ts';
import type { ProgramPage } from '../program-page.ts';
import { serverFields } from '../server-fields.ts';
import type { SignInFamily, Subject } from '../subject.ts';
import { exchangeProfile, mailProfile } from '../writing/apple-profile.ts';
import { forName } from '../writing/quote.ts';

const entries: Readonly<Partial<Record<SignInFamily, string>>> = {
  'microsoft-work': 'exchange',
  'microsoft-personal': 'outlook',
  google: 'google',
  yahoo: 'yahoo',
  aol: 'aol',
};

function files(subject: Subject, way: HandOverWay, services: readonly Service[]): readonly HandOverFile[] {
  const name = `postkey-${forName(subject.address)}.mobileconfig`;
  if (way === 'own') {
    if (subject.family !== 'microsoft-work') return [];
    return [{ id: 'profile', name, text: exchangeProfile(subject, 'ios'), lead: say('ios-mail.files.exchange') }];
  }
  const doors = openDoors(subject, way, services) ?? [];
  const incoming = doorTo(doors, 'imap') ?? doorTo(doors, 'pop');
  const outgoing = doorTo(doors, 'smtp');
  if (!incoming || !outgoing) return [];
  return [{ id: 'profile', name, text: mailProfile(subject, incoming, outgoing), lead: say('ios-mail.files.servers') }];
}

export const iosMail: ProgramPage = {
  traits: {
    speaks: ['imap', 'pop', 'smtp'],
    signsInAt: ['microsoft-work', 'microsoft-personal', 'google', 'yahoo', 'aol'],
    calls: [],
    runs: 'phone',
    bridgeDoor: 'tls',
    prefers: ['own', 'password'],
    namedAtMicrosoft: true,
    byExchange: ['microsoft-work', 'microsoft-personal'],
    whys: ({ family, signsInAs }, way, isOpen) =>
      way === 'own' && !isOpen && signsInAs && family === 'microsoft-work' ? say('ios-mail.whys.shared') : null,
  },
  oauth: ({ family }) =>
    say(iosMail.traits.signsInAt.includes(family) ? 'ios-mail.oauth.own' : 'ios-mail.oauth.others'),
  fill: (subject, way, services) => {
    const written = files(subject, way, services);
    const account = [
      yours('ios-mail.fields.name', 'common.yourName'),
      type('ios-mail.fields.address', subject.address),
    ];
    const install = { title: say('ios-mail.screens.profile'), lead: say('ios-mail.leads.profile'), fields: [] };
    if (way === 'own') {
      const entry = entries[subject.family] ?? 'exchange';
      return {
        screens: [
          { title: say('ios-mail.screens.add'), lead: say(`ios-mail.leads.${entry}`), fields: account.slice(1) },
        ],
        files: written,
      };
    }
    const doors = doorsFor(subject, way, services);
    const [first] = doors;
    return {
      screens: [
        ...(written.length > 0 ? [install] : []),
        {
          title: say('ios-mail.screens.other'),
          lead: say(written.length > 0 ? 'ios-mail.leads.instead' : 'ios-mail.leads.other'),
          fields: [...account, ...(first ? serverFields('ios-mail', first, ['password']) : [])],
        },
        ...doors.map((door) => ({
          title: say(door.service === 'smtp' ? 'ios-mail.screens.outgoing' : 'ios-mail.screens.incoming'),
          fields: serverFields('ios-mail', door, ['host', 'userName', 'password', 'port']),
        })),
      ],
      files: written,
      later: written.length > 0 ? [say('ios-mail.later.unsigned')] : [],
    };
  },
};
