// The pages a browser can be shown, as data: which postmark, which code to read out, which status. No words and no drawing here.

import { codeOfPage } from '../../../shared/page-code.ts';
import { type ProblemCode, problemOf, problemStamp } from '../../../shared/problem.ts';

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

const stampOf = (cause: ProblemCode): string => problemStamp('response', problemOf(cause));

export const browserPageKinds = {
  arrived: {
    postmark: 'arrived',
    ink: 'calm',
    status: 200,
    stamp: codeOfPage('tab-arrived'),
    look: 'in-front',
    mayClose: true,
  },
  already: {
    postmark: 'arrived',
    ink: 'calm',
    status: 410,
    stamp: codeOfPage('tab-again'),
    look: 'in-front',
    mayClose: true,
  },
  declined: {
    postmark: 'returned',
    ink: 'stopped',
    status: 200,
    stamp: stampOf('refused-by-person'),
    look: 'says-next',
    mayClose: true,
  },
  approval: {
    postmark: 'returned',
    ink: 'stopped',
    status: 200,
    stamp: stampOf('approval-needed'),
    look: 'says-next',
    mayClose: true,
  },
  fault: {
    postmark: 'returned',
    ink: 'stopped',
    status: 200,
    stamp: stampOf('provider-fault'),
    look: 'says-next',
    mayClose: true,
  },
  other: {
    postmark: 'returned',
    ink: 'stopped',
    status: 200,
    stamp: codeOfPage('tab-unfinished'),
    look: 'says-next',
    mayClose: true,
  },
  unmatched: {
    postmark: 'returned',
    ink: 'calm',
    status: 400,
    stamp: codeOfPage('tab-unclaimed'),
    look: 'waits',
    mayClose: false,
  },
  older: {
    postmark: 'returned',
    ink: 'calm',
    status: 409,
    stamp: codeOfPage('tab-older'),
    look: 'waits',
    mayClose: true,
  },
  'wrong-page': {
    postmark: 'returned',
    ink: 'calm',
    status: 404,
    stamp: codeOfPage('tab-empty'),
    look: 'waits',
    mayClose: true,
  },
  unreadable: {
    postmark: 'returned',
    ink: 'calm',
    status: 400,
    stamp: codeOfPage('tab-unread'),
    look: 'waits',
    mayClose: true,
  },
} as const satisfies Record<string, PageTraits>;

export type BrowserPageKind = keyof typeof browserPageKinds;
