// Microsoft's AADSTS numbers and what each means for a person, as data. Source: Microsoft Entra error code reference, and
// public reports for those it does not list. Microsoft may change them: a number that is missing here falls back to `error`.
import type { ProblemCode } from '../../../shared/problem.ts';

/** `sign-in-again`: the person has to be at the page once more; what that is called depends on the phase. */
export type NumberMeaning = ProblemCode | 'sign-in-again';

const meanings: readonly (readonly [NumberMeaning, readonly number[]])[] = [
  ['approval-needed', [65001, 90093, 90094, 90095, 90099, 900941]],
  ['policy-blocks', [50002, 50131, 53002, 53003, 53004, 53010, 80012, 500021, 500022, 500212, 500213, 530032, 530035]],
  ['device-not-allowed', [50005, 50097, 50129, 50155, 50187, 53000, 53001, 135010, 135011, 530003]],
  ['not-assigned', [50105]],
  ['mail-service-missing', [500011, 500014, 650052]],
  ['account-locked', [50053]],
  ['account-disabled', [50057, 53011]],
  ['account-unknown', [16000, 16003, 50014, 50020, 50034, 51004, 90072]],
  ['account-kind-not-allowed', [500200, 500208, 9002332]],
  ['account-password-refused', [50056, 50126]],
  ['account-password-expired', [50055, 50125, 50135, 50144]],
  ['second-step-needed', [50072, 50074, 50076, 50078, 50079, 50158]],
  ['sign-in-page-needed', [50058, 50140, 50199, 81004, 81005, 81006, 81007, 81009, 81010, 81011, 81012, 9002341]],
  ['sign-in-time-limit', [70043]],
  ['own-sign-in-fault', [80001, 80002, 80005, 80007, 80010, 80013, 80014, 7500529]],
  ['refused-by-person', [65004]],
  ['client-unknown', [700011, 700016]],
  ['client-disabled', [70001, 1000031, 7000112]],
  ['client-not-allowed', [65002]],
  ['redirect-not-registered', [50011, 500113, 70004, 900971]],
  ['secret-wrong', [70002, 7000215]],
  ['secret-expired', [7000222]],
  ['secret-not-wanted', [700025]],
  ['tenant-unknown', [50059, 50128, 90002, 90019]],
  ['other-cloud', [90038, 90043, 900382, 900432]],
  ['scope-unknown', [28002, 28003, 50001, 650053, 70011, 700022, 700023]],
  // Registered as "Web" (wants a secret) or as "Single-page application" (wants a browser's Origin) instead of as a desktop app.
  ['platform-wrong', [700084, 7000218, 9002325, 9002326, 9002327]],
  // For one organisation only, or for one kind of account only, and asked at an address for others.
  ['audience-wrong', [50194, 90027, 90124, 90130, 9001023, 9002331, 9002346]],
  ['registration-incomplete', [65005, 650054, 650056, 650057, 70003, 700054, 90008, 90009]],
  ['code-stale', [50147, 501481, 501491, 54005, 700005]],
  ['link-damaged', [900561]],
  ['approved-elsewhere', [50134]],
  ['device-code-wrong', [70018]],
  ['device-code-expired', [70019]],
  ['too-many-tries', [50088, 50196]],
  ['server-busy', [90055]],
  ['provider-fault', [50000, 70012, 90006, 90012, 90024, 90033, 90090]],
  ['sign-in-again', [50085, 50089, 50132, 50133, 50173, 70000, 70008, 700082]],
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
