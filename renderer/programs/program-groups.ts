// In which order mail programs are offered: what runs on this computer first, the likely ones before the rare. Pure.
import { type MailProgram, mailPrograms } from '../../shared/mail-program.ts';
import type { ThisSystem } from './this-system.ts';

export type ProgramGroupId = 'here' | 'telephone' | 'elsewhere' | 'terminal' | 'machine';

export interface ProgramGroup {
  readonly id: ProgramGroupId;
  readonly programs: readonly MailProgram[];
  /** Folded until somebody asks: what few people have. */
  readonly isRare: boolean;
}

/** By the share of people who have them there, as far as the makers tell. */
const runOn: Readonly<Record<ThisSystem, readonly MailProgram[]>> = {
  windows: ['outlook', 'outlook-classic', 'thunderbird', 'em-client', 'mailspring'],
  mac: ['apple-mail', 'outlook', 'thunderbird', 'em-client', 'mailspring'],
  linux: ['thunderbird', 'evolution', 'kmail', 'geary', 'mailspring'],
};
const telephones: readonly MailProgram[] = ['ios-mail', 'thunderbird-android', 'fairemail'];
const machines: readonly MailProgram[] = ['copier'];
const terminal: readonly MailProgram[] = [
  'mutt',
  'aerc',
  'himalaya',
  'mbsync',
  'offlineimap',
  'getmail',
  'fetchmail',
  'mpop',
  'msmtp',
];

/** Every program but `other`, each once. */
export function programGroups(system: ThisSystem): readonly ProgramGroup[] {
  const here = runOn[system];
  const placed = new Set<MailProgram>([...here, ...telephones, ...terminal, ...machines, 'other']);
  const elsewhere = mailPrograms.filter((program) => !placed.has(program));
  return [
    { id: 'here', programs: here, isRare: false },
    { id: 'telephone', programs: telephones, isRare: false },
    { id: 'elsewhere', programs: elsewhere, isRare: true },
    { id: 'terminal', programs: terminal, isRare: true },
    { id: 'machine', programs: machines, isRare: true },
  ];
}

/** Those whose names hold every word that was typed. `namesOf`: all that a program is called. */
export function findPrograms(
  typed: string,
  groups: readonly ProgramGroup[],
  namesOf: (program: MailProgram) => string,
): readonly MailProgram[] {
  const words = plain(typed).split(' ');
  return groups
    .flatMap(({ programs }) => programs)
    .filter((program) => {
      const names = plain(namesOf(program));
      return words.every((word) => names.includes(word));
    });
}

/** "K-9 Mail" is found as "k9": case and signs do not count. */
function plain(text: string): string {
  return text
    .toLocaleLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s]/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
