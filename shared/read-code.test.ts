// Codes as people type them while somebody reads them out.
import { describe, expect, it } from 'vitest';
import { codeOfPage, pageIds } from './page-code.ts';
import { problems } from './problem.ts';
import { readCode } from './read-code.ts';
import { setupSteps } from './setup-steps.ts';

const found = (text: string): string | undefined => {
  const read = readCode(text);
  return read.kind === 'found' ? read.meaning.code : undefined;
};
const offered = (text: string): readonly string[] => {
  const read = readCode(text);
  return read.kind === 'near' ? read.meanings.map(({ code }) => code) : [];
};

describe('a code that was read out', () => {
  it.each([
    ['10-SMTP-OFF', '10-SMTP-OFF'],
    ['10 smtp off', '10-SMTP-OFF'],
    [' 10smtpoff. ', '10-SMTP-OFF'],
    ['ten SMTP off', '10-SMTP-OFF'],
    ['Code: ten – smtp – off!', '10-SMTP-OFF'],
    ['step ten dash smtp dash off', '10-SMTP-OFF'],
    ['1O-SMTP-0FF', '10-SMTP-OFF'],
    ['IO smtp off', '10-SMTP-OFF'],
    ['l0-1map-off', '10-IMAP-OFF'],
    ['T A B', '6-TAB'],
    ['6 t a b', '6-TAB'],
    ['smtp off', '10-SMTP-OFF'],
    ['12-smtp-off', '12-SMTP-OFF'],
    ['٦-waiting', '6-WAITING'],
    ['waiting', '6-WAITING'],
    ['7 skipped', '7-SKIPPED'],
    ['1-LOGIN', '1-LOGIN'],
    ['list', 'LIST'],
    ['11 ended', '11-ENDED'],
    ['token whose', 'TOKEN-WHOSE'],
    ['Code bridge dash password', 'BRIDGE-PASSWORD'],
  ])('%s', (typed, code) => {
    expect(found(typed)).toBe(code);
  });

  it('is found for every page and every cause at every step', () => {
    const codes = [
      ...pageIds.map(codeOfPage),
      ...Object.values(problems).flatMap(({ short }) => setupSteps.map((_step, at) => `${at + 1}-${short}`)),
    ];
    const lost = codes.filter(
      (code) => found(code) !== code || found(code.toLowerCase().replaceAll('-', ' ')) !== code,
    );
    expect(lost).toEqual([]);
  });
});

describe('a code that is not quite one', () => {
  it.each([
    ['10 smpt off', '10-SMTP-OFF'],
    ['6 tap', '6-TAB'],
    ['7 waiting', '6-WAITING'],
    ['6 wating', '6-WAITING'],
    ['10 sntp of', '10-SMTP-OFF'],
    ['6 aprove', '6-APPROVE'],
  ])('%s is offered as %s', (typed, code) => {
    expect(found(typed)).toBeUndefined();
    expect(offered(typed)[0]).toBe(code);
  });

  it('half typed, it is offered what begins so, or ends so', () => {
    expect(offered('10 smtp')).toContain('10-SMTP-OFF');
    expect(offered('off')).toEqual(expect.arrayContaining(['10-IMAP-OFF', '10-POP-OFF', '10-SMTP-OFF']));
  });

  it('a number alone is offered the pages of that step', () => {
    expect(offered('10')).toEqual(['10-TESTING', '10-WORKS', '10-RECEIVING', '10-SENDING', '10-NETWORK']);
    expect(offered('nine')).toEqual(['9-CHOOSE', '9-PROGRAMS']);
  });

  it('offers few, and nothing for what is no code', () => {
    expect(offered('off').length).toBeLessThanOrEqual(6);
    expect(readCode('the printer is on fire again').kind).toBe('unknown');
    expect(readCode('13').kind).toBe('unknown');
    expect(readCode(' . - ').kind).toBe('empty');
    expect(readCode('x'.repeat(100_000)).kind).toBe('unknown');
  });
});
