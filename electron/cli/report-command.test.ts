// `postkey report`: whom it asks, exit codes, what is written where, and nothing over what is there.
import { expect, test } from 'vitest';
import type { CaseFile } from '../../shared/case-file.ts';
import { type ReportParts, type ReportWish, reportCommand, type ToldCase } from './report-command.ts';

const doc = { postkeyCase: 1 } as unknown as CaseFile;
const made: ToldCase = { kind: 'made', doc, html: '<html>' };
const wish: ReportWish = { address: null, out: '/x/case.html', json: false };

async function run(asked: Partial<ReportWish> = {}, change: Partial<ReportParts> = {}) {
  const heard = { out: '', err: '', written: [] as [string, string][] };
  const code = await reportCommand(
    { ...wish, ...asked },
    {
      ask: async () => null,
      make: async () => made,
      stateOf: 5,
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

test('the Postkey that is open tells it; what is kept is not looked at', async () => {
  const make = async (): Promise<ToldCase> => {
    throw new Error('looked at');
  };
  const { code, err, written } = await run({}, { ask: async () => made, make });
  expect({ code, err, written }).toEqual({ code: 0, err: 'report.now {}\n', written: [['/x/case.html', '<html>']] });
});

test('a page into a file, the state’s age beside the answer', async () => {
  const { code, out, err, written } = await run();
  expect({ code, out }).toEqual({ code: 0, out: 'report.written {"file":"/x/case.html"}\n' });
  expect(err).toBe('report.age {"at":"5"}\n');
  expect(written).toEqual([['/x/case.html', '<html>']]);
});

test('data on standard output, or into a file', async () => {
  for (const asked of [{ out: '-' }, { out: null, json: true }]) {
    const { code, out, written } = await run(asked);
    expect([code, JSON.parse(out), written]).toEqual([0, doc, []]);
  }
  expect((await run({ json: true })).written[0]?.[1]).toContain('"postkeyCase": 1');
});

test.each([
  ['nothing kept', {}, { make: async () => ({ kind: 'nothing' as const }) }, 'report.empty'],
  ['a file that is there', {}, { write: async () => 'exists' as const }, 'report.exists'],
  ['a disk that refuses', {}, { write: async () => 'not-written' as const }, 'report.notWritten'],
  [
    'the gate',
    {},
    { ask: async () => ({ kind: 'refused' as const, finding: { what: 'secret' as const, group: 'Log', line: 2 } }) },
    'report.refused {"what":"places.secret {}","group":"Log","line":2}',
  ],
])('%s is exit 1 and says so', async (_what, asked, change, said) => {
  const { code, out, err } = await run(asked, change as Partial<ReportParts>);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toContain(said);
});

test('an address that nobody knows is wrong use', async () => {
  const { code, err } = await run({ address: 'sam@harbour.example' }, { ask: async () => ({ kind: 'nothing' }) });
  expect({ code, err }).toEqual({ code: 2, err: 'report.unknownAddress {}\n' });
});
