// What five hundred sessions cost that only wait for mail: memory and time of Postkey's main process, as the system counts them.
import { readFileSync } from 'node:fs';
import type { BareClient } from './bare-client.ts';
import type { Ways } from './bridge-ways.ts';
import type { Figure } from './measure-in-turn.ts';

const sessions = 500;
const atOnce = 5;
const settleMs = 5_000;
const watchMs = 15_000;
const mostMegabytes = 40;
const mostPercent = 1;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Resident, without what other processes share (proc(5), smaps_rollup). */
function privateMegabytes(pid: number): number {
  const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  const of = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'mu').exec(text)?.[1] ?? 0);
  return (of('Private_Clean') + of('Private_Dirty')) / 1024;
}

/** In seconds; Linux counts hundredths (proc(5), stat, fields 14 and 15). */
function secondsUsed(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /u, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

async function percentOfACore(pid: number): Promise<number> {
  const [from, used] = [performance.now(), secondsUsed(pid)];
  await pause(watchMs);
  return ((secondsUsed(pid) - used) / ((performance.now() - from) / 1000)) * 100;
}

/** `pid`: of Postkey's main process. */
export async function measureIdle(
  open: Ways['ours'],
  pid: number,
  tell: (line: string) => void,
): Promise<readonly Figure[]> {
  const clients: BareClient[] = [];
  try {
    await pause(settleMs);
    const before = { megabytes: privateMegabytes(pid), percent: await percentOfACore(pid) };
    while (clients.length < sessions) {
      const more = await Promise.all(
        Array.from({ length: atOnce }, async () => {
          const client = await open('imap');
          client.say('i IDLE\r\n');
          await client.hear('+ ');
          return client;
        }),
      );
      clients.push(...more);
    }
    await pause(settleMs);
    const percent = (await percentOfACore(pid)) - before.percent;
    const megabytes = privateMegabytes(pid) - before.megabytes;
    tell(`  ${sessions} sessions that wait: ${megabytes.toFixed(1)} MB, ${percent.toFixed(2)} % of a core`);
    return [
      figure(`bridge: ${sessions} sessions that wait, memory`, megabytes, mostMegabytes, 'MB'),
      figure(`bridge: ${sessions} sessions that wait, time`, Math.max(0, percent), mostPercent, '% of a core'),
    ];
  } finally {
    for (const client of clients) client.close();
  }
}

const figure = (name: string, value: number, against: number, unit: Figure['unit']): Figure => ({
  name,
  value: Number(value.toFixed(2)),
  unit,
  against,
  ratio: Number((value / against).toFixed(3)),
  goal: 1,
  runs: 1,
});
