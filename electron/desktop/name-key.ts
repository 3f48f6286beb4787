// The key with which names are made that stand for addresses in logs and case files: made once for each profile, for its owner alone,
// and never written anywhere else. Whoever has a log or a case file cannot find an address by trying all there are.
import { createHmac, randomBytes } from 'node:crypto';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeStandIns, type StandIns } from '../../shared/stand-in-names.ts';

const fileName = 'name-key';
const isKey = /^[0-9a-f]{64}$/u;

function kept(profile: string): string | null {
  try {
    const path = join(profile, fileName);
    // A pipe would be waited for without end.
    if (!statSync(path).isFile()) return null;
    const text = readFileSync(path, 'utf8').trim();
    return isKey.test(text) ? text : null;
  } catch {
    return null;
  }
}

/** Names made with this key: RFC 2104, with SHA-256. */
export function standInsOf(key: string): StandIns {
  return makeStandIns((text) => createHmac('sha256', key).update(text).digest('hex'));
}

/** For a command, which changes nothing that is kept: where there is no key yet, one of the moment. */
export function readStandIns(profile: string): StandIns {
  return standInsOf(kept(profile) ?? newKey());
}

/** Makes the key where there is none that can be used. A disk that refuses it costs only that names change with the next start. */
export function openStandIns(profile: string): StandIns {
  const known = kept(profile);
  if (known !== null) return standInsOf(known);
  const key = newKey();
  try {
    // What cannot be used may be a pipe, and writing into one waits too.
    rmSync(join(profile, fileName), { force: true });
    writeFileSync(join(profile, fileName), `${key}\n`, { mode: 0o600 });
  } catch {
    // The key of this run will do.
  }
  return standInsOf(key);
}

const newKey = (): string => randomBytes(32).toString('hex');
