// What the person leaves out is in no form in what is written; each line that can be left out, can be by itself, and what remains is
// still a case file.
import { expect, test } from 'vitest';
import { brokenLadder, parts, stoppedSetup, subject } from './case-samples.test-part.ts';
import { buildCaseFile } from './support/case-file/build-case-file.ts';
import { readCaseFile } from './support/case-file/read-case-file.ts';

const wish = { withLog: true, keepOrganisation: false };
const build = (...leaveOut: string[]) => buildCaseFile(subject, { ...wish, leaveOut }, parts);
const whole = build();
const partsIn = [...new Set(whole.groups.flatMap(({ lines }) => lines.flatMap(({ part }) => part ?? [])))];

test('most lines can be left out; versions, steps and codes cannot', () => {
  expect(partsIn.length).toBeGreaterThan(45);
  const fixed = whole.groups.flatMap(({ lines }) => lines.filter(({ part }) => part === undefined));
  expect(fixed.length).toBeLessThan(whole.groups.flatMap(({ lines }) => lines).length / 2);
  // Texts that somebody else wrote are never among those that must stay.
  for (const { value } of fixed) expect(value).not.toMatch(/535|harbour|domain-|organisation-|mailbox-0123/u);
});

test.each(partsIn)('%s', (part) => {
  const { doc, groups, written, finding } = build(part);
  expect(finding).toBeNull();
  expect(JSON.stringify(doc)).not.toBe(JSON.stringify(whole.doc));
  expect(readCaseFile(written?.html ?? '')).toEqual(doc);
  const shown = groups.flatMap(({ lines }) => lines);
  const out = shown.filter(({ leftOut }) => leftOut);
  expect(out.length).toBeGreaterThan(0);
  // The preview keeps its lines, so that one can be put back.
  expect(shown).toHaveLength(whole.groups.flatMap(({ lines }) => lines).length);
  const count = (text: string, value: string): number => text.split(value).length - 1;
  for (const { label, value } of out) {
    const line = label === undefined ? `  ${value}\n` : `  ${label}: ${value}\n`;
    const [before, after] = [count(whole.written?.text ?? '', line), count(written?.text ?? '', line)];
    expect(before, line).toBeGreaterThan(after);
  }
});

test('all at once, in any order, and what is not there', () => {
  const { doc, written, finding } = build(...partsIn, 'log.999', '__proto__.x', 'setup.constructor', 'no', '');
  expect(finding).toBeNull();
  expect(doc.accounts).toEqual([]);
  expect(doc.log).toEqual([]);
  expect(build(...[...partsIn].reverse()).doc).toEqual(doc);
  expect(written?.html).not.toMatch(/535|domain-|organisation-|mailbox-|microsoftonline/u);
  expect(written?.html).toContain('10-SMTP-OFF');
  expect(readCaseFile(written?.html ?? '')).toEqual(doc);
});

test('where the gate finds something, it says the line that is shown, and leaving it out is enough', () => {
  // A name nobody could know for one: the device code of the moment, which a server repeats.
  const device = { kind: 'answer', device: { userCode: 'WXYZ-1234' } };
  const setup = {
    ...stoppedSetup,
    wait: device,
    ladders: [{ ...brokenLadder, problem: { code: 'smtp-off', facts: {}, serverSaid: 'you typed WXYZ-1234' } }],
  } as unknown as typeof stoppedSetup;
  const asked = (leaveOut: readonly string[]) =>
    buildCaseFile({ ...subject, setup, accounts: [] }, { ...wish, leaveOut }, parts);
  const found = asked(['by.system', 'page']);
  expect(found.written).toBeNull();
  const { group = '', line = 0 } = found.finding ?? {};
  const shown = found.groups.find(({ title }) => title === group)?.lines[line - 1];
  expect(shown?.value).toBe('you typed WXYZ-1234');
  expect(asked([shown?.part ?? '']).written).not.toBeNull();
});
