// What a command's case file is about: all that is there, or what there is of an address.
import { expect, test } from 'vitest';
import { aboutWhatIsThere, type KeptThere } from './case-about.ts';
import { forgetful } from './forgetful.test-part.ts';
import { freshView } from './resume-view.ts';
import { account } from './small-postkey.test-part.ts';

const setup = { ...freshView('s', false), address: 'pat@harbour.example' };
const there: KeptThere = { accounts: [], setup: null, aside: [], past: forgetful, now: 9 };

test('the set-up in progress, with the code of its page', () => {
  expect(aboutWhatIsThere(null, { ...there, setup })).toEqual({ setup, accounts: [], page: '1-ADDRESS' });
});

test('one that was set aside is found by its address, whatever its letters', () => {
  const other = { ...setup, address: 'sam@harbour.example' };
  const aside = [{ setup: other, since: 1, approved: false }];
  expect(aboutWhatIsThere('SAM@harbour.example', { ...there, setup, aside })?.setup).toEqual(other);
});

test('an account, with the cause that was seen last', () => {
  const watch = {
    services: {},
    lastCheckAt: 1,
    nextCheckAt: 2,
    problem: { code: 'sign-in-ended' as const, facts: {} },
  };
  const about = aboutWhatIsThere(account.address, { ...there, accounts: [{ ...account, watch }], setup: null });
  expect(about).toMatchObject({ setup: null, page: expect.stringMatching(/-ENDED$/u) });
  expect(about?.accounts).toMatchObject([{ record: { id: account.id }, history: [] }]);
});

test('nothing there, or nothing of the address', () => {
  expect(aboutWhatIsThere(null, there)).toBeNull();
  expect(aboutWhatIsThere('kim@harbour.example', { ...there, accounts: [account], setup })).toBeNull();
});
