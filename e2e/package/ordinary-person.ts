// A person without an administrator's rights, at this test's screen: whatever is installed is used by one, with Chromium's sandbox on.
// Their home is a fresh folder; message bus and key store are their own.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CommandEnd, endOf } from '../parts/command-end.ts';

/** `nobody` and `nogroup`, on every Debian. */
const id = '65534';
const asThem = ['setpriv', `--reuid=${id}`, `--regid=${id}`, '--clear-groups'];

export interface OrdinaryPerson {
  readonly home: string;
  /** Starts a program as this person; `env` comes on top of theirs. */
  run(command: readonly string[], env: Readonly<Record<string, string>>): ChildProcess;
  /** Waits for the program's end. */
  runToEnd(command: readonly string[], env: Readonly<Record<string, string>>): Promise<CommandEnd>;
  /** Gives them what the test has written below their home since. */
  own(): void;
  /** A program file that starts Chromium as this person, whoever calls it. */
  readonly chromium: string;
}

// The password guards an empty key store that is deleted afterwards.
const withKeyStore =
  'printf "practice\\n" | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; exec "$@"';

/** `folder` is made; needs to be root. */
export function makeOrdinaryPerson(folder: string): OrdinaryPerson {
  const [home, runtime, bin] = ['home', 'run', 'bin'].map((name) => join(folder, name)) as [string, string, string];
  for (const each of [home, runtime, bin]) mkdirSync(each, { recursive: true, mode: 0o755 });
  const authority = process.env['XAUTHORITY'];
  if (authority) copyFileSync(authority, join(folder, 'xauthority'));
  const chromium = join(bin, 'chromium-as-person');
  // The browser's folder was made by the test a moment ago.
  writeFileSync(
    chromium,
    `#!/bin/sh
[ "$(id -u)" = 0 ] || exec /usr/bin/chromium "$@"
chown -R ${id}:${id} '${folder}'
exec ${asThem.join(' ')} env HOME='${home}' XAUTHORITY='${join(folder, 'xauthority')}' /usr/bin/chromium "$@"
`,
    { mode: 0o755 },
  );
  const own = (): void => void execFileSync('chown', ['-R', `${id}:${id}`, folder]);
  own();
  execFileSync('chmod', ['700', runtime]);
  const run: OrdinaryPerson['run'] = (command, env) => {
    const inSession = ['dbus-run-session', '--', 'sh', '-c', withKeyStore, 'sh', ...command];
    const [program = '', ...rest] = [...asThem, ...inSession];
    return spawn(program, rest, {
      cwd: home,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: '/usr/local/bin:/usr/bin:/bin',
        DISPLAY: process.env['DISPLAY'] ?? '',
        XAUTHORITY: join(folder, 'xauthority'),
        HOME: home,
        XDG_RUNTIME_DIR: runtime,
        LANG: 'C.UTF-8',
        ...env,
      },
    });
  };
  return { home, chromium, own, run, runToEnd: (command, env) => endOf(run(command, env)) };
}
