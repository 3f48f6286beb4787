// What is mistaken for what when a code is read out on the telephone or copied by hand. For tests of the codes.

/** Letters that look alike on paper, and letters that sound alike on a telephone. */
const alike = ['O0Q', 'I1LJ', 'S5', 'B8', 'Z2', 'G6', 'UV', 'BDEGPTVCZ', 'MN', 'FSX', 'AHK', 'QU', 'IY'];

const areAlike = (one: string, other: string): boolean =>
  one === other || alike.some((group) => group.includes(one) && group.includes(other));

/** With one letter more, less or changed: LOCKED and BLOCKED. Words of three letters differ enough by one. */
function isOneLetterAway(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length < 4 || long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  return short.slice(short.length === long.length ? at + 1 : at) === long.slice(at + 1);
}

/** Hyphens are not heard. */
export function isMistakable(one: string, other: string): boolean {
  const [bare, otherBare] = [one.replaceAll('-', ''), other.replaceAll('-', '')];
  if (isOneLetterAway(bare, otherBare)) return true;
  return bare.length === otherBare.length && [...bare].every((letter, at) => areAlike(letter, otherBare[at] ?? ''));
}
