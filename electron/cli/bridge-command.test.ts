import { expect, test } from 'vitest';
import type { BridgeAnswer } from '../../shared/bridge-answer.ts';
import sentences from '../../shared/words/en/cli.json' with { type: 'json' };
import { type AskedBridge, type BridgeRun, bridgeCommand } from './bridge-command.ts';

const one: BridgeAnswer = {
  bridges: [
    {
      address: 'pat@harbour.example',
      isOn: true,
      doors: [
        { service: 'imap', security: 'plain', port: 17_143, state: 'open' },
        { service: 'smtp', security: 'tls', port: 17_465, state: 'taken', holder: 'exim' },
        { service: 'smtp', security: 'plain', port: 17_587, state: 'taken' },
      ],
      programs: 2,
      sessions: 0,
    },
  ],
};
const closed: BridgeAnswer = {
  bridges: one.bridges.map((bridge) => ({
    ...bridge,
    doors: bridge.doors.slice(0, 1).map((door) => ({ ...door, state: 'closed' as const })),
  })),
};

/** As i18next finds them, with its plural forms. */
function say(key: string, values: Readonly<Record<string, string | number>> = {}): string {
  const look = (path: string): unknown =>
    path.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], sentences);
  const found = look(key) ?? look(`${key}_${values['count'] === 1 ? 'one' : 'other'}`);
  if (typeof found !== 'string') throw new Error(`No words for ${key}`);
  return found.replace(/\{\{(\w+)\}\}/gu, (_, name: string) => String(values[name]));
}

async function command(
  wish: { readonly run?: boolean; readonly json?: boolean },
  {
    asked = ['nobody'],
    runs = ['ended'],
  }: { readonly asked?: readonly AskedBridge[]; readonly runs?: readonly BridgeRun[] },
) {
  const [toAsk, toRun] = [[...asked], [...runs]];
  let [out, err, now] = ['', '', 0];
  const code = await bridgeCommand(
    { run: false, json: false, ...wish },
    {
      ask: async () => toAsk.shift() ?? asked.at(-1) ?? 'nobody',
      kept: async () => closed,
      run: async (opened) => {
        const run = toRun.shift() ?? runs.at(-1) ?? 'ended';
        if (run === 'ended' || run === 'made-way') opened(one);
        return run;
      },
      clock: {
        now: () => now,
        after: (ms, call) => {
          now += ms;
          queueMicrotask(call);
          return () => undefined;
        },
      },
      say,
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
    },
  );
  return { code, out, err };
}

test('says how the doors stand at this moment where Postkey is open', async () => {
  const { code, out, err } = await command({}, { asked: [one] });
  expect([code, err]).toEqual([0, '']);
  expect(out.split('\n')).toEqual([
    'pat@harbour.example: the bridge is on, with passwords for 2 programs.',
    '  IMAP: 127.0.0.1, port 17143, without encryption: open',
    '  SMTP: 127.0.0.1, port 17465, encrypted: exim has this port',
    '  SMTP: 127.0.0.1, port 17587, without encryption: another program has this port',
    '',
  ]);
});

test('and how they are remembered where it is not', async () => {
  const { code, out } = await command({ json: true }, {});
  expect(code).toBe(0);
  expect(JSON.parse(out)).toEqual(closed);
});

test('no bridge at all is no fault', async () => {
  const { code, out } = await command({}, { asked: [{ bridges: [] }] });
  expect([code, out]).toEqual([0, `${sentences.bridge.none}\n`]);
});

test('keeps the doors open until it is ended, and says so beside its answer', async () => {
  const { code, out, err } = await command({ run: true, json: true }, {});
  expect([code, err]).toEqual([0, `${sentences.bridge.running}\n`]);
  expect(JSON.parse(out)).toEqual(one);
});

test('opens nothing beside a Postkey that is open', async () => {
  const { code, err } = await command({ run: true }, { asked: [one], runs: ['no-place'] });
  expect([code, err]).toEqual([0, `${sentences.bridge.runsThere}\n`]);
});

test.each<[BridgeRun, number]>([
  ['made-way', 0],
  ['none-on', 1],
  ['not-allowed', 1],
  ['no-place', 3],
])('ends as %s with %d, and says why', async (run, expected) => {
  const { code, err } = await command({ run: true }, { runs: [run] });
  expect(code).toBe(expected);
  expect(err).toContain(sentences.bridge.ends[run as keyof typeof sentences.bridge.ends]);
});

test('waits for a command that has the profile, and not for ever', async () => {
  expect((await command({ run: true }, { asked: ['not-yet'], runs: ['taken', 'taken', 'ended'] })).code).toBe(0);
  const stuck = await command({ run: true }, { asked: ['not-yet'], runs: ['taken'] });
  expect([stuck.code, stuck.err]).toEqual([3, `${sentences.bridge.ends.tooLate}\n`]);
});
