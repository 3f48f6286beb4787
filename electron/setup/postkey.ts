// Postkey as a whole: the set-up in progress, the accounts, the preset and the wishes, as one state with one way in and one way out.

import type { WatchView } from '../../shared/account-state.ts';
import type { CaseDraft, OpenedCase } from '../../shared/case-draft.ts';
import type { Explanation } from '../../shared/explanation.ts';
import type { Answer, RequestInput, RequestName } from '../../shared/ipc-contract.ts';
import type { NoticeView, PostkeyState } from '../../shared/postkey-state.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import type { AccountSetup } from './account-setup.ts';
import { approvedNotice } from './aside-view.ts';
import type { BridgeDesk } from './bridge-desk.ts';
import { bridgeOfPostkey } from './bridge-of-postkey.ts';
import { changesKeys, isWorking } from './changes-keys.ts';
import { type HandOver, makeHandOver } from './hand-over.ts';
import { type Leave, makeLeave } from './leave-account.ts';
import { type LooksUnderWay, makeLooksUnderWay } from './looks-under-way.ts';
import { makeSetups, type Setups } from './make-setups.ts';
import type { AccountRecord } from './memory.ts';
import type { PostkeyParts } from './postkey-parts.ts';
import { postkeySnapshot } from './postkey-snapshot.ts';
import { makePresetOffers, type PresetOffers } from './preset-offers.ts';
import { withLook, withoutLadders } from './watch-ladders.ts';

export type Handlers = { readonly [N in RequestName]: (input: RequestInput<N>) => Answer | Promise<Answer> };

/** What the request files work on. */
export interface Postkey extends LooksUnderWay {
  readonly parts: PostkeyParts;
  setup(): AccountSetup | null;
  begin(view: SetupView): void;
  endSetup(): void;
  aside: Setups['aside'];
  setAside: Setups['setAside'];
  takeUp: Setups['takeUp'];
  cancelAside: Setups['cancelAside'];
  resumeAside: Setups['resumeAside'];
  /** The account that is being taken away. */
  readonly leave: Leave;
  /** A preset that waits for a yes or no. */
  readonly presetOffers: PresetOffers;
  readonly handOver: HandOver;
  readonly bridge: BridgeDesk;
  /** Ends every try of every set-up; called before the end. The bridge is stopped by itself, because that is waited for. */
  stop(): void;
  accounts(): readonly AccountRecord[];
  /** A set-up is changing this account's keys. */
  isBusy(id: string): boolean;
  changeAccounts(change: (accounts: readonly AccountRecord[]) => readonly AccountRecord[]): void;
  /** What a look saw; it is written down and shown. */
  seen(id: string, watch: WatchView): void;
  notify(notice: NoticeView): void;
  setOnline(isOnline: boolean): void;
  dismiss(id: string): void;
  /** Shows an account's own page; null: the list. */
  showAccount(id: string | null): void;
  /** Null puts the last one away. */
  showExplained(explanation: Explanation | null): void;
  /** A case file of one's own, or somebody else's; null puts it away. */
  showCase(change: { readonly draft?: CaseDraft | null; readonly file?: OpenedCase | null }): void;
  state(): PostkeyState;
  changed(): void;
}

/** Builds the whole from its parts; takes up what was kept. */
export function makePostkey(parts: PostkeyParts): Postkey {
  const { memory, world } = parts;
  let revision = 0;
  let notices: readonly NoticeView[] = [];
  let explained: Explanation | null = null;
  let cases: { readonly draft: CaseDraft | null; readonly file: OpenedCase | null } = { draft: null, file: null };
  let openedId: string | null = null;
  let isOnline = true;

  /** Practice needs no network, so that being offline is worth a word only beside something real. */
  const weather = (): readonly NoticeView[] => {
    const setup = setups.inProgress();
    const isReal = setup ? !setup.view().practice : memory.accounts().some((account) => !account.practice);
    return isOnline || !isReal ? [] : [{ id: 'offline', code: 'offline', values: {} }];
  };

  const state = (): PostkeyState =>
    postkeySnapshot(parts, {
      revision,
      presetOffer: presetOffers.view(),
      setup: setups.inProgress()?.view() ?? null,
      aside: setups.aside(),
      leaving: leave.view(),
      notices: [...weather(), ...notices],
      openedId,
      explained,
      cases,
      bridges: bridge.views(),
      bridgePassword: bridge.password(),
      handOver: handOver.sheet(),
      isChecking: looks.isChecking,
    });
  const changed = (): void => {
    revision += 1;
    bridge.update();
    parts.announce(state());
  };
  const looks = makeLooksUnderWay(changed);
  const presetOffers = makePresetOffers(parts, changed);
  const notify: Postkey['notify'] = (notice) => {
    notices = [...notices.filter((each) => each.id !== notice.id), notice];
    changed();
  };
  const changeAccounts: Postkey['changeAccounts'] = (change) => {
    const accounts = change(memory.accounts()).map(withoutLadders);
    memory.keepAccounts(accounts);
    parts.accountsChanged(accounts);
    changed();
  };
  const addAccount = (account: AccountRecord): void =>
    changeAccounts((accounts) => {
      const before = accounts.find((each) => each.id === account.id);
      const kept = before ? { ...account, addedAt: before.addedAt } : account;
      return [...accounts.filter((each) => each.id !== account.id), kept];
    });

  /** What was said at the beginning has been read once the person goes on. */
  const greetings = new Set<NoticeView['code']>(['preset-taken', 'set-up-resumed']);

  const setups = makeSetups({
    world,
    memory,
    addAccount,
    changed,
    movedOn: () => {
      notices = notices.filter((each) => !greetings.has(each.code));
    },
    approved: ({ id, address = '' }) =>
      notify({ id: approvedNotice(id), code: 'approved', values: { address, setup: id } }),
  });

  const handOver = makeHandOver({
    memory,
    world,
    setup: () => setups.inProgress()?.view() ?? null,
    changed,
  });

  const leave = makeLeave({
    world,
    memory,
    drop: (id) => changeAccounts((accounts) => accounts.filter((account) => account.id !== id)),
    changed,
  });

  const bridge = bridgeOfPostkey({ parts, setups, leave, changed });

  return {
    parts,
    leave,
    presetOffers,
    bridge,
    handOver,
    setup: setups.inProgress,
    begin: setups.begin,
    endSetup: setups.end,
    aside: setups.aside,
    setAside: setups.setAside,
    takeUp: setups.takeUp,
    cancelAside: setups.cancelAside,
    resumeAside: setups.resumeAside,
    stop: () => {
      presetOffers.close();
      leave.stop();
      setups.stop();
    },
    accounts: () => memory.accounts(),
    isBusy: (id) => {
      if (leave.isLeaving(id)) return true;
      const view = setups.inProgress()?.view();
      if (view?.id === id && changesKeys(view)) return true;
      return setups.aside().some(({ setup }) => setup.id === id && isWorking(setup));
    },
    changeAccounts,
    ...looks,
    seen: (id, watch) => {
      memory.keepAccounts(memory.accounts().map((each) => (each.id === id ? withLook(each, watch) : each)));
      const account = memory.accounts().find((each) => each.id === id);
      if (account) world.past.saw(account, watch);
      if (account && watch.problem?.code === 'record-unreadable') {
        // The next look finds nothing any more and could not say why.
        notify({ id: `vault-${id}`, code: 'vault-record-unreadable', values: { address: account.address } });
      }
      changed();
    },
    setOnline: (now) => {
      isOnline = now;
      changed();
    },
    notify,
    dismiss: (id) => {
      notices = notices.filter((each) => each.id !== id);
      changed();
    },
    showAccount: (id) => {
      openedId = id;
      changed();
    },
    showCase: (change) => {
      cases = { ...cases, ...change };
      changed();
    },
    showExplained: (explanation) => {
      explained = explanation;
      changed();
    },
    state,
    changed,
  };
}
