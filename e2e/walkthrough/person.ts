// The person at the provider's page, whichever way this computer lets us reach a browser.
import type { Page } from '@playwright/test';

export const browserPages = ['sign-in', 'consent', 'arrived'] as const;
export type BrowserPage = (typeof browserPages)[number];

/** Called when the person sees a page, before they act on it. */
export type Look = (page: BrowserPage, tab: Page) => Promise<void>;

export interface Person {
  /** One line for whoever watches: how the browser was reached. */
  readonly how: string;
  /** What Postkey's environment needs so that its browser is this one. */
  readonly env: Readonly<Record<string, string>>;
  /** Signs in and allows everything. `copyLink` presses the window's button and gives what is then on the clipboard. */
  signIn(copyLink: () => Promise<string>, look: Look): Promise<void>;
  stop(): Promise<void>;
}
