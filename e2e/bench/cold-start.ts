// From the start of the process to a first page that can be used, against an empty window of the same Electron.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Figure, measureInTurn } from './measure-in-turn.ts';
import { startOnce } from './start-once.ts';

const postkeyFolder = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');
const goal = 1.15;
/** Chromium keeps compiled scripts from the second time on, and uses them from the third. */
export const warmingStarts = 3;

/** When something was first painted. */
const momentOf = (
  paint: 'first-paint' | 'first-contentful-paint',
  condition: string,
): string => `new Promise((resolve) => {
  const look = () => {
    const [painted] = performance.getEntriesByName('${paint}');
    if (painted && ${condition}) resolve(performance.timeOrigin + painted.startTime);
    else requestAnimationFrame(look);
  };
  look();
})`;

const isReady = (title: string): boolean => title.includes('·');

/** Postkey draws nothing before the page is whole, so its first picture has the field in it; that it took the focus is made sure of. */
const usable = momentOf('first-contentful-paint', `document.activeElement?.tagName === 'INPUT'`);
const painted = momentOf('first-paint', 'true');

/** The least that shows anything: one window, one field. */
function writeEmptyApp(folder: string): string {
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'empty', version: '1.0.0', main: 'main.cjs' }));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Empty · window</title><input autofocus>');
  writeFileSync(
    join(folder, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1080, height: 740, show: false, webPreferences: { sandbox: true } });
  window.once('ready-to-show', () => window.show());
  window.loadFile('index.html');
});
app.on('window-all-closed', () => app.quit());
`,
  );
  return folder;
}

/** Milliseconds from the start of the process until Postkey's first page can be used. */
export const startWindow = (userData: string): Promise<number> =>
  startOnce({ app: postkeyFolder, userData, isReady, moment: usable });

export interface ColdStartWish {
  /** Everything is written under it. */
  readonly folder: string;
  readonly runs: number;
  readonly tell: (line: string) => void;
}

/** Two figures: with a folder that was never used, and with one that was. */
export async function measureColdStart({ folder, runs, tell }: ColdStartWish): Promise<readonly Figure[]> {
  const empty = writeEmptyApp(mkdtempSync(join(folder, 'empty-app-')));
  const fresh = (): string => mkdtempSync(join(folder, 'user-data-'));
  const postkey = startWindow;
  const floor = (userData: string) => startOnce({ app: empty, userData, isReady, moment: painted });
  const onPair = (ours: number, theirs: number): void =>
    tell(`  ${ours.toFixed(0)} ms, empty window ${theirs.toFixed(0)} ms`);

  // The files come from the disk once, for both.
  await floor(fresh());
  await postkey(fresh());
  tell('Cold start, first time on this computer');
  const first = await measureInTurn({
    name: 'cold start, fresh user data',
    goal,
    runs,
    ours: () => postkey(fresh()),
    theirs: () => floor(fresh()),
    onPair,
  });
  const [ours, theirs] = [fresh(), fresh()];
  for (let start = 0; start < warmingStarts; start += 1) {
    await postkey(ours);
    await floor(theirs);
  }
  tell('Cold start, as on any other day');
  const later = await measureInTurn({
    name: 'cold start, used user data',
    goal,
    runs,
    ours: () => postkey(ours),
    theirs: () => floor(theirs),
    onPair,
  });
  return [first, later];
}
