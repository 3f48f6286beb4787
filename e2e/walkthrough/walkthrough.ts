// `npm run walkthrough`: opens the real window, takes a practice account through the twelve steps as a person would, and writes
// pictures, a report and an illustrated guide. Ends with 0 only when all twelve steps and all three services are done.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningPostkey, startPostkey } from '../parts/postkey-app.ts';
import { atTheWindow } from '../window/at-the-window.ts';
import { faultsOf } from '../window/faults-of.ts';
import { findWords, type Words } from '../window/find-words.ts';
import { readState } from '../window/read-state.ts';
import { makeStudio } from './camera.ts';
import { copyForReadme } from './copy-for-readme.ts';
import { findPerson } from './find-person.ts';
import { type Options, readOptions, use } from './options.ts';
import type { Person } from './person.ts';
import { isWhole, makeReport } from './report.ts';
import { makeTeller } from './tell.ts';
import { walk } from './walk.ts';
import { writeGuide } from './write-guide.ts';

const deadlineMs = 180_000;

interface Outing extends Options {
  readonly words: Words;
  readonly person: Person;
  readonly postkey: RunningPostkey;
}

/** In folders of its own, which are gone afterwards. */
async function run(options: Options): Promise<boolean> {
  const words = await findWords(options.language);
  const folder = mkdtempSync(join(tmpdir(), 'postkey-walk-'));
  const closing: (() => Promise<void>)[] = [];
  try {
    const person = await findPerson(folder, words);
    closing.push(person.stop);
    console.log(`Browser: ${person.how}`);
    const postkey = await startPostkey({
      userData: join(folder, 'postkey'),
      args: ['--practice', '--lang', options.language],
      env: person.env,
    });
    closing.push(postkey.quit);
    return await goAndTell({ ...options, words, person, postkey });
  } finally {
    for (const close of closing.reverse()) await close().catch((error: unknown) => console.error(error));
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function goAndTell({ out, pictures, words, person, postkey }: Outing): Promise<boolean> {
  const { app, window } = postkey;
  mkdirSync(out, { recursive: true });
  const studio = makeStudio(out);
  const at = atTheWindow(window, words);
  const teller = makeTeller(at);
  const startedAt = performance.now();
  const seen = await withDeadline(walk({ postkey, at, person, studio, onSeen: teller.tell })).catch(
    async (error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      await teller.look();
      const camera = await studio.cameraFor(window);
      await camera.take('stopped');
      return undefined;
    },
  );
  const totalMs = performance.now() - startedAt - studio.posedMs();
  const versions = {
    postkey: (await readState(window)).version,
    electron: await app.evaluate(() => process.versions['electron'] ?? ''),
  };
  const report = makeReport(versions, teller.newest(), totalMs);
  writeFileSync(join(out, 'walkthrough.json'), `${JSON.stringify(report, null, 2)}\n`);
  if (seen !== undefined) writeGuide(out, { words, version: versions.postkey, seen, pictures: studio.names() });
  if (seen !== undefined && pictures !== undefined) copyForReadme(out, pictures);
  const faults = await faultsOf(window);
  for (const fault of faults) console.error(`The window complained: ${fault}`);
  console.log(`\n${studio.names().length * 2} pictures and walkthrough.json are in ${out}`);
  return seen !== undefined && isWhole(report) && faults.length === 0;
}

async function withDeadline<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('The walk took too long')), deadlineMs);
  });
  return Promise.race([work, tooLong]).finally(() => clearTimeout(timer));
}

const options = readOptions(process.argv.slice(2));
if (options === undefined) {
  console.error(use);
  process.exitCode = 2;
} else {
  process.exitCode = (await run(options)) ? 0 : 1;
}
