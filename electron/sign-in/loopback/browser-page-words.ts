// The keys of `words/<language>/browser-page.json` and how the page asks for them. No sentence stands here.
import type { BrowserPageKind } from './browser-page-kinds.ts';

export type BrowserPageKey =
  | 'letter.to'
  | 'letter.where'
  | 'letter.arrived'
  | 'letter.returned'
  | 'letter.date'
  | 'letter.describedArrived'
  | 'letter.describedReturned'
  | `pages.${BrowserPageKind}.title`
  | `pages.${BrowserPageKind}.lead`
  | 'look.inFront'
  | 'look.saysNext'
  | 'look.waits'
  | 'look.ifNot'
  | 'look.picture'
  | 'look.ifNotDock'
  | 'look.pictureDock'
  | 'closeTab'
  | 'code';

/** Plain text in the language in use, placeholders filled in as they are: the page escapes the result itself. */
export type BrowserPageWords = (key: BrowserPageKey, values?: Readonly<Record<string, string>>) => string;
