// Asks who answers as the Secret Service on this session's bus, so that the name a person reads is true. Asks nothing secret; what
// cannot be learnt is called by its general name.
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import type { KeepingView } from '../../shared/keeping.ts';

const askDeadlineMs = 1500;

/** `org.freedesktop.secrets` is the Secret Service's name on the bus (Secret Service API, freedesktop.org). */
const question = [
  '--session',
  '--print-reply=literal',
  '--reply-timeout=1000',
  '--dest=org.freedesktop.DBus',
  '/org/freedesktop/DBus',
  'org.freedesktop.DBus.GetConnectionUnixProcessID',
  'string:org.freedesktop.secrets',
];

/** Linux only. */
export async function secretServiceName(): Promise<KeepingView['store']> {
  const answer = await new Promise<string>((resolve) => {
    execFile('dbus-send', question, { timeout: askDeadlineMs }, (error, said) => resolve(error ? '' : said));
  });
  const pid = /uint32 (\d{1,10})/u.exec(answer)?.[1];
  const program = pid === undefined ? '' : await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '');
  return storeOfProgram(program.trim());
}

/** By the program's name as the kernel keeps it, cut to 15 signs. */
export function storeOfProgram(program: string): KeepingView['store'] {
  if (program.startsWith('gnome-keyring')) return 'gnome-keyring';
  return /^(?:kwallet|ksecret)/u.test(program) ? 'kwallet' : 'secret-service';
}
