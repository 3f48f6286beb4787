// What is laid down for everybody at a computer, for one journey alone: Postkey starts in a view of the disk of its own, in which these
// files lie in `/etc/postkey`. Nothing in Postkey can be told to look elsewhere, and this computer's own folder is never touched.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { electronOfThisRun } from './postkey-app.ts';

/** Takes root, and a Linux that lets it: util-linux' unshare and overlayfs. */
export function canLayDown(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const tried = ['--mount', 'mount', '-t', 'overlay', 'overlay', '-o', 'lowerdir=/usr/lib:/etc', '/etc'];
  return spawnSync('unshare', tried, { stdio: 'ignore' }).status === 0;
}

/** Electron under these files; for `executable` of a start. `folder`: the journey's own. Values are written as JSON. */
export function layDown(folder: string, files: Readonly<Record<string, unknown>>): string {
  const over = join(folder, 'machine');
  const laid = join(over, 'postkey');
  for (const each of [over, laid]) mkdirSync(each, { recursive: true, mode: 0o755 });
  for (const [name, said] of Object.entries(files)) {
    writeFileSync(join(laid, name), typeof said === 'string' ? said : JSON.stringify(said, null, 2), { mode: 0o644 });
  }
  const executable = join(folder, 'electron-under-policy.sh');
  const mount = `mount -t overlay overlay -o "lowerdir=${over}:/etc" /etc`;
  const inside = `${mount} && exec "${electronOfThisRun()}" "$@"`;
  writeFileSync(executable, `#!/bin/sh\nexec unshare --mount sh -c '${inside}' electron "$@"\n`);
  chmodSync(executable, 0o755);
  return executable;
}
