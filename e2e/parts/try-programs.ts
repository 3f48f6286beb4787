// Tries one mail program after the other, with letters that nobody else has, and says what did not arrive.
import { mkdirSync } from 'node:fs';
import { expect } from '@playwright/test';
import type { HandOverWay } from '../../shared/hand-over.ts';
import type { MailProgram } from '../../shared/mail-program.ts';
import { type Service, services } from '../../shared/mail-provider.ts';
import { type CurlLogin, readByCurl, sendByCurl } from './curl-mail.ts';
import { type PrintedSheet, storePassword, takeSheet } from './handed-over.ts';
import type { HomeFolder } from './home-folder.ts';
import { asMessage, holdsLetter, type Letter, writeLetter } from './letters.ts';
import type { MailHouse } from './mail-house.ts';
import { pat } from './provider-kinds.ts';
import type { EndsLike, RealProgram } from './real-programs.ts';

export interface Trial {
  readonly home: HomeFolder;
  readonly house: MailHouse;
  /** The bridge's, one for each program. */
  readonly passwords: ReadonlyMap<MailProgram, string>;
  /** To be done at the end: takes the letters out of the Inbox. */
  readonly tidy: (() => void)[];
}

/** A new letter, which lies in the Inbox. */
function receive({ house, tidy }: Trial, about: string): Letter {
  const letter = writeLetter(about);
  tidy.push(house.mail.receive(pat.address, asMessage(letter, pat.address)));
  return letter;
}

const wasSent = ({ house }: Trial, letter: Letter): boolean =>
  house.mail.sent().some((mail) => holdsLetter(mail, letter));

const passwordOf = ({ passwords }: Trial, { program }: RealProgram): string => passwords.get(program) ?? '';

/** Takes the program's file, then reads and sends with it as far as the program does either. */
export async function tryProgram(trial: Trial, program: RealProgram, way: HandOverWay): Promise<PrintedSheet> {
  const { home } = trial;
  const password = passwordOf(trial, program);
  const is = `${program.command} by ${way}`;
  const sheet = await takeSheet(home, pat.address, program.program, way);
  if (way === 'bridge') await storePassword(home, sheet, password);
  const at = { home, sheet, password };
  if (program.read) {
    const { run, keeps } = program.read;
    mkdirSync(home.at(keeps), { recursive: true });
    const letter = receive(trial, is);
    const { code, said } = await run(at, letter);
    expect.soft(holdsLetter(home.textOf(keeps), letter), `${is} has read: ${said}`).toBe(true);
    expect.soft(code, `${is}: ${said}`).toBe(0);
  }
  if (program.send) {
    const letter = writeLetter(is);
    const { code, said } = await program.send(at, letter);
    expect.soft(code, `${is}: ${said}`).toBe(0);
    expect.soft(wasSent(trial, letter), `${is} has sent: ${said}`).toBe(true);
  }
  return sheet;
}

/** Reads by IMAP and POP, and sends. */
export async function tryCurl(trial: Trial, is: string, loginOf: (service: Service) => CurlLogin): Promise<void> {
  for (const service of services) {
    const login = loginOf(service);
    if (service === 'smtp') {
      const letter = writeLetter(is);
      const { code, said } = await sendByCurl(trial.home, login, letter, pat.address);
      expect(code, `${is}: ${said}`).toBe(0);
      expect(wasSent(trial, letter), `${is}: ${said}`).toBe(true);
    } else {
      const letter = receive(trial, is);
      const { code, said } = await readByCurl(trial.home, service, login);
      expect(code, `${is}: ${said}`).toBe(0);
      expect(holdsLetter(said, letter), `${is}: ${said}`).toBe(true);
    }
  }
}

/** Runs each of them once, all at the same time, and compares how they end. */
export async function expectEnds(
  trial: Trial,
  sheets: ReadonlyMap<RealProgram, PrintedSheet>,
  endOf: (program: RealProgram) => EndsLike | undefined,
): Promise<void> {
  await Promise.all(
    [...sheets].map(async ([program, sheet]) => {
      const [run, like] = [program.read?.run ?? program.send, endOf(program)];
      if (!like) return;
      const at = { home: trial.home, sheet, password: passwordOf(trial, program) };
      const end = await run?.(at, writeLetter(program.command));
      expect.soft(end?.said, program.command).toMatch(like.said);
      expect.soft(end?.code, `${program.command}: ${end?.said}`).toBe(like.code);
    }),
  );
}
