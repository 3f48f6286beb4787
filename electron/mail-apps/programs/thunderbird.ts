// Thunderbird on computers. Labels: the Account Hub's words (comm-central, mail/locales/…/accountHub.ftl, 2026). Whose sign-in it has:
// mailnews/base/src/OAuth2Providers.sys.mjs, which goes by the servers' names.
import type { HandOverScreen } from '../../../shared/hand-over.ts';
import { type Door, doorsFor } from '../door.ts';
import { say, type, yours } from '../phrases.ts';
import type { ProgramPage } from '../program-page.ts';
import { type ServerField, serverFields, serverScreens } from '../server-fields.ts';

const asked: readonly ServerField[] = ['host', 'port', 'security', 'authentication', 'userName'];

/** Thunderbird asks for it once and tries it on both servers. */
function passwordScreen(doors: readonly Door[]): readonly HandOverScreen[] {
  const door = doors.find(({ secret }) => secret !== null);
  if (!door) return [];
  return [{ title: say('thunderbird.screens.password'), fields: serverFields('thunderbird', door, ['password']) }];
}

export const thunderbird: ProgramPage = {
  traits: {
    speaks: ['imap', 'pop', 'smtp'],
    signsInAt: [
      'microsoft-work',
      'microsoft-personal',
      'google',
      'yahoo',
      'aol',
      'att',
      'fastmail',
      'yandex',
      'mail-ru',
      'comcast',
    ],
    calls: [],
    runs: 'here',
    bridgeDoor: 'plain',
    prefers: ['own', 'bridge', 'password'],
    namedAtMicrosoft: true,
    opensShared: true,
  },
  oauth: ({ family, provider }) =>
    thunderbird.traits.signsInAt.includes(family)
      ? say('thunderbird.oauth.own', { provider: provider.shortName })
      : say('thunderbird.oauth.others'),
  fill: (subject, way, services) => {
    const doors = doorsFor(subject, way, services);
    return {
      screens: [
        {
          title: say('thunderbird.screens.add'),
          lead: say('thunderbird.leads.add'),
          fields: [
            yours('thunderbird.fields.name', 'common.yourName'),
            type('thunderbird.fields.address', subject.address),
          ],
        },
        ...serverScreens('thunderbird', doors, { incoming: ['protocol', ...asked], outgoing: asked }),
        ...passwordScreen(doors),
      ],
      later: [
        ...(way === 'bridge' ? [say('thunderbird.later.plain')] : []),
        ...(way === 'own' ? [say('thunderbird.later.keeps')] : []),
      ],
    };
  },
};
