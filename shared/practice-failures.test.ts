// Every cause is played, or it is said why software cannot.
import { describe, expect, it } from 'vitest';
import { playableFailures, practiceFailures } from './practice-failures.ts';
import { type ProblemCode, problems } from './problem.ts';

const addressIsKnown = 'practice looks nothing up: its provider stands from the start';
const noPassword = 'practice signs in at a page; no password of an account is ever typed for it';
const neverSends = 'Postkey sends no mail';

/** Causes that practice does not play, and why. */
const notPlayed: Readonly<Partial<Record<ProblemCode, string>>> = {
  'domain-unknown': addressIsKnown,
  'no-mail-at-domain': addressIsKnown,
  'no-mail-programs': addressIsKnown,
  'provider-not-allowed': addressIsKnown,
  'password-refused': noPassword,
  'app-password-needed': noPassword,
  'password-not-taken': noPassword,
  'sender-not-allowed': neverSends,
  'login-not-sent': neverSends,
  'encryption-needed': 'Postkey encrypts before it says anything, so that no server can ask it to',
  'registering-refused': 'Postkey registers itself nowhere',
  'testing-seven-days': 'on the wire it is the same as an ended sign-in; only the person can tell',
  'session-over': 'needs a restart: play a missing key store, keep the key for this session, and start Postkey again',
  'still-waiting': 'is no failure: Postkey goes on asking until the code is too old',
  'port-taken': 'Postkey takes a port that is free',
  'way-back-closed': 'shows in the browser only, after Postkey has stopped waiting',
  'took-too-long': 'a try that was ended by whoever began it',
  unexpected: 'a fault of Postkey itself, of which none is known',
};

describe('the failures of practice', () => {
  const played = new Set(playableFailures.map(({ cause }) => cause));

  it('play every cause, or say why not', () => {
    const codes = Object.keys(problems) as ProblemCode[];
    expect(codes.filter((code) => !played.has(code) && notPlayed[code] === undefined)).toEqual([]);
    expect(codes.filter((code) => played.has(code) && notPlayed[code] !== undefined)).toEqual([]);
  });

  it('have names of their own, each for a cause that exists', () => {
    expect(new Set(practiceFailures).size).toBe(practiceFailures.length);
    expect(playableFailures.filter(({ cause }) => !(cause in problems))).toEqual([]);
  });

  it('show a code to read out', () => {
    expect(playableFailures.find(({ id }) => id === 'smtp-off')?.stamp).toBe('10-SMTP-OFF');
  });
});
