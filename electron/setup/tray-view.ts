// What Postkey's place in the panel shows: the mark, each account with how it is, and what can be done there. Pure.
import type { AccountView, Health } from '../../shared/account-state.ts';
import type { PostkeyState } from '../../shared/postkey-state.ts';

export type TrayMark = 'well' | 'needs-you' | 'stopped';

export interface TrayView {
  readonly mark: TrayMark;
  /** `none`: there is no account yet, or nobody has looked. */
  readonly says: TrayMark | 'none';
  readonly accounts: readonly Pick<AccountView, 'id' | 'address' | 'health'>[];
  /** So many more than a menu can hold. */
  readonly more: number;
  /** What can be done about the bridges; null: there is none. */
  readonly bridge: 'off' | 'on' | null;
}

/** Menus that are longer than the screen scroll badly. */
const mostAccounts = 12;

/** What asks most of somebody comes first. */
const urgency: Readonly<Record<Health, number>> = { 'needs-you': 0, stopped: 1, noted: 2, unknown: 3, well: 4 };

export function trayView({
  accounts,
  bridges,
}: {
  readonly accounts: readonly Pick<AccountView, 'id' | 'address' | 'health' | 'practice'>[];
  readonly bridges: PostkeyState['bridges'];
}): TrayView {
  // A practised failure is nothing to look up for from other work.
  const real = accounts.filter(({ practice }) => !practice);
  const has = (health: Health): boolean => real.some((account) => account.health === health);
  const needs = has('needs-you') ? 'needs-you' : null;
  const mark: TrayMark = needs ?? (has('stopped') ? 'stopped' : 'well');
  const isSeen = real.some(({ health }) => health !== 'unknown');
  const sorted = [...accounts].sort((one, other) => urgency[one.health] - urgency[other.health]);
  return {
    mark,
    says: isSeen ? mark : 'none',
    accounts: sorted.slice(0, mostAccounts).map(({ id, address, health }) => ({ id, address, health })),
    more: Math.max(0, accounts.length - mostAccounts),
    bridge: bridgeChoice(bridges),
  };
}

function bridgeChoice(bridges: PostkeyState['bridges']): TrayView['bridge'] {
  if (bridges.length === 0) return null;
  return bridges.some(({ isOn }) => isOn) ? 'off' : 'on';
}
