// Joins the sheets of mail programs for the window and the command line: where Postkey's own command is, and which system this is. Loads
// the sheets when the first one is opened.
import type { HandOverDesk } from './setup/hand-over-world.ts';

export interface HandOverDeskParts {
  /** The command that prints a token, its words without the address. Absolute. */
  readonly tokenCommand: readonly string[];
  readonly save: HandOverDesk['save'];
}

const systems = { darwin: 'mac', win32: 'windows' } as const;

export const thisSystem = (): 'linux' | 'mac' | 'windows' =>
  process.platform === 'darwin' || process.platform === 'win32' ? systems[process.platform] : 'linux';

export function handOverDesk({ tokenCommand, save }: HandOverDeskParts): HandOverDesk {
  return {
    save,
    load: async () => (await import('./mail-apps/make-sheet.ts')).makeSheets({ tokenCommand, system: thisSystem() }),
  };
}
