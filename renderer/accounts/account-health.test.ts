import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AccountView } from '../../shared/account-state.ts';
import { startWords } from '../setup/words.ts';
import { cardsByNeed, healthLine, isByPassword, stampOfAccount, titleOf } from './account-health.ts';
import { dayOf } from './day-bars.ts';

beforeAll(() => startWords('en'));

const well: AccountView = {
  id: 'a',
  address: 'pat@example.org',
  providerName: 'Example Mail',
  practice: false,
  health: 'well',
  keeping: { store: 'gnome-keyring', kept: 'sealed' },
  servers: [],
  leftOut: [],
  checking: false,
  days: [],
  endings: [],
  addedAt: 0,
  watch: { lastCheckAt: 1, nextCheckAt: 2, services: { imap: 'passed', smtp: 'passed' } },
};
const sendingOff: AccountView = {
  ...well,
  health: 'noted',
  watch: {
    lastCheckAt: 1,
    nextCheckAt: 2,
    services: { imap: 'passed', smtp: 'broken' },
    problem: { code: 'smtp-off', facts: {} },
  },
};
const finishedWithout: AccountView = {
  ...well,
  leftOut: ['smtp'],
  watch: { lastCheckAt: 1, nextCheckAt: 2, services: { imap: 'passed' } },
};
const ended: AccountView = {
  ...well,
  health: 'needs-you',
  watch: { lastCheckAt: 1, nextCheckAt: 2, services: {}, problem: { code: 'sign-in-ended', facts: {} } },
};

it('says that all works where only the client secret is worth a note', () => {
  const secretEnds = { on: '2027-05-31', state: 'soon', actor: 'you' } as const;
  const line = healthLine(i18next.t.bind(i18next), { ...well, health: 'noted', secretEnds });
  expect(line).toEqual({ verdict: 'Works, with a note.', rest: 'Receiving and sending work.' });
});

it('asks for the password, not for a sign-in, where there is none', () => {
  const server = { host: 'imap.example.org', port: 993, security: 'tls' } as const;
  const byPassword: AccountView = {
    ...ended,
    servers: [{ service: 'imap', server, loginName: 'pat', by: 'password' }],
    watch: { lastCheckAt: 1, nextCheckAt: 2, services: {}, problem: { code: 'password-refused', facts: {} } },
  };
  expect(healthLine(i18next.t.bind(i18next), byPassword).verdict).toBe('Type the password again.');
  expect(healthLine(i18next.t.bind(i18next), ended).verdict).toBe('Sign in again.');
  expect([isByPassword(byPassword), isByPassword(ended)]).toEqual([true, false]);
  expect(stampOfAccount(byPassword)).toBe('10-PASSWORD');
});

describe('the title of the account list', () => {
  const title = (...accounts: AccountView[]) => titleOf(i18next.t, cardsByNeed(accounts, []));

  it('adds up who is waited for', () => {
    expect(title(well)).toBe('Your account is well');
    expect(title(well, well)).toBe('Both are well');
    expect(title(well, well, well)).toBe('All three are well');
    expect(title(well, ended)).toBe('One needs you');
    expect(title(sendingOff, well, ended)).toBe('One needs you, one needs your IT');
    expect(title(ended, ended, sendingOff, sendingOff)).toBe('Two need you, two need your IT');
  });
});

describe('an account’s line', () => {
  const line = (account: AccountView) => healthLine(i18next.t, account);

  it('gives the verdict first', () => {
    expect(line(well)).toEqual({ verdict: 'Well.', rest: 'Receiving and sending work.' });
    expect(line(sendingOff).verdict).toBe('Receiving only.');
    expect(line(ended).verdict).toBe('Sign in again.');
    expect(line({ ...well, checking: true }).verdict).toBe('Postkey is looking now.');
    expect(line(finishedWithout)).toEqual({
      verdict: 'Well.',
      rest: 'Receiving works. You set it up without sending.',
    });
    expect(titleOf(i18next.t, cardsByNeed([finishedWithout], []))).toBe('Your account is well');
  });

  it('asks for a sign-in only where that helps', () => {
    const problem = { code: 'certificate-wrong-name', facts: {} } as const;
    const elsewhere: AccountView = {
      ...ended,
      watch: { lastCheckAt: 1, nextCheckAt: 2, services: { imap: 'broken' }, problem },
    };
    expect(line(elsewhere).verdict).toBe('You can mend this.');
    expect(stampOfAccount(elsewhere)).toBe('10-CERT-NAME');
  });

  it('treats a network that is away as weather', () => {
    const away: AccountView = { ...well, watch: { lastCheckAt: 1, nextCheckAt: 2, services: { imap: 'unreachable' } } };
    expect(line(away)).toMatchObject({ verdict: 'Well.' });
    expect(dayOf(away.watch)).toBe('away');
    const problem = { code: 'server-busy', facts: {} } as const;
    const busy = { lastCheckAt: 1, nextCheckAt: 2, problem };
    const unreached: AccountView = { ...well, health: 'noted', watch: { ...busy, services: { imap: 'unreachable' } } };
    expect(line(unreached).verdict).toBe('Out of reach.');
    expect(dayOf(unreached.watch)).toBe('away');
    const inPart: AccountView = { ...unreached, watch: { ...busy, services: { imap: 'passed', smtp: 'unreachable' } } };
    expect(line(inPart).verdict).toBe('Works, with a note.');
  });
});

it('puts those that need the person first, and gives each problem its code', () => {
  const cards = cardsByNeed([well, sendingOff, ended], []);
  expect(cards.map((card) => card.kind === 'account' && card.account)).toEqual([ended, sendingOff, well]);
  expect(stampOfAccount(sendingOff)).toBe('10-SMTP-OFF');
  expect(stampOfAccount(ended)).toBe('11-ENDED');
  // What the key met is step 11's, whatever step of a set-up it usually stops.
  const secret: AccountView = {
    ...ended,
    watch: { lastCheckAt: 1, nextCheckAt: 2, services: {}, problem: { code: 'secret-expired', facts: {} } },
  };
  expect(stampOfAccount(secret)).toBe('11-OLD-SECRET');
  expect(stampOfAccount(well)).toBeUndefined();
});

it('draws today as what it was', () => {
  expect(dayOf(undefined)).toBe('not-looked');
  expect(dayOf(well.watch)).toBe('well');
  expect(dayOf(sendingOff.watch)).toBe('broken');
  expect(dayOf(ended.watch)).toBe('needed-you');
});
