// Microsoft's AADSTS numbers and what each means for a person, as data. Source: Microsoft Entra error code reference, and
// public reports for those it does not list. Microsoft may change them: a number that is missing here falls back to `error`.
import type { ProblemCode } from '../../../shared/problem.ts';

/** `sign-in-again`: the person has to be at the page once more; what that is called depends on the phase. */
export type NumberMeaning = ProblemCode | 'sign-in-again';

const meanings: readonly (readonly [NumberMeaning, readonly number[]])[] = [
  ['approval-needed', [65001, 90093, 90094, 90095, 90099, 900941]],
  [
    'policy-blocks',
    [
      50002, 500021, 500022, 50005, 50057, 50097, 50105, 50129, 50131, 50155, 50187, 500014, 500212, 500213, 53000,
      53001, 53002, 53003, 53004, 53010, 53011, 530003, 530032, 530035, 650052, 80012, 135010, 135011,
    ],
  ],
  ['account-locked', [50053]],
  ['account-kind-not-allowed', [16000, 16003, 50014, 50020, 50034, 51004, 500200, 500208, 90072, 9002332]],
  ['refused-by-person', [65004]],
  ['client-unknown', [65002, 70001, 700011, 700016, 7000112, 1000031]],
  ['redirect-not-registered', [50011, 500113, 70004, 900971]],
  ['secret-wrong', [70002, 7000215, 7000222]],
  ['secret-not-wanted', [700025]],
  ['tenant-unknown', [50059, 50128, 90002, 90019, 90038, 90043, 900382, 900432]],
  ['scope-unknown', [28002, 28003, 50001, 500011, 650053, 70011, 700022, 700023]],
  // Registered as "Web" (wants a secret) or as "Single-page application" (wants a browser's Origin) instead of as a desktop app.
  ['platform-wrong', [7000218, 9002325, 9002326, 9002327]],
  // For one organisation only, or for one kind of account only, and asked at an address for others.
  ['audience-wrong', [50194, 90027, 90124, 90130, 9001023, 9002331, 9002346]],
  ['registration-incomplete', [65005, 650054, 650056, 650057, 70003, 700054, 90008, 90009]],
  ['code-stale', [50147, 501481, 501491, 54005, 700005, 900561]],
  ['device-code-expired', [50134, 70018, 70019]],
  ['too-many-tries', [50088, 50196]],
  ['server-busy', [90055]],
  [
    'provider-fault',
    [50000, 70012, 80001, 80002, 80005, 80007, 80010, 80013, 80014, 90006, 90012, 90024, 90033, 90090],
  ],
  [
    'sign-in-again',
    [
      50055, 50056, 50058, 50072, 50074, 50076, 50078, 50079, 50085, 50089, 50125, 50126, 50132, 50133, 50135, 50140,
      50144, 50158, 50173, 50199, 70000, 70008, 70043, 700082, 700084, 9002341,
    ],
  ],
];

const byNumber = new Map<number, NumberMeaning>(
  meanings.flatMap(([meaning, numbers]) => numbers.map((number): [number, NumberMeaning] => [number, meaning])),
);

/** The first of the numbers that is known; null when none is. */
export function meaningOfNumbers(
  numbers: readonly number[],
): { readonly number: number; readonly meaning: NumberMeaning } | null {
  for (const number of numbers) {
    const meaning = byNumber.get(number);
    if (meaning) return { number, meaning };
  }
  return null;
}
