// Linux: a Chromium that Postkey reaches through the operating system's own opener, as it reaches anybody's browser.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openSystemBrowser } from '../parts/system-browser.ts';
import { makeTestAuthority } from '../parts/test-authority.ts';
import type { Words } from '../window/find-words.ts';
import type { Person } from './person.ts';
import { playProviderPages } from './play-provider-pages.ts';

/** `executable`: of Chromium's family. */
export async function reachByOpener(folder: string, executable: string, words: Words): Promise<Person> {
  process.env['POSTKEY_TEST_CHROMIUM'] ??= executable;
  const certificates = join(folder, 'certificates');
  mkdirSync(certificates);
  // Practice speaks plain http to the browser; the browser of the tests wants an authority all the same.
  const browser = await openSystemBrowser(join(folder, 'browser'), await makeTestAuthority(certificates));
  return {
    how: `${executable}, opened by the operating system`,
    env: browser.env,
    signIn: async (_copyLink, look) => playProviderPages(await browser.openedPage('http://127.0.0.1:'), words, look),
    stop: browser.stop,
  };
}
