// Whose token it is: by address in any case or by id, and what is said where there is none.
import { afterEach, expect, test } from 'vitest';
import { noPolicy, type PolicyInForce } from '../../shared/policy.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import { accountForToken, keptForToken } from './account-for-token.ts';
import type { AccountRecord } from './memory.ts';
import { account, startPostkey, stopPostkeys } from './small-postkey.test-part.ts';

afterEach(stopPostkeys);

const { address } = account;
const another: AccountRecord = { ...account, id: 'account-2' };
const practice: AccountRecord = { ...account, id: 'account-3', practice: true };
const byPassword: AccountRecord = { ...account, registration: { ...account.registration, source: 'none' } };
const unfinished = { id: 's', address: 'Kim@harbour.example' } as SetupView;

const without = (asked: string, accounts: readonly AccountRecord[]) =>
  keptForToken({ accounts, setup: unfinished, aside: [] }, noPolicy, asked);

test.each([
  ['its address', address, [account], account],
  ['its address in another case and with blanks', ' PAT@Harbour.Example ', [account], account],
  ['its id', 'account-2', [account, another], another],
  ['two of one address', address, [account, another], 'several'],
  ['practice beside a real one', address, [practice, account], account],
  ['practice alone, which has no mailbox without a window', address, [practice], 'practice'],
  ['an account with a password', address, [byPassword], 'password'],
  ['an address whose set-up is not finished', 'kim@harbour.example', [account], 'unfinished'],
  ['an address nobody has', 'x@harbour.example', [account], 'unknown'],
  ['nothing', ' ', [account], 'unknown'],
] as const)('%s', (_what, asked, accounts, found) => expect(without(asked, accounts)).toEqual(found));

test('beside a window: practice’s own too, and none while its keys are being changed', () => {
  const { postkey } = startPostkey({ accounts: [practice] });
  expect(accountForToken(postkey, noPolicy, address)).toBe(practice);
  expect(accountForToken({ ...postkey, isBusy: (id) => id === practice.id }, noPolicy, address)).toBe('busy');
  expect(accountForToken(postkey, noPolicy, 'kim@harbour.example')).toBe('unknown');
});

test('none where the organisation has switched it off', () => {
  const off: PolicyInForce = { ...noPolicy, settings: { tokenCommand: 'off' } };
  expect(accountForToken(startPostkey({ accounts: [account] }).postkey, off, address)).toBe('off');
  expect(keptForToken({ accounts: [account], setup: null, aside: [] }, off, address)).toBe('off');
});
