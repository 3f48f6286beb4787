// What a person does with a sheet of `postkey handover`: files to their places, folders made, the password into the keyring.
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from '@playwright/test';
import type { HandOverWay } from '../../shared/hand-over.ts';
import type { MailProgram } from '../../shared/mail-program.ts';
import type { HomeFolder } from './home-folder.ts';
import { runCommand } from './run-command.ts';
import { say } from './say.ts';

/** As `postkey handover --json` prints it. */
export interface PrintedSheet {
  readonly way: HandOverWay;
  readonly needs: readonly string[];
  readonly screens: readonly {
    readonly title: string;
    readonly fields: readonly { readonly label: string; readonly value?: string; readonly secret?: string }[];
  }[];
  readonly files: readonly { readonly name: string; readonly place?: string; readonly text: string }[];
}

/** The line to type on one of its screens. */
export function lineOn({ screens }: PrintedSheet, title: string): string | undefined {
  return screens.find((screen) => screen.title === title)?.fields.find(({ value }) => value !== undefined)?.value;
}

/** Asks for the sheet, and puts its files where it says, in place of those of another way. */
export async function takeSheet(
  home: HomeFolder,
  address: string,
  program: MailProgram,
  way: HandOverWay,
): Promise<PrintedSheet> {
  const folder = mkdtempSync(join(tmpdir(), 'pk-sheet-'));
  try {
    const words = ['handover', address, program, '--way', way, '--json', '--out', folder];
    const { code, out, err } = await runCommand(words, { userData: home.userData });
    expect(code, `${program} by ${way}: ${err}`).toBe(0);
    const sheet: PrintedSheet = JSON.parse(out);
    expect(sheet.way).toBe(way);
    expect(readdirSync(folder).sort()).toEqual(sheet.files.map(({ name }) => name).sort());
    for (const { name, place = `~/${name}`, text } of sheet.files) {
      expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
      mkdirSync(dirname(home.at(place)), { recursive: true });
      copyFileSync(join(folder, name), home.at(place));
    }
    const folders = lineOn(sheet, say('hand-over:common.screens.folder'));
    if (folders) expect(await home.type(folders)).toEqual({ code: 0, said: '' });
    return sheet;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs the sheet's own command for that, where it has one. */
export async function storePassword(home: HomeFolder, sheet: PrintedSheet, password: string): Promise<void> {
  const line = lineOn(sheet, say('hand-over:common.screens.store'));
  if (line !== undefined) expect(await home.type(line, password)).toEqual({ code: 0, said: '' });
}
