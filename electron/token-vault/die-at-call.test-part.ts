// For the kill test: ends this process by SIGKILL at the n-th call that changes the disk; a write is cut in half first. Import it
// before anything that takes functions from `node:fs`.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

let left = Number.POSITIVE_INFINITY;

/** Counts from now on: 1 is the very next call. */
export function dieAtCall(call: number): void {
  left = call;
}

const die = (): never => {
  process.kill(process.pid, 'SIGKILL');
  // The signal is on its way; nothing more may reach the disk.
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000);
};

const changing = [
  'mkdirSync',
  'openSync',
  'fsyncSync',
  'closeSync',
  'chmodSync',
  'chownSync',
  'renameSync',
  'rmSync',
  'unlinkSync',
  'writeFileSync',
  'copyFileSync',
] as const;
const functions = fs as unknown as Record<string, (...values: unknown[]) => unknown>;

for (const name of changing) {
  const real = functions[name];
  if (real === undefined) continue;
  functions[name] = (...values) => {
    left -= 1;
    return left <= 0 ? die() : real(...values);
  };
}

const realWrite = fs.writeSync as (fd: number, data: string) => number;
functions['writeSync'] = (fd, data, ...rest) => {
  left -= 1;
  if (left > 0) return (realWrite as (...values: unknown[]) => number)(fd, data, ...rest);
  if (left === 0 && typeof data === 'string' && typeof fd === 'number') realWrite(fd, data.slice(0, data.length / 2));
  return die();
};
syncBuiltinESMExports();
