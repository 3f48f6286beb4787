// A case file without the parts that the person leaves out: from its data, so that they are in no form in what is written. The schema
// decides what stands in a part's place: nothing, or a sign that something was left out. Pure.
import type { CaseGroup } from '../../../shared/case-draft.ts';
import type { CaseFile } from '../../../shared/case-file.ts';
import { readCaseData } from '../../../shared/case-file-schema.ts';

type Held = Record<string, unknown>;

const isHeld = (value: unknown): value is Held => typeof value === 'object' && value !== null;
const sign = '…';

/** What may stand in the place of a part that is left out; the first that is still a case file is taken. */
function instead(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return [undefined, []];
  if (!isHeld(value)) return typeof value === 'string' ? [undefined, sign] : [undefined];
  // The words around values stay readable.
  const blank = Object.entries(value).map(([name, each]) => [name, typeof each === 'string' ? sign : each]);
  return Object.values(value).some(isHeld) ? [undefined] : [undefined, Object.fromEntries(blank), {}];
}

function leaveOutOf(doc: CaseFile, part: string): CaseFile {
  const copy = structuredClone(doc);
  const names = part.split('.');
  const last = names.pop() ?? '';
  let holder: unknown = copy;
  for (const name of names) holder = isHeld(holder) && Object.hasOwn(holder, name) ? holder[name] : undefined;
  if (!isHeld(holder) || !Object.hasOwn(holder, last)) return doc;
  const value = holder[last];
  // Sentences are made of values by their names.
  const offered = last === 'values' || last === 'facts' ? instead(value).slice(1) : instead(value);
  for (const each of offered) {
    if (each !== undefined) holder[last] = each;
    else if (Array.isArray(holder)) holder.splice(Number(last), 1);
    else delete holder[last];
    if (typeof readCaseData(copy) !== 'string') return copy;
    if (Array.isArray(holder)) holder.splice(Number(last), 0, value);
    else holder[last] = value;
  }
  return doc;
}

/** The last ones first: what stands before them keeps its place. */
export function leaveOut(doc: CaseFile, parts: readonly string[]): CaseFile {
  const ordered = [...new Set(parts)].sort((one, other) => other.localeCompare(one, 'en', { numeric: true }));
  return ordered.reduce(leaveOutOf, doc);
}

/** The lines as the preview shows them. */
export function markLeftOut(groups: readonly CaseGroup[], parts: readonly string[]): readonly CaseGroup[] {
  const isOut = (part: string | undefined): boolean =>
    part !== undefined && parts.some((each) => part === each || part.startsWith(`${each}.`));
  return groups.map((group) => ({
    ...group,
    lines: group.lines.map((line) =>
      isOut(line.part) || isOut(group.part) ? { ...line, leftOut: true as const } : line,
    ),
  }));
}
