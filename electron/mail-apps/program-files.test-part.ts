// Test only: writes a sheet's files where a program finds them, in a home of its own, and runs that program on them.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { HandOverWay } from '../../shared/hand-over.ts';
import type { MailProgram } from '../../shared/mail-program.ts';
import type { HandOverAbout } from '../setup/hand-over-world.ts';
import { makeSheets } from './make-sheet.ts';

export interface ProgramHome {
  /** Of the home folder. */
  readonly path: string;
  /** The words that the made-up commands were started with last. */
  lastWords(): readonly string[];
  forgetWords(): void;
  /** The file's place in this home. */
  place(of: string): string;
  run(
    program: string,
    args: readonly string[],
    input?: string,
  ): { readonly code: number | null; readonly said: string };
  /** One that does not end by itself; the answer ends it. */
  start(program: string, args: readonly string[]): () => void;
  remove(): void;
}

/** A `postkey` and a `secret-tool` that note their words, one a line, and print a made-up secret. */
export function makeHome(): ProgramHome {
  const path = mkdtempSync(join(tmpdir(), "postkey-home o'f-"));
  const noted = join(path, 'words');
  for (const name of ['postkey', 'secret-tool']) {
    writeFileSync(join(path, name), `#!/bin/sh\nprintf '%s\\n' ${name} "$@" > "$HOME/words"\necho made-up\n`);
    chmodSync(join(path, name), 0o755);
  }
  const env = { PATH: `${path}:${process.env['PATH'] ?? ''}`, HOME: path, LANG: 'C.UTF-8' };
  const place = (of: string): string => join(path, of.replace(/^~\//u, ''));
  return {
    path,
    place,
    lastWords: () => (existsSync(noted) ? readFileSync(noted, 'utf8').trimEnd().split('\n') : []),
    forgetWords: () => rmSync(noted, { force: true }),
    start: (program, args) => {
      const started = spawn(program, args, {
        env: { ...env, TERM: 'xterm' },
        cwd: path,
        stdio: ['pipe', 'ignore', 'ignore'],
      });
      return () => started.kill();
    },
    run: (program, args, input = '') => {
      const { status, stdout, stderr } = spawnSync(program, args, { env, cwd: path, input, timeout: 30_000 });
      return { code: status, said: `${stdout}${stderr}` };
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

/** Null: the way is not open. */
export function writeFilesOf(
  home: ProgramHome,
  about: HandOverAbout,
  program: MailProgram,
  way: HandOverWay,
): string | null {
  const sheet = makeSheets({ tokenCommand: [join(home.path, 'postkey'), 'token'], system: 'linux' })(
    about,
    program,
    way,
  );
  if (sheet.way !== way || !sheet.choices.some((choice) => choice.way === way && choice.verdict !== 'not-here'))
    return null;
  for (const { name, place, text } of sheet.files) {
    const to = home.place(place ?? name);
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, text, { mode: 0o600 });
  }
  const [first] = sheet.files;
  return first ? home.place(first.place ?? first.name) : null;
}

/** Whether the program is on this computer. */
export function isHere(program: string): boolean {
  try {
    execFileSync('/bin/sh', ['-c', `command -v ${program}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
