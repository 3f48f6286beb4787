// The pages a browser can be shown, as data: which postmark, which code to read out, which status. No words and no drawing here.

interface PageTraits {
  readonly postmark: 'arrived' | 'returned';
  /** Red is for what stopped; an old tab or a mistyped address is no alarm. */
  readonly ink: 'calm' | 'stopped';
  readonly status: number;
  /** Read out on the telephone; for a taken error the explained problem's own code stands there instead. */
  readonly stamp: string;
  /** Where to look next: the window came by itself, the window says what to do, or the window still waits. */
  readonly look: 'in-front' | 'says-next' | 'waits';
  /** False where the tab's address is still of use. */
  readonly mayClose: boolean;
}

export const browserPageKinds = {
  arrived: { postmark: 'arrived', ink: 'calm', status: 200, stamp: '6-BACK', look: 'in-front', mayClose: true },
  already: { postmark: 'arrived', ink: 'calm', status: 410, stamp: '6-AGAIN', look: 'in-front', mayClose: true },
  declined: {
    postmark: 'returned',
    ink: 'stopped',
    status: 200,
    stamp: '6-NO',
    look: 'says-next',
    mayClose: true,
  },
  approval: {
    postmark: 'returned',
    ink: 'stopped',
    status: 200,
    stamp: '6-APPROVE',
    look: 'says-next',
    mayClose: true,
  },
  fault: {
    postmark: 'returned',
    ink: 'stopped',
    status: 200,
    stamp: '6-FAULT',
    look: 'says-next',
    mayClose: true,
  },
  other: { postmark: 'returned', ink: 'stopped', status: 200, stamp: '6-REASON', look: 'says-next', mayClose: true },
  unmatched: { postmark: 'returned', ink: 'calm', status: 400, stamp: '6-WHOSE', look: 'waits', mayClose: false },
  older: { postmark: 'returned', ink: 'calm', status: 409, stamp: '6-EARLIER', look: 'waits', mayClose: true },
  'wrong-page': { postmark: 'returned', ink: 'calm', status: 404, stamp: '6-ADDRESS', look: 'waits', mayClose: true },
  unreadable: { postmark: 'returned', ink: 'calm', status: 400, stamp: '6-UNREAD', look: 'waits', mayClose: true },
} as const satisfies Record<string, PageTraits>;

export type BrowserPageKind = keyof typeof browserPageKinds;
