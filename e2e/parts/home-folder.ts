// A person's home on a computer of their own: Postkey's folder where it is, mail programs that find their files there, and a terminal to
// answer them in. Programs get nothing else of the test's environment but the session's message bus and screen.
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface ProgramEnd {
  readonly code: number | null;
  /** Both outputs, as they came. */
  readonly said: string;
}

/** What a program shows in a terminal, and the keys that the person presses then. */
export type TypedAnswer = readonly [shown: RegExp, keys: string | ((shown: string) => string)];

export interface HomeFolder {
  readonly path: string;
  /** Where Postkey keeps what it remembers, when nobody says otherwise. */
  readonly userData: string;
  /** `~/.mbsyncrc` as a path. */
  at(place: string): string;
  run(program: string, args: readonly string[], input?: string): Promise<ProgramEnd>;
  /** A line for the shell, as the person types it. */
  type(line: string, input?: string): Promise<ProgramEnd>;
  /** The same in a terminal, where programs ask. */
  runInTerminal(line: string, answers?: readonly TypedAnswer[]): Promise<ProgramEnd>;
  /** All that stands in the files below a folder of it. */
  textOf(place: string): string;
}

const deadlineMs = 30_000;

/** `path` is made. */
export function makeHome(path: string): HomeFolder {
  const userData = join(path, '.config', 'Postkey');
  mkdirSync(userData, { recursive: true });
  const passed = ['PATH', 'DBUS_SESSION_BUS_ADDRESS', 'XDG_RUNTIME_DIR', 'DISPLAY', 'XAUTHORITY'];
  const env: Record<string, string> = {
    HOME: path,
    LANG: 'C.UTF-8',
    TERM: 'xterm',
    COLUMNS: '250',
    LINES: '30',
    USER: 'pat',
  };
  for (const name of passed) if (process.env[name] !== undefined) env[name] = process.env[name];

  function run(
    program: string,
    args: readonly string[],
    input = '',
    answers: readonly TypedAnswer[] | null = null,
  ): Promise<ProgramEnd> {
    const child = spawn(program, args, { env, cwd: path, timeout: deadlineMs, killSignal: 'SIGKILL' });
    const left = [...(answers ?? [])];
    let [said, sinceLast] = ['', ''];
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      sinceLast += chunk.toString();
      const [shown, keys = ''] = left[0] ?? [];
      const found = shown?.exec(sinceLast)?.[0];
      if (found === undefined) return;
      left.shift();
      sinceLast = '';
      child.stdin.write(typeof keys === 'string' ? keys : keys(found));
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    // Some end without reading what they were given.
    child.stdin.on('error', () => undefined);
    // A terminal stays open when nothing more is typed.
    if (answers === null) child.stdin.end(input);
    return new Promise((done, failed) => {
      child.once('error', failed);
      child.once('close', (code) => {
        child.stdin.destroy();
        done({ code, said });
      });
    });
  }

  const at = (place: string): string => join(path, place.replace(/^~\//u, ''));
  return {
    path,
    userData,
    at,
    run,
    type: (line, input) => run('/bin/sh', ['-c', line], input),
    runInTerminal: (line, answers = []) => run('script', ['-qefc', line, '/dev/null'], '', answers),
    textOf: (place) =>
      readdirSync(at(place), { recursive: true, encoding: 'utf8' })
        .map((name) => join(at(place), name))
        .filter((file) => statSync(file).isFile())
        .map((file) => readFileSync(file, 'utf8'))
        .join('\n'),
  };
}
