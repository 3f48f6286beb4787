// "Did you mean gmail.com?": the well-known domain that a mistyped one is one slip away from. Pure; only asks, decides nothing.
import { providerOwningDomain } from './provider-data.ts';
import { providerTable } from './provider-table.ts';

/** One letter more, less, other, or two changed places. */
export function isOneSlip(typed: string, meant: string): boolean {
  const [short, long] = typed.length <= meant.length ? [typed, meant] : [meant, typed];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  const isOther = short.slice(at + 1) === long.slice(at + 1);
  const isSwapped =
    short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2);
  return at < short.length && (isOther || isSwapped);
}

const nameOf = (domain: string): string => domain.slice(0, domain.indexOf('.'));

/** Names this short have real neighbours (`live.com`, `love.com`): only what comes after them is taken for a slip. */
const shortName = 4;

/** The well-known domain one slip away; null where there is none, or where the domain itself is known. */
export function nearestDomain(domain: string): string | null {
  const typed = domain.toLowerCase();
  if (providerOwningDomain(typed)) return null;
  const near = providerTable().wellKnownDomains.find(
    (meant) => isOneSlip(typed, meant) && (nameOf(meant).length > shortName || nameOf(meant) === nameOf(typed)),
  );
  return near ?? null;
}
