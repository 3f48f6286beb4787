// How the launcher starts the program itself: from where, with which switches, and that the command line passes unchanged.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { commandNames } from './cli/read-command.ts';
import { layOut } from './launcher.test-part.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pk-start-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const said = (...words: readonly string[]): string =>
  ['program', ...words, 'unset'].map((word) => `[${word}]`).join('');

test('whatever opens the window passes as it is', async () => {
  const { run } = layOut(folder);
  for (const words of [
    [],
    ['--practice'],
    ['a file.postkey'],
    ['--preset', 'check', 'x.y'],
    ['postkey://setup?a=1', ''],
  ]) {
    expect((await run(words)).out).toBe(said(...words));
  }
});

test.each([...commandNames, 'help', 'version', 'tokn'])(
  '%s is a command: no notes of Chromium’s, and none of its sandbox for root',
  async (name) => {
    const words = ['--lang', 'de', '--user-data-dir=/x y', name, 'a "b" $c', ''];
    expect((await layOut(folder).run(words)).out).toBe(said(...root, '--log-level=3', '--disable-gpu', ...words));
  },
);

test('questions about the program', async () => {
  const { run } = layOut(folder);
  for (const word of ['--help', '-h', '--version']) {
    expect((await run([word])).out).toBe(said(...root, '--log-level=3', '--disable-gpu', word));
  }
});

test('its exit code is the launcher’s, and what would turn it into Node is taken away', async () => {
  const { run, program } = layOut(folder);
  expect((await run(['check'], { env: { ELECTRON_RUN_AS_NODE: '1' } })).out).toContain('[unset]');
  program('echo why >&2; exit 4');
  expect(await run(['check'])).toEqual({ code: 4, out: '', err: 'why\n' });
});

test('found through links, of which the last is relative', async () => {
  const { run, launcher } = layOut(folder);
  mkdirSync(join(folder, 'links'));
  symlinkSync(launcher, join(folder, 'links/one'));
  symlinkSync('one', join(folder, 'links/postkey'));
  expect((await run([], { path: join(folder, 'links/postkey') })).out).toBe(said());
});

test('on macOS it stands in the folder beside the program’s', async () => {
  const inside = join(folder, 'Postkey.app/Contents/Resources');
  mkdirSync(inside, { recursive: true });
  mkdirSync(join(inside, '../MacOS'));
  const { run, program } = layOut(inside);
  rmSync(join(inside, 'postkey-app'));
  program('echo mac', '../MacOS/Postkey');
  expect((await run([])).out).toBe('mac\n');
});

test('without its program it says so', async () => {
  const { run } = layOut(folder);
  rmSync(join(folder, 'postkey-app'));
  expect(await run(['check'])).toMatchObject({ code: 1, out: '', err: expect.stringContaining('missing') });
});

test('in a clone it goes through the script, and says when there is no Node', async () => {
  const inClone = join(folder, 'clone/launcher');
  mkdirSync(inClone, { recursive: true });
  const { run, tool, launcher } = layOut(inClone);
  mkdirSync(join(folder, 'clone/scripts'));
  writeFileSync(join(folder, 'clone/scripts/postkey.mjs'), '');
  expect(await run(['check'], { env: { PATH: '/none' } })).toMatchObject({ code: 1, out: '' });
  tool('node', 'printf "[%s]" "$@"');
  expect((await run(['check', '--json'])).out).toBe(`[${dirname(launcher)}/../scripts/postkey.mjs][check][--json]`);
});

test.runIf(process.platform === 'linux')('without a screen: no screen, then one that nobody sees', async () => {
  const { run, program, tool } = layOut(folder);
  const env = { DISPLAY: '' };
  const switches = [...root, '--log-level=3', '--disable-gpu', 'check'];
  expect((await run(['check'], { env })).out).toBe(said('--ozone-platform=headless', ...switches));
  expect((await run([], { env })).out).toBe(said());
  expect((await run(['check'], { env: { ...env, WAYLAND_DISPLAY: 'wayland-0' } })).out).toBe(said(...switches));
  // An Electron that cannot.
  program('case " $* " in *headless*) kill -SEGV $$ ;; esac; echo screen');
  tool('xvfb-run', 'printf "[%s]" "$1"; shift; exec "$@"');
  expect(await run(['check'], { env })).toMatchObject({ code: 0, out: '[-a]screen\n' });
});
