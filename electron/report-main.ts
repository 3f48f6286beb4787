// The packing list of `postkey report`: asks the Postkey that is open, or makes a case file of what is kept, read without changing it.
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { reportAnswerSchema } from '../shared/reported-case.ts';
import { makeCase, wholeCase } from './case-desk.ts';
import { type ReportWish, reportCommand, type ToldCase } from './cli/report-command.ts';
import { startMainWords, toReport } from './desktop/main-words.ts';
import { readStandIns } from './desktop/name-key.ts';
import { keptAt } from './desktop/read-kept.ts';
import type { RememberedParts } from './desktop/remembered-parts.ts';
import { systemClock } from './desktop/system-clock.ts';
import { askDoor } from './door/ask-door.ts';
import { aboutWhatIsThere } from './setup/case-about.ts';
import { makePast } from './watch/make-past.ts';

/** The window needs a moment for its first case file. */
const askMs = 30_000;

export interface RunReportParts {
  readonly userData: string;
  /** A file's name is relative to it. */
  readonly folder: string;
  readonly version: string;
  readonly kept: RememberedParts;
  readonly language: () => string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

async function writeNew(path: string, text: string): Promise<'written' | 'exists' | 'not-written'> {
  try {
    await writeFile(path, text, { encoding: 'utf8', mode: 0o600, flag: 'wx' });
    return 'written';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EEXIST' ? 'exists' : 'not-written';
  }
}

function organisationOf(kept: RememberedParts): string | undefined {
  try {
    const { organisation } = JSON.parse(kept.preset?.text ?? '{}') as { readonly organisation?: unknown };
    return typeof organisation === 'string' ? organisation : undefined;
  } catch {
    return undefined;
  }
}

/** Whatever the open one does not answer as it should, what is kept is told instead. */
async function askOpen(profile: string, address: string | null, language: string): Promise<ToldCase | null> {
  const answer = await askDoor(profile, 'report', { address, language }, askMs);
  const told = answer !== 'nobody' && answer.ok ? reportAnswerSchema.safeParse(answer.answer) : null;
  if (!told?.success) return null;
  if (told.data.kind !== 'made') return told.data;
  const { readCaseFile } = await import('./support/case-file/read-case-file.ts');
  const { html } = told.data;
  const doc = readCaseFile(html);
  return typeof doc === 'string' ? null : { kind: 'made', doc, html };
}

/** The exit code. */
export async function runReport(wish: ReportWish, parts: RunReportParts): Promise<0 | 1 | 2> {
  const { userData, version, kept, language, out, err } = parts;
  const { now } = systemClock;
  const stateOf = (await keptAt(userData)) ?? now();
  const words = await startMainWords(language(), toReport);
  const format = new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'long' });
  // A past that cannot be read is moved aside by whoever keeps it; here it is only looked at, so a copy is.
  const copy = await mkdtemp(join(tmpdir(), 'postkey-report-'));
  try {
    await cp(join(userData, 'history'), copy, { recursive: true }).catch(() => undefined);
    const desk = {
      version,
      logFolder: join(userData, 'logs'),
      names: readStandIns(userData),
      now,
      language,
      organisation: () => organisationOf(kept),
    };
    const there = { ...kept, past: makePast({ folder: copy, now }), now: now() };
    const file = wish.out === null || wish.out === '-' ? wish.out : resolve(parts.folder, wish.out);
    return await reportCommand(
      { ...wish, out: file },
      {
        ask: (address) => askOpen(userData, address, language()),
        make: async (address) => {
          const about = aboutWhatIsThere(address, there);
          if (!about) return { kind: 'nothing' };
          const { doc, written, finding } = await makeCase(desk, about, wholeCase, stateOf);
          return written ? { kind: 'made', doc, html: written.html } : { kind: 'refused', finding };
        },
        stateOf,
        write: writeNew,
        say: (key, values) => words.find('case-file', key, values),
        at: (instant) => format.format(instant),
        out,
        err,
      },
    );
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}
