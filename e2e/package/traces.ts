// What of Postkey is in the system and in a person's folders, by name and by content.
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Everything the package may have touched. What dpkg knows of a removed package is its own affair; purged, it knows nothing. */
const places = ['/etc', '/opt', '/usr', '/var/lib', '/var/cache'];

/** The databases that other packages' files stand in too. */
const databases = [
  '/usr/share/applications/mimeinfo.cache',
  '/usr/share/mime/globs2',
  '/usr/share/mime/packages',
  '/usr/share/icons/hicolor/icon-theme.cache',
];

/** Paths with Postkey's name in them, and databases that still name it. */
export function tracesInSystem(): readonly string[] {
  const named = execFileSync('find', [...places, '-xdev', '-iname', '*postkey*'], { encoding: 'utf8' });
  const spoken = spawnSync('grep', ['-rl', 'postkey', ...databases], { encoding: 'utf8' }).stdout;
  return [...named.split('\n'), ...spoken.split('\n')].filter((path) => path !== '');
}

/** Files below a folder, by their paths in it. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.isFile())
    .sort();
}

/** What tokens, codes and passwords look like in the clear, whoever made them. */
const secretForms = [
  /eyJ[\w-]{20,}\.eyJ[\w-]{20,}\./u,
  /"?(?:access|refresh|id)_token"?["']?\s*[:=]\s*"?[\w-]{20,}/u,
  /code_verifier=/u,
  /Bearer [\w-]{20,}/u,
  /-----BEGIN (?:EC |RSA )?PRIVATE KEY-----/u,
];

/** Files below a folder that hold anything of that form. */
export function filesWithSecrets(folder: string): readonly string[] {
  return filesBelow(folder).filter((name) => {
    const text = readFileSync(join(folder, name), 'latin1');
    return secretForms.some((form) => form.test(text));
  });
}
