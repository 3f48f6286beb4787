// Whether this desktop has a place for programs that go on without a window. Asks nothing secret.
import { execFile } from 'node:child_process';

const askDeadlineMs = 1500;

/** Who shows status icons on Linux (Status Notifier Item, freedesktop.org). */
const question = [
  '--session',
  '--print-reply=literal',
  '--reply-timeout=1000',
  '--dest=org.freedesktop.DBus',
  '/org/freedesktop/DBus',
  'org.freedesktop.DBus.NameHasOwner',
  'string:org.kde.StatusNotifierWatcher',
];

/** True outside Linux. False also where it cannot be asked: then nothing is promised. */
export async function isTrayThere(platform: string = process.platform): Promise<boolean> {
  if (platform !== 'linux') return true;
  const answer = await new Promise<string>((resolve) => {
    execFile('dbus-send', question, { timeout: askDeadlineMs }, (error, said) => resolve(error ? '' : said));
  });
  return answer.includes('boolean true');
}
