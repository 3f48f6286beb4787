// `postkey report`: exit codes, what is written where, and nothing over what is there.
import { expect, test } from 'vitest';
import type { CaseFile } from '../../shared/case-file.ts';
import type { AccountRecord } from '../setup/memory.ts';
import type { Past } from '../setup/past.ts';
import { freshView } from '../setup/resume-view.ts';
import { type ReportParts, type ReportWish, reportCommand } from './report-command.ts';

const doc = { postkeyCase: 1 } as unknown as CaseFile;
const setup = { ...freshView('s', false), address: 'pat@harbour.example' };
const wish: ReportWish = { address: null, out: '/x/case.html', json: false };

async function run(asked: Partial<ReportWish> = {}, change: Partial<ReportParts> = {}) {
  const heard = { out: '', err: '', written: [] as [string, string][], pages: [] as (string | null)[] };
  const code = await reportCommand(
    { ...wish, ...asked },
    {
      accounts: [] as readonly AccountRecord[],
      setup,
      aside: [],
      past: {} as Past,
      stateOf: 5,
      now: 9,
      make: async ({ page }) => {
        heard.pages.push(page);
        return { doc, written: { html: '<html>' }, finding: null };
      },
      write: async (path, text) => {
        heard.written.push([path, text]);
        return 'written';
      },
      say: (key, values) => `${key} ${JSON.stringify(values ?? {})}`,
      at: String,
      out: (text) => {
        heard.out += text;
      },
      err: (text) => {
        heard.err += text;
      },
      ...change,
    },
  );
  return { code, ...heard };
}

test('a page into a file, the state’s age beside the answer', async () => {
  const { code, out, err, written, pages } = await run();
  expect({ code, out }).toEqual({ code: 0, out: 'report.written {"file":"/x/case.html"}\n' });
  expect(err).toBe('report.age {"at":"5"}\n');
  expect(written).toEqual([['/x/case.html', '<html>']]);
  expect(pages).toEqual(['1-ADDRESS']);
});

test('data on standard output, or into a file', async () => {
  for (const asked of [{ out: '-' }, { out: null, json: true }]) {
    const { code, out, written } = await run(asked);
    expect([code, JSON.parse(out), written]).toEqual([0, doc, []]);
  }
  expect((await run({ json: true })).written[0]?.[1]).toContain('"postkeyCase": 1');
});

test('one that was set aside is found by its address, whatever its letters', async () => {
  const aside = [{ setup: { ...setup, address: 'sam@harbour.example' }, since: 1, approved: false }];
  expect((await run({ address: 'SAM@harbour.example' }, { setup: null, aside })).code).toBe(0);
});

test.each([
  ['nothing kept', {}, { setup: null }, 'report.empty'],
  ['another address', { address: 'sam@harbour.example' }, {}, 'report.unknownAddress'],
  ['a file that is there', {}, { write: async () => 'exists' as const }, 'report.exists'],
  ['a disk that refuses', {}, { write: async () => 'not-written' as const }, 'report.notWritten'],
  [
    'the gate',
    {},
    { make: async () => ({ doc, written: null, finding: { what: 'secret' as const, group: 'Log', line: 2 } }) },
    'report.refused {"what":"places.secret {}","group":"Log","line":2}',
  ],
])('%s is exit 1 and says so', async (_what, asked, change, said) => {
  const { code, out, err } = await run(asked, change as Partial<ReportParts>);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toContain(said);
});
