// What the pages of programs that read a file have in common: the file with what belongs to it, a folder for the mail, a command to try it
// with. Pure.
import type { HandOverFile, HandOverScreen, HandOverWay } from '../../shared/hand-over.ts';
import type { Service } from '../../shared/mail-provider.ts';
import { caFile } from './ca-file.ts';
import { doorsFor, type OpenDoor, openDoors } from './door.ts';
import { say, type } from './phrases.ts';
import type { FilledPage } from './program-page.ts';
import type { Subject } from './subject.ts';
import { storeScreen } from './writing/keyring.ts';
import { forName } from './writing/quote.ts';

export interface FilePage {
  /** Words stand under it: `mbsync.screens.file`, `mbsync.leads.file`, `mbsync.files.file`. */
  readonly program: string;
  readonly name: string;
  readonly place: string;
  /** The whole file; `ca`: the place of the organisation's certificate authorities. */
  readonly text: (doors: readonly OpenDoor[], ca: string | null) => string;
  /** The folders to make first. */
  readonly folders?: readonly string[];
  readonly try?: string;
}

/** What the account is called in such files. */
export const accountName = (subject: Subject): string => forName(subject.address);

/** Where its mail goes, when the program does not keep it elsewhere. */
export const maildirOf = (subject: Subject): string => `~/Mail/${accountName(subject)}`;

/** What makes a folder a Maildir. */
export const maildirFolders = (subject: Subject): readonly string[] =>
  ['cur', 'new', 'tmp'].map((each) => `${maildirOf(subject)}/${each}`);

const commandScreen = (key: string, command: string): HandOverScreen => ({
  title: say(`common.screens.${key}`),
  lead: say(`common.leads.${key}`),
  fields: [type('common.fields.command', command)],
});

/** A shell finds a home folder only where `~` is not quoted. */
const making = (folders: readonly string[]): string => `mkdir -p ${folders.join(' ')}`;

export function filePage(
  subject: Subject,
  way: HandOverWay,
  services: readonly Service[],
  page: FilePage,
): Required<Pick<FilledPage, 'screens' | 'files'>> {
  const { program, name, place, text, folders } = page;
  const doors = doorsFor(subject, way, services);
  const open = openDoors(subject, way, services);
  const ca = caFile(subject, way);
  const file: HandOverFile | null = open && {
    id: 'settings',
    name,
    place,
    text: text(open, ca[0]?.place ?? null),
    lead: say(`${program}.files.settings`),
  };
  return {
    screens: [
      ...(folders ? [commandScreen('folder', making(folders))] : []),
      ...storeScreen(subject, doors),
      {
        title: say('common.screens.file'),
        lead: say(`${program}.leads.file`),
        fields: [type('common.fields.place', place)],
      },
      ...(page.try ? [commandScreen('try', page.try)] : []),
    ],
    files: file ? [file, ...ca] : [],
  };
}
