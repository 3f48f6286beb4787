// `postkey token`, whole processes: beside an open Postkey against the barest client that asks at the same door, and without one against
// starting the window.
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openMailHouse } from '../parts/mail-house.ts';
import { pat } from '../parts/provider-kinds.ts';
import { runCommand } from '../parts/run-command.ts';
import { runLauncher } from '../parts/run-launcher.ts';
import { openSystemBrowser } from '../parts/system-browser.ts';
import { makeTestAuthority } from '../parts/test-authority.ts';
import { startWindow, warmingStarts } from './cold-start.ts';
import { type Figure, measureInTurn, median } from './measure-in-turn.ts';
import { signInOnce, startForSignIn } from './sign-in-once.ts';

/** How much longer than the barest client a token may take. */
const aboveFloorMs = 15;
/** "Well below": what no window has to be made for must be seen. */
const ofAWindow = 0.75;
/** One takes a few milliseconds. */
const asksPerRun = 8;

export interface TokensWish {
  readonly folder: string;
  readonly runs: number;
  readonly tell: (line: string) => void;
}

// Asks and prints whatever comes: looks at nothing, and knows nothing but the socket.
const bareClient = `socket(S,1,1,0);connect(S,pack("SZ*",1,$ARGV[0]))or die;syswrite(S,$ARGV[1]);
$l="";sysread(S,$l,16384,length$l)or die until$l=~/\\n/;print$l`;

/** Milliseconds until it has ended and what it printed is here. */
async function timed(wanted: RegExp, run: () => Promise<{ readonly out: string; readonly err: string }>) {
  const from = performance.now();
  const { out, err } = await run();
  if (!wanted.test(out)) throw new Error(`That is no answer: ${out.length} bytes, and ${err}`);
  return performance.now() - from;
}

function askBare(path: string): Promise<{ readonly out: string; readonly err: string }> {
  const question = `{"postkeyDoor":1,"question":"token","input":{"address":"${pat.address}"}}\n`;
  const child = spawn('sh', ['-c', 'exec /usr/bin/perl -e "$0" "$@"', bareClient, path, question], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  return new Promise((done, failed) => {
    child.once('error', failed);
    child.once('close', () => done({ out, err: '' }));
  });
}

export async function measureTokens({ folder, runs, tell }: TokensWish): Promise<readonly Figure[]> {
  const authority = await makeTestAuthority(mkdtempSync(join(folder, 'authority-')));
  // Dovecot's parts run as users of their own and must find their way through.
  chmodSync(folder, 0o755);
  const house = await openMailHouse('openid', join(folder, 'house'), authority);
  const browser = await openSystemBrowser(join(folder, 'browser'), authority);
  try {
    const preset = join(folder, 'preset.json');
    writeFileSync(preset, JSON.stringify(house.preset()));
    const stage = { house, browser, preset };
    const userData = join(folder, 'postkey');
    const postkey = await startForSignIn(stage, userData);
    let beside: Figure;
    try {
      await signInOnce(stage, postkey.window);
      tell('A token, with Postkey open');
      beside = await measureBeside(userData, runs * asksPerRun, tell);
    } finally {
      await postkey.quit();
    }
    tell('A token, with Postkey closed');
    return [beside, await measureAlone(userData, join(folder, 'window'), runs, tell)];
  } finally {
    await browser.stop();
    await house.stop();
  }
}

const token = /^[\w.~+/-]+=*\n$/u;

async function measureBeside(userData: string, runs: number, tell: TokensWish['tell']): Promise<Figure> {
  const theirTimes: number[] = [];
  const ourTimes: number[] = [];
  const figure = await measureInTurn({
    name: 'token command, Postkey open',
    goal: 1,
    runs,
    ours: () => timed(token, () => runLauncher(['token', pat.address], { userData, quick: true })),
    theirs: () => timed(/"token"/u, () => askBare(join(userData, 'door', 'postkey.sock'))),
    onPair: (ours, theirs) => {
      ourTimes.push(ours);
      theirTimes.push(theirs);
    },
  });
  const floor = median(theirTimes);
  tell(`  ${median(ourTimes).toFixed(1)} ms, a bare client ${floor.toFixed(1)} ms`);
  return { ...figure, goal: Number(((floor + aboveFloorMs) / floor).toFixed(3)) };
}

async function measureAlone(
  userData: string,
  windowData: string,
  runs: number,
  tell: TokensWish['tell'],
): Promise<Figure> {
  const ours = () => timed(token, () => runCommand(['token', pat.address], { userData }));
  for (let start = 0; start < warmingStarts; start += 1) {
    await startWindow(windowData);
    await ours();
  }
  return measureInTurn({
    name: 'token command, Postkey closed',
    goal: ofAWindow,
    runs,
    ours,
    theirs: () => startWindow(windowData),
    onPair: (mine, window) => tell(`  ${mine.toFixed(0)} ms, starting the window ${window.toFixed(0)} ms`),
  });
}
