import { expect, test } from 'vitest';
import type { Health } from '../../shared/account-state.ts';
import type { BridgeView } from '../../shared/bridge.ts';
import { trayView } from './tray-view.ts';

const account = (health: Health, practice = false, address = `${health}@harbour.example`) => ({
  id: address,
  address,
  health,
  practice,
});
const bridge = (isOn: boolean): BridgeView => ({
  accountId: 'a',
  isOn,
  loginName: 'a',
  doors: [],
  programs: [],
  sessions: 0,
});

test.each<[readonly Health[], string, string]>([
  [[], 'well', 'none'],
  [['unknown'], 'well', 'none'],
  [['well', 'noted'], 'well', 'well'],
  [['well', 'stopped'], 'stopped', 'stopped'],
  [['stopped', 'needs-you', 'well'], 'needs-you', 'needs-you'],
])('accounts that are %j show the mark %s and say %s', (healths, mark, says) => {
  const view = trayView({ accounts: healths.map((health) => account(health)), bridges: [] });
  expect([view.mark, view.says]).toEqual([mark, says]);
});

test('a practised failure is in the list and not in the mark', () => {
  const view = trayView({ accounts: [account('needs-you', true), account('well')], bridges: [] });
  expect(view.mark).toBe('well');
  expect(view.accounts.map(({ health }) => health)).toEqual(['needs-you', 'well']);
});

test('who needs somebody stands first, and a long list is cut and says so', () => {
  const accounts = Array.from({ length: 14 }, (_, at) => account('well', false, `pat${at}@harbour.example`));
  const view = trayView({ accounts: [...accounts, account('stopped')], bridges: [] });
  expect(view.accounts[0]?.health).toBe('stopped');
  expect(view.accounts).toHaveLength(12);
  expect(view.more).toBe(3);
});

test.each([
  [[], null],
  [[bridge(false)], 'on'],
  [[bridge(false), bridge(true)], 'off'],
])('of the bridges %# it offers %s', (bridges, offered) => {
  expect(trayView({ accounts: [], bridges }).bridge).toBe(offered);
});
