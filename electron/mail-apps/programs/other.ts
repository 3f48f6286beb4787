// Any program that is not on the list: the settings in general words.
import type { HandOverScreen } from '../../../shared/hand-over.ts';
import { type Door, doorsFor } from '../door.ts';
import { say, type, yours } from '../phrases.ts';
import type { ProgramPage } from '../program-page.ts';
import { serverFields } from '../server-fields.ts';
import { loginFor, tokenWords } from '../subject.ts';
import { shellCommand } from '../writing/quote.ts';

const serverScreen = (door: Door): HandOverScreen => ({
  title: say(`other.screens.${door.service}`),
  fields: serverFields('other', door, ['host', 'port', 'security', 'authentication', 'userName', 'password']),
});

export const other: ProgramPage = {
  traits: {
    speaks: ['imap', 'pop', 'smtp'],
    // Nobody knows; the reasons say so.
    signsInAt: ['microsoft-work', 'microsoft-personal', 'google', 'yahoo', 'aol'],
    calls: ['imap', 'pop', 'smtp'],
    runs: 'here',
    bridgeDoor: 'plain',
    prefers: ['bridge', 'password'],
    whys: ({ provider }, way, isOpen) => {
      if (!isOpen) return null;
      if (way === 'own') return say('other.whys.own', { provider: provider.shortName });
      return way === 'command' ? say('other.whys.command') : null;
    },
  },
  oauth: () => say('other.oauth'),
  fill: (subject, way) => {
    const services = (['imap', 'pop', 'smtp'] as const).filter((service) => loginFor(subject, service));
    const doors = doorsFor(subject, way, services);
    const command: HandOverScreen = {
      title: say('other.screens.command'),
      lead: say('other.leads.command'),
      fields: [type('other.fields.command', shellCommand(tokenWords(subject)))],
    };
    return {
      screens: [
        {
          title: say('other.screens.account'),
          ...(services.includes('imap') && services.includes('pop') ? { lead: say('other.leads.either') } : {}),
          fields: [yours('other.fields.name', 'common.yourName'), type('other.fields.address', subject.address)],
        },
        ...(way === 'command' ? [command] : []),
        ...doors.map(serverScreen),
      ],
      later: way === 'bridge' ? [say('other.later.plain')] : [],
    };
  },
};
