// Instants in the person's own way of writing them. Pure but for the computer's time zone.

/** "17:47", or with its day where that is not today. */
export function writeTime(language: string, instant: number, now: number): string {
  const isToday = new Date(instant).toDateString() === new Date(now).toDateString();
  return new Intl.DateTimeFormat(
    language,
    isToday ? { timeStyle: 'short' } : { dateStyle: 'medium', timeStyle: 'short' },
  ).format(instant);
}
