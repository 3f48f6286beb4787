// A hand-over sheet as the command line prints it: in lines, or as one document. Finds the words; decides nothing.
import type { HandOverField, HandOverSheet, Phrase } from '../../shared/hand-over.ts';

export type FindHandoverWords = (
  namespace: 'cli' | 'hand-over' | 'window',
  key: string,
  values?: Readonly<Record<string, string | number>>,
) => string;

const phraseIn =
  (find: FindHandoverWords) =>
  ({ key, values }: Phrase): string =>
    find('hand-over', key, values);

/** What stands in the field; a password is named, never printed. */
function contentOf({ value, choose, secret }: HandOverField, find: FindHandoverWords): string {
  if (value !== undefined) return value;
  return choose ? phraseIn(find)(choose) : find('cli', `handover.secrets.${secret ?? 'mail-password'}`);
}

function screenLines(sheet: HandOverSheet, find: FindHandoverWords): readonly string[] {
  const say = phraseIn(find);
  return sheet.screens.flatMap(({ title, lead, fields }, at) => [
    '',
    find('cli', 'handover.screen', { number: at + 1, title: say(title) }),
    ...(lead ? [find('cli', 'handover.lead', { lead: say(lead) })] : []),
    ...fields.flatMap((field) => [
      find('cli', 'handover.field', { label: say(field.label), content: contentOf(field, find) }),
      ...(field.note ? [find('cli', 'handover.lead', { lead: say(field.note) })] : []),
    ]),
  ]);
}

/** `texts`: with what stands in the files. */
function fileLines(sheet: HandOverSheet, find: FindHandoverWords, texts: boolean): readonly string[] {
  return sheet.files.flatMap(({ name, place, text, lead }) => [
    '',
    place ? find('cli', 'handover.filePlace', { name, place }) : find('cli', 'handover.file', { name }),
    find('cli', 'handover.lead', { lead: phraseIn(find)(lead) }),
    ...(texts ? ['', ...text.trimEnd().split('\n')] : []),
  ]);
}

function listLines(title: string, lines: readonly string[], find: FindHandoverWords): readonly string[] {
  if (lines.length === 0) return [];
  return ['', find('cli', title), ...lines.map((line) => find('cli', 'handover.item', { line }))];
}

export function sheetAsText(sheet: HandOverSheet, find: FindHandoverWords, texts: boolean): string {
  const say = phraseIn(find);
  const program = find('window', `programs.${sheet.program}`);
  const isOpen = sheet.choices.some(({ verdict }) => verdict !== 'not-here');
  const way = find('hand-over', `wayNames.${sheet.way}`);
  const head = isOpen
    ? find('cli', 'handover.title', { program, way })
    : find('cli', 'handover.titleNoWay', { program });
  const choices = sheet.choices.map(({ way: each, verdict, why }) =>
    find('cli', `handover.verdicts.${verdict}`, { way: each, why: say(why) }),
  );
  return [
    head,
    find('cli', 'handover.oauth', { oauth: say(sheet.oauth) }),
    ...listLines(
      'handover.needsTitle',
      sheet.needs.map((need) => find('cli', `handover.needs.${need}`)),
      find,
    ),
    ...screenLines(sheet, find),
    ...fileLines(sheet, find, texts),
    ...listLines('handover.laterTitle', sheet.later.map(say), find),
    ...listLines('handover.waysTitle', choices, find),
    '',
  ].join('\n');
}

/** The sheet with its sentences; keys stay as they are, and others may come. */
function sheetAsData(sheet: HandOverSheet, find: FindHandoverWords): object {
  const say = phraseIn(find);
  return {
    program: sheet.program,
    way: sheet.way,
    ways: sheet.choices.map(({ way, verdict, why }) => ({ way, verdict, why: say(why) })),
    oauth: say(sheet.oauth),
    services: sheet.services,
    needs: sheet.needs,
    screens: sheet.screens.map(({ title, lead, fields }) => ({
      title: say(title),
      ...(lead ? { lead: say(lead) } : {}),
      fields: fields.map(({ label, value, choose, secret, note }) => ({
        label: say(label),
        ...(value === undefined ? {} : { value }),
        ...(choose ? { choose: say(choose) } : {}),
        ...(secret ? { secret } : {}),
        ...(note ? { note: say(note) } : {}),
      })),
    })),
    files: sheet.files.map(({ id, name, place, text, lead }) => ({
      id,
      name,
      ...(place ? { place } : {}),
      text,
      lead: say(lead),
    })),
    later: sheet.later.map(say),
  };
}

export const sheetAsJson = (sheet: HandOverSheet, find: FindHandoverWords): string =>
  `${JSON.stringify(sheetAsData(sheet, find), null, 2)}\n`;

const bestOf = ({ choices }: HandOverSheet) => choices.find(({ verdict }) => verdict === 'best');

/** One line for each program: its id, its best way, its name. */
export function programsAsText(sheets: readonly HandOverSheet[], find: FindHandoverWords): string {
  const lines = sheets.map((sheet) => {
    const best = bestOf(sheet);
    const values = { id: sheet.program.padEnd(20), program: find('window', `programs.${sheet.program}`) };
    return best
      ? find('cli', 'handover.program', { ...values, way: find('hand-over', `wayNames.${best.way}`) })
      : find('cli', 'handover.programNoWay', values);
  });
  return `${lines.join('\n')}\n`;
}

export function programsAsJson(sheets: readonly HandOverSheet[]): string {
  const programs = sheets.map((sheet) => ({ program: sheet.program, best: bestOf(sheet)?.way ?? null }));
  return `${JSON.stringify({ programs }, null, 2)}\n`;
}
