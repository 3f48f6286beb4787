// FairEmail. Labels: its manual set-up, sections 2 and 1 of its settings. Its own sign-ins: providers.xml and FAQ 111 in its repository; Google's only in
// the builds of its maker.
import { doorsFor } from '../door.ts';
import { say, type, yours } from '../phrases.ts';
import type { ProgramPage } from '../program-page.ts';
import { serverScreens } from '../server-fields.ts';
import type { SignInFamily } from '../subject.ts';

/** Which entry of the quick set-up leads to the sign-in. */
const entries: Readonly<Partial<Record<SignInFamily, string>>> = {
  'microsoft-work': 'office',
  'microsoft-personal': 'outlook',
  google: 'google',
  yahoo: 'yahoo',
  aol: 'aol',
  fastmail: 'fastmail',
  yandex: 'yandex',
  'mail-ru': 'mailRu',
};

export const fairemail: ProgramPage = {
  traits: {
    speaks: ['imap', 'pop', 'smtp'],
    signsInAt: Object.keys(entries) as SignInFamily[],
    calls: [],
    runs: 'phone',
    bridgeDoor: 'plain',
    prefers: ['own', 'password'],
    opensShared: true,
  },
  oauth: ({ family, provider }) => {
    if (family === 'google') return say('fairemail.oauth.google');
    return entries[family]
      ? say('fairemail.oauth.own', { provider: provider.shortName })
      : say('fairemail.oauth.others');
  },
  fill: (subject, way, services) => {
    const account = [
      yours('fairemail.fields.name', 'common.yourName'),
      type('fairemail.fields.address', subject.signsInAs ?? subject.address),
    ];
    if (way === 'own') {
      return {
        screens: [
          {
            title: say('fairemail.screens.quick'),
            lead: say(`fairemail.leads.${entries[subject.family] ?? 'office'}`),
            fields: [...account, ...(subject.signsInAs ? [type('fairemail.fields.shared', subject.address)] : [])],
          },
        ],
      };
    }
    return {
      screens: serverScreens('fairemail', doorsFor(subject, way, services), {
        incoming: ['host', 'security', 'port', 'userName', 'password'],
        outgoing: ['host', 'security', 'port', 'userName', 'password'],
      }),
    };
  },
};
