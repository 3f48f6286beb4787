// The person's desktop as the set-up needs it: browsers, clipboard, the window in front. Joins only; thinks nothing.
import { clipboard } from 'electron';
import type { Desktop } from '../setup/outside-world.ts';
import { listBrowsers, openInBrowserCalled, openInDefaultBrowser } from './system-browser.ts';

/** `comeToFront` knows whether there is a window. */
export function personDesktop(comeToFront: () => void): Desktop {
  return {
    openInBrowser: openInDefaultBrowser,
    openIn: openInBrowserCalled,
    browsers: listBrowsers,
    copy: (text) => clipboard.writeText(text),
    comeToFront,
  };
}
