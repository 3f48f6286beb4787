// Test only: the launcher as a package lays it out, beside a program that writes down how it was started.
import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

export const launcherFile = resolve(import.meta.dirname, '..', 'launcher', 'postkey');

export interface LauncherEnd {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface LauncherWish {
  readonly env?: Readonly<Record<string, string>>;
  readonly as?: { readonly uid: number; readonly gid: number };
  /** Nobody reads what is printed. */
  readonly deaf?: boolean;
  /** Run instead of the one of `layOut`. */
  readonly path?: string;
}

/** `folder` exists. `change`: on the script's own text. */
export function layOut(folder: string, change: (text: string) => string = (text) => text) {
  const [launcher, programs] = [join(folder, 'postkey'), join(folder, 'bin')];
  chmodSync(folder, 0o755);
  mkdirSync(programs);
  const write = (path: string, text: string): void => writeFileSync(path, text, { mode: 0o755 });
  write(launcher, change(readFileSync(launcherFile, 'utf8')));
  const program = (text: string, name = 'postkey-app'): void => write(join(folder, name), `#!/bin/sh\n${text}\n`);
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell's
  program('printf "[%s]" program "$@" "${ELECTRON_RUN_AS_NODE-unset}"');
  return {
    launcher,
    /** The program beside it, or another one. */
    program,
    /** In the launcher's PATH. */
    tool: (name: string, text: string): void => write(join(programs, name), `#!/bin/sh\n${text}\n`),
    run(words: readonly string[], { env = {}, as, deaf = false, path = launcher }: LauncherWish = {}) {
      const child = spawn(path, words, {
        cwd: folder,
        env: { PATH: `${programs}${delimiter}/usr/bin${delimiter}/bin`, DISPLAY: ':0', ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
        ...as,
      });
      if (deaf) child.stdout.destroy();
      let [out, err] = ['', ''];
      child.stdout.on('data', (chunk: Buffer) => {
        out += chunk.toString();
      });
      child.stderr.on('data', (chunk: Buffer) => {
        err += chunk.toString();
      });
      return new Promise<LauncherEnd>((done, failed) => {
        child.once('error', failed);
        child.once('close', (code) => done({ code, out, err }));
      });
    },
  };
}
