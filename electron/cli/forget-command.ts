// `postkey forget --all [--yes]`: deletes what Postkey keeps of the person on this computer. Says what it would do until told yes. Takes
// nothing back at a provider. The exit code: 0 done, 1 not all of it, 2 asked only or used wrongly, 3 Postkey is open.

export interface ForgetParts {
  /** The profile, as a person may look for it. */
  readonly folder: string;
  readonly platform: NodeJS.Platform;
  /** Names in the profile; empty when there is none. */
  readonly list: () => Promise<readonly string[]>;
  /** Does it while no other Postkey uses the profile; the names that could not be deleted. */
  readonly deleteAll: () => Promise<readonly string[] | 'open'>;
  /** False: the system refused. */
  readonly stopStartingAtLogin: () => boolean;
  readonly say: (key: string, values?: Readonly<Record<string, string>>) => string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** Where an entry stays in the key store; Windows has none. */
function keyLeft(platform: NodeJS.Platform): 'keyLeft.darwin' | 'keyLeft.linux' | null {
  if (platform === 'win32') return null;
  return platform === 'darwin' ? 'keyLeft.darwin' : 'keyLeft.linux';
}

export async function forgetCommand({ yes }: { readonly yes: boolean }, parts: ForgetParts): Promise<0 | 1 | 2 | 3> {
  const { folder, platform, out, err } = parts;
  const say = (key: string, values = {}): string => `${parts.say(`forget.${key}`, { folder, ...values })}\n`;
  if (!yes) {
    err(say('would'));
    return 2;
  }
  const before = await parts.list();
  const left = before.length === 0 ? [] : await parts.deleteAll();
  if (left === 'open') {
    err(say('open'));
    return 3;
  }
  const stopped = parts.stopStartingAtLogin();
  if (left.length > 0) err(say('partly', { names: left.join(', ') }));
  else out(say(before.length === 0 ? 'nothing' : 'done'));
  if (!stopped) err(say('startsStill'));
  const key = keyLeft(platform);
  if (before.length > 0 && key) out(say(key));
  return left.length === 0 && stopped ? 0 : 1;
}
