// What the bridge costs, in the real Postkey, with a real token and the barest client: each figure beside the same done directly at the same
// Dovecot, in turn.
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openMailHouse } from '../parts/mail-house.ts';
import { pat } from '../parts/provider-kinds.ts';
import { openSystemBrowser } from '../parts/system-browser.ts';
import { makeTestAuthority } from '../parts/test-authority.ts';
import type { BareClient } from './bare-client.ts';
import { measureIdle } from './bridge-idle.ts';
import { fetchedBytes, pastIt, putLargeMessage, throughBridge, type Ways } from './bridge-ways.ts';
import { type Figure, measureInTurn, median } from './measure-in-turn.ts';
import { signInOnce, startForSignIn } from './sign-in-once.ts';

/** What a login may take longer, and one round trip. */
const loginMs = 5;
const roundTripMs = 0.05;
/** Of the direct throughput. */
const ofThroughput = 0.95;

const loginsPerRun = 6;
const roundTrips = 400;
const sentBytes = 20 * 1_048_576;

export interface BridgeWish {
  readonly folder: string;
  readonly runs: number;
  readonly tell: (line: string) => void;
}

export async function measureBridge({ folder, runs, tell }: BridgeWish): Promise<readonly Figure[]> {
  const authority = await makeTestAuthority(mkdtempSync(join(folder, 'authority-')));
  // Dovecot's parts run as users of their own and must find their way through.
  chmodSync(folder, 0o755);
  const house = await openMailHouse('openid', join(folder, 'house'), authority);
  const browser = await openSystemBrowser(join(folder, 'browser'), authority);
  try {
    putLargeMessage(join(folder, 'house', 'mail', pat.address, 'Maildir', 'new'));
    const preset = join(folder, 'preset.json');
    writeFileSync(preset, JSON.stringify(house.preset()));
    const stage = { house, browser, preset };
    const userData = join(folder, 'postkey');
    const postkey = await startForSignIn(stage, userData);
    try {
      await signInOnce(stage, postkey.window);
      tell('Through the bridge, and past it');
      const ways = { ours: await throughBridge(postkey.window), theirs: await pastIt(house, authority.pem, userData) };
      const figures = [
        await measureLogins(ways, runs, tell),
        await measureRoundTrips(ways, runs, tell),
        await measureFetch(ways, runs, tell),
        await measureSend(ways, runs, tell),
      ];
      return [...figures, ...(await measureIdle(ways.ours, postkey.app.process().pid ?? 0, tell))];
    } finally {
      await postkey.quit();
    }
  } finally {
    await browser.stop();
    await house.stop();
  }
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await run();
  return performance.now() - from;
}

/** The goal is so many milliseconds above what it takes directly. */
async function aboveDirect(
  wish: Omit<Parameters<typeof measureInTurn>[0], 'goal' | 'onPair'>,
  allowedMs: number,
): Promise<Figure> {
  const direct: number[] = [];
  const figure = await measureInTurn({ ...wish, goal: 1, onPair: (_, theirs) => direct.push(theirs) });
  return { ...figure, goal: Number(((median(direct) + allowedMs) / median(direct)).toFixed(3)) };
}

async function measureLogins(ways: Ways, runs: number, tell: BridgeWish['tell']): Promise<Figure> {
  const once = (way: keyof Ways) => async () => {
    let client: BareClient | undefined;
    const ms = await timed(async () => {
      client = await ways[way]('imap');
    });
    client?.close();
    return ms;
  };
  // The first ones load what is loaded when first needed.
  for (const way of ['ours', 'theirs'] as const) await once(way)();
  const figure = await aboveDirect(
    { name: 'bridge: login', runs: runs * loginsPerRun, ours: once('ours'), theirs: once('theirs') },
    loginMs,
  );
  tell(`  a login ${figure.value} ms, directly ${figure.against} ms`);
  return figure;
}

async function measureRoundTrips(ways: Ways, runs: number, tell: BridgeWish['tell']): Promise<Figure> {
  const clients = { ours: await ways.ours('imap'), theirs: await ways.theirs('imap') };
  let number = 0;
  const many = (way: keyof Ways) => () =>
    timed(async () => {
      for (let time = 0; time < roundTrips; time += 1) {
        number += 1;
        clients[way].say(`n${number} NOOP\r\n`);
        await clients[way].hear(`n${number} OK`);
      }
    });
  for (const way of ['ours', 'theirs'] as const) await many(way)();
  const figure = await aboveDirect(
    { name: `bridge: ${roundTrips} round trips (NOOP)`, runs, ours: many('ours'), theirs: many('theirs') },
    roundTripMs * roundTrips,
  );
  tell(
    `  a round trip ${(figure.value / roundTrips).toFixed(3)} ms, directly ${(figure.against / roundTrips).toFixed(3)} ms`,
  );
  for (const client of Object.values(clients)) client.close();
  return figure;
}

const throughputGoal = Number((1 / ofThroughput).toFixed(3));

async function measureFetch(ways: Ways, runs: number, tell: BridgeWish['tell']): Promise<Figure> {
  const clients = { ours: await ways.ours('imap'), theirs: await ways.theirs('imap') };
  for (const client of Object.values(clients)) {
    client.say('s SELECT INBOX\r\n');
    await client.hear('s OK');
  }
  let number = 0;
  const fetch = (way: keyof Ways) => async () => {
    const client = clients[way];
    const before = client.received();
    number += 1;
    const ms = await timed(async () => {
      client.say(`f${number} FETCH 4 BODY.PEEK[]\r\n`);
      await client.hear(`f${number} OK`);
    });
    if (client.received() - before < fetchedBytes) throw new Error('The message is not the large one');
    return ms;
  };
  for (const way of ['ours', 'theirs'] as const) await fetch(way)();
  const figure = await measureInTurn({
    name: 'bridge: 30 MB fetched',
    goal: throughputGoal,
    runs: runs * 2,
    ours: fetch('ours'),
    theirs: fetch('theirs'),
  });
  tell(`  30 MB fetched in ${figure.value} ms, directly in ${figure.against} ms`);
  for (const client of Object.values(clients)) client.close();
  return figure;
}

async function measureSend(ways: Ways, runs: number, tell: BridgeWish['tell']): Promise<Figure> {
  const clients = { ours: await ways.ours('smtp'), theirs: await ways.theirs('smtp') };
  const line = `${'x'.repeat(76)}\r\n`;
  const message = Buffer.from(`Subject: Large\r\n\r\n${line.repeat(Math.ceil(sentBytes / line.length))}.\r\n`);
  const send = (way: keyof Ways) => () =>
    timed(async () => {
      const client = clients[way];
      for (const [said, answer] of [
        [`MAIL FROM:<${pat.address}>`, '250 '],
        ['RCPT TO:<shore@harbour.example>', '250 '],
        ['DATA', '354 '],
      ] as const) {
        client.say(`${said}\r\n`);
        await client.hear(answer);
      }
      client.say(message);
      await client.hear('250 ');
    });
  for (const way of ['ours', 'theirs'] as const) await send(way)();
  const figure = await measureInTurn({
    name: 'bridge: 20 MB sent',
    goal: throughputGoal,
    runs,
    ours: send('ours'),
    theirs: send('theirs'),
  });
  tell(`  20 MB sent in ${figure.value} ms, directly in ${figure.against} ms`);
  for (const client of Object.values(clients)) client.close();
  return figure;
}
