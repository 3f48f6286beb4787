// What a late or silent refusal can mean, in order; what is known to be otherwise is crossed out with its reason, and nothing else is.
import { describe, expect, it } from 'vitest';
import { type LikelyAbout, likelyCauses } from './likely-causes.ts';
import { problemOf } from './problem.ts';

const about: LikelyAbout = {
  problem: problemOf('mailbox-unreachable'),
  service: 'imap',
  system: 'microsoft',
  isShared: false,
  loginName: 'pat@harbour.example',
  refusedNames: [],
  passed: [],
};

const ids = (change: Partial<LikelyAbout>) => likelyCauses({ ...about, ...change }).map(({ id }) => id);
const out = (change: Partial<LikelyAbout>) =>
  likelyCauses({ ...about, ...change }).flatMap(({ id, ruledOut }) => (ruledOut ? [`${id}: ${ruledOut.reason}`] : []));

describe('"User is authenticated but not connected"', () => {
  it('is walked through in order, with nothing crossed out that is not known', () => {
    expect(ids({})).toEqual(['other-person', 'alias', 'service-off', 'no-mailbox', 'too-many', 'server-side']);
    expect(out({})).toEqual([]);
  });

  it('is not another person where the provider said who signed in', () => {
    expect(out({ person: 'pat@harbour.example' })).toEqual(['other-person: person-checked']);
  });

  it('is not the name where the other names were refused, too', () => {
    expect(out({ refusedNames: ['p@harbour.example'] })).toEqual(['alias: names-refused']);
  });

  it('is neither name nor licence where POP opens the mailbox; where only sending works, both stay', () => {
    const name = about.loginName;
    expect(out({ passed: [{ service: 'pop', loginName: name }] })).toEqual([
      'alias: name-works',
      'no-mailbox: mailbox-opened',
    ]);
    expect(out({ passed: [{ service: 'smtp', loginName: name }] })).toEqual([]);
    expect(out({ passed: [{ service: 'pop', loginName: 'other' }] })).toEqual(['no-mailbox: mailbox-opened']);
  });

  it('begins with the rights of a shared mailbox', () => {
    expect(ids({ isShared: true })[0]).toBe('no-rights');
  });

  it('asks IT for the switch of the service that was refused', () => {
    const off = likelyCauses({ ...about, service: 'pop' }).find(({ id }) => id === 'service-off');
    expect(off).toMatchObject({ actor: 'it', next: 'ask-it', as: 'pop-off' });
  });
});

it('knows what Exchange means by a refused login, and less where sending is refused', () => {
  const problem = problemOf('login-refused');
  expect(ids({ problem })).toEqual(['other-person', 'alias', 'service-off', 'permission', 'no-mailbox']);
  expect(ids({ problem, service: 'smtp' })).toEqual(['alias', 'permission', 'service-off']);
});

it('has nothing to add where the problem says what it is', () => {
  expect(ids({ problem: problemOf('smtp-off') })).toEqual([]);
  expect(ids({ problem: problemOf('token-refused') })).toEqual([]);
});
