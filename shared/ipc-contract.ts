// Every message between window and main, in one table. Requests go in and are answered "accepted" or "refused, because";
// what happened then is in the next snapshot of `PostkeyState`, on the one channel back.
import * as z from 'zod/mini';
import { accountRequests } from './account-requests.ts';
import { bridgeRequests, desktopRequests } from './bridge-requests.ts';
import { caseRequests } from './case-requests.ts';
import { handOverRequests } from './hand-over-requests.ts';
import { httpsUrl } from './mail-provider.ts';
import { networkRequests } from './network-state.ts';
import type { PostkeyState } from './postkey-state.ts';
import { practiceFailures } from './practice-failures.ts';
import { presetRequests } from './preset-requests.ts';
import type { RefusalCode } from './refusal.ts';
import { setupRequests } from './setup-requests.ts';
import { updateRequests } from './update-state.ts';

const line = (max: number) => z.string().check(z.maxLength(max));
const nothing = z.strictObject({});

export const requests = {
  /** Sent once when the window is ready; the first snapshot follows. */
  'window.ready': nothing,
  ...setupRequests,
  ...accountRequests,
  /** Any message from anywhere; what it means is `explained` in the next snapshot. */
  'help.explain': z.strictObject({ text: line(100_000) }),
  'help.forget': nothing,
  ...caseRequests,
  ...updateRequests,
  ...networkRequests,
  ...bridgeRequests,
  ...desktopRequests,
  ...handOverRequests,
  'practice.play': z.strictObject({ failure: z.nullable(z.enum(practiceFailures)) }),
  /** Practice from its first step, with this failure played from the beginning. */
  'practice.playAnew': z.strictObject({ failure: z.enum(practiceFailures) }),
  ...presetRequests,
  'notice.dismiss': z.strictObject({ id: line(100) }),
  'settings.theme': z.strictObject({ theme: z.enum(['system', 'light', 'dark']) }),
  'settings.language': z.strictObject({ language: line(20) }),
  'clipboard.copy': z.strictObject({ text: line(20_000) }),
  /** Opens the person's mail program with a letter in it; nothing is sent by Postkey. */
  'letter.mail': z.strictObject({
    to: z.optional(line(320)),
    subject: line(300),
    body: line(20_000),
    /** Stands in the mail where the letter is too long for it; the letter is on the clipboard then. */
    whenTooLong: z.optional(line(600)),
  }),
  /** Saves a text where the person says. */
  'letter.save': z.strictObject({ name: line(100), text: line(40_000) }),
  /** Saves the logo for a provider's console where the person says. */
  'guide.saveLogo': nothing,
  /** Opens a page in the person's browser; main refuses what is not on the list built from provider data. */
  'link.open': z.strictObject({ url: httpsUrl }),
} as const;

export type RequestName = keyof typeof requests;
export type RequestInput<N extends RequestName> = z.infer<(typeof requests)[N]>;

/** `field` names the input it belongs to; `values` fill the words; neither holds what was typed into a secret's field. */
export type Answer =
  | { readonly accepted: true }
  | {
      readonly accepted: false;
      readonly refusal: RefusalCode;
      readonly field?: string;
      readonly values?: Readonly<Record<string, string | number>>;
    };

export const accepted: Answer = { accepted: true };

/** What the preload puts on `window.postkey`. */
export interface PostkeyWindow {
  request<N extends RequestName>(name: N, input: RequestInput<N>): Promise<Answer>;
  /** Calls back with each snapshot, the newest first; returns how to stop. */
  onState(listener: (state: PostkeyState) => void): () => void;
}
