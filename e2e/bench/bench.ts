// `npm run bench [-- --json --runs N]`: measures Postkey against a floor in the same run. With --json nothing but the figures goes
// to standard output.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureAddedSize } from './added-size.ts';
import { measureBridge } from './bridge.ts';
import { measureColdStart } from './cold-start.ts';
import { measureLookUp } from './look-up.ts';
import type { Figure } from './measure-in-turn.ts';
import { measureOwnTime } from './own-time.ts';
import { measureTokens } from './token-command.ts';

const fewestRuns = 5;

function row({ name, value, unit, against, ratio, goal, runs }: Figure): string {
  const verdict = ratio <= goal ? '✓' : '✗';
  const places = { ms: 0, MB: 2, '% of a core': 2 }[unit];
  const figures = `${value.toFixed(places)} ${unit} against ${against.toFixed(places)} ${unit}`;
  return `${verdict} ${name.padEnd(44)} ${figures.padEnd(28)} ratio ${ratio.toFixed(2)}, goal ${goal}   (${runs} runs)`;
}

const { values } = parseArgs({ options: { json: { type: 'boolean' }, runs: { type: 'string' } } });
const runs = Math.max(fewestRuns, Number(values.runs ?? fewestRuns) || fewestRuns);
const folder = mkdtempSync(join(tmpdir(), 'postkey-bench-'));
// Dovecot's parts run as users of their own and must find their way through.
chmodSync(folder, 0o755);
try {
  const tell = (line: string): void => console.error(line);
  const figures: Figure[] = [
    ...(await measureColdStart({ folder, runs, tell })),
    ...(await measureLookUp({ folder, runs, tell })),
  ];
  // Dovecot and a browser that a test may make the default are to be had on Linux only.
  if (process.platform === 'linux') {
    figures.push(await measureOwnTime({ folder: mkdtempSync(join(folder, 'own-time-')), runs, tell }));
    figures.push(...(await measureBridge({ folder: mkdtempSync(join(folder, 'bridge-')), runs, tell })));
    figures.push(...(await measureTokens({ folder: mkdtempSync(join(folder, 'tokens-')), runs, tell })));
    figures.push(measureAddedSize({ folder, tell }));
  }
  console.log(values.json ? JSON.stringify(figures, null, 2) : `\n${figures.map(row).join('\n')}`);
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
