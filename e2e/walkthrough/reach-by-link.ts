// Windows and macOS: Chrome or Edge as installed, and the window's "Copy the link", because no other program may take the place
// of the person's default browser there.
import { type Browser, chromium } from '@playwright/test';
import type { Words } from '../window/find-words.ts';
import type { Person } from './person.ts';
import { playProviderPages } from './play-provider-pages.ts';

const startMs = 30_000;

/** Undefined where neither browser is installed. */
export async function reachByLink(words: Words): Promise<Person | undefined> {
  for (const channel of ['chrome', 'msedge']) {
    const browser = await open(channel);
    if (browser === undefined) continue;
    return {
      how: `${channel}, with the link from “${words.find('pages-sign-in:response.link.button')}”`,
      env: {},
      async signIn(copyLink, look) {
        const tab = await browser.newPage();
        await tab.goto(await copyLink());
        await playProviderPages(tab, words, look);
      },
      stop: () => browser.close(),
    };
  }
  return undefined;
}

async function open(channel: string): Promise<Browser | undefined> {
  try {
    return await chromium.launch({ channel, headless: false, timeout: startMs });
  } catch {
    return undefined;
  }
}
