// A copier or scanner that sends what it scans. Makers differ; words and order are those that most of them use. What Microsoft leaves open to such
// machines: Microsoft Learn, "How to set up a multifunction device or application to send email using Microsoft 365".
import { doorsFor } from '../door.ts';
import { say, type } from '../phrases.ts';
import type { ProgramPage } from '../program-page.ts';
import { serverFields } from '../server-fields.ts';

export const copier: ProgramPage = {
  traits: {
    speaks: ['smtp'],
    signsInAt: ['microsoft-work', 'google'],
    calls: [],
    runs: 'machine',
    bridgeDoor: 'plain',
    prefers: ['password', 'own'],
    whys: ({ provider }, way, isOpen) => {
      if (way === 'own' && isOpen) return say('copier.whys.own', { provider: provider.shortName });
      if (way === 'command') return say('copier.whys.command');
      return way === 'own' ? say('copier.whys.closed') : null;
    },
  },
  oauth: () => say('copier.oauth'),
  fill: (subject, way, services) => {
    const [door] = doorsFor(subject, way, services);
    return {
      screens: [
        {
          title: say('copier.screens.server'),
          lead: say(way === 'own' ? 'copier.leads.own' : 'copier.leads.password'),
          fields: [
            ...(door
              ? serverFields('copier', door, ['host', 'port', 'security', 'authentication', 'userName', 'password'])
              : []),
            type('copier.fields.from', subject.address, 'copier.notes.from'),
          ],
        },
      ],
      later: [
        ...(subject.family === 'microsoft-work' ? [say('copier.later.relay')] : []),
        ...(way === 'password' ? [say('copier.later.shared')] : []),
      ],
    };
  },
};
