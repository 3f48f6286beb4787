// The last day of a client secret: read as typed, and how near it is. Pure; days are the computer's own, without a time of day.

export type DayReading =
  /** `null`: nothing was typed. */
  | { readonly ok: true; readonly day: string | null }
  | { readonly ok: false; readonly refusal: 'date-odd' | 'date-past' };

interface Day {
  readonly year: number;
  readonly month: number;
  readonly date: number;
}

function partsOf(text: string): Day | null {
  // Year first, so that no region reads it in another way: 05/06 is May here and June there.
  const match = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})\.?$/u.exec(text.normalize('NFKC').trim());
  if (!match) return null;
  const [year, month, date] = [Number(match[1]), Number(match[3]), Number(match[4])];
  const real = new Date(year, month - 1, date);
  const isReal = real.getFullYear() === year && real.getMonth() === month - 1 && real.getDate() === date;
  // No provider gives out a secret for longer.
  return isReal && year >= 2000 && year < 2100 ? { year, month, date } : null;
}

/** The instant when the day begins, `offset` days later; epoch milliseconds. */
const beginOf = ({ year, month, date }: Day, offset = 0): number => new Date(year, month - 1, date + offset).getTime();

/** `now`: epoch milliseconds. The day itself is not past: a secret works on its last day. The answer is `2027-05-31`. */
export function readLastDay(text: string, now: number): DayReading {
  if (text.trim() === '') return { ok: true, day: null };
  const parts = partsOf(text);
  if (!parts) return { ok: false, refusal: 'date-odd' };
  if (beginOf(parts, 1) <= now) return { ok: false, refusal: 'date-past' };
  const two = (value: number): string => String(value).padStart(2, '0');
  return { ok: true, day: `${parts.year}-${two(parts.month)}-${two(parts.date)}` };
}

/** Noon of the day, for writing it in the person's own way; epoch milliseconds, or null when it is no day. */
export function noonOf(day: string): number | null {
  const parts = partsOf(day);
  return parts ? new Date(parts.year, parts.month - 1, parts.date, 12).getTime() : null;
}

/** The last millisecond of the day; epoch milliseconds, or null when it is no day. */
export function endOfDay(day: string): number | null {
  const parts = partsOf(day);
  return parts ? beginOf(parts, 1) - 1 : null;
}

/** How long before its end a secret is spoken of. */
const soonDays = 30;

/** Null: it is far, or no day is known. */
export function secretEndState(day: string | undefined, now: number): 'soon' | 'ended' | null {
  const parts = day === undefined ? null : partsOf(day);
  if (!parts) return null;
  if (beginOf(parts, 1) <= now) return 'ended';
  return beginOf(parts, -soonDays) <= now ? 'soon' : null;
}
