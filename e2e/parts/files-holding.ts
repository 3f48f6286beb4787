// Looks through a folder for secrets in the clear.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Files below a folder that hold one of the secrets in the clear, also as base64. */
export function filesHolding(folder: string, secrets: readonly string[]): readonly string[] {
  const wanted = secrets.flatMap((secret) => [secret, Buffer.from(secret).toString('base64').slice(0, -4)]);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile())
    .filter((path) => {
      const text = readFileSync(path, 'latin1');
      return wanted.some((secret) => text.includes(secret));
    });
}
