// The bridges as a whole: what a person asks about them, what is remembered, and what is shown. A bridge belongs to a finished account,
// or to the set-up in progress once its keys are kept, and goes with it. Knows no socket.
import type { BridgePassword, BridgeSecurity, BridgeView } from '../../shared/bridge.ts';
import { type Answer, accepted } from '../../shared/ipc-contract.ts';
import type { MailProgram } from '../../shared/mail-program.ts';
import type { Service } from '../../shared/mail-provider.ts';
import { makeShownPassword } from './bridge-password.ts';
import { bridgeView, doorAt, withPorts } from './bridge-view.ts';
import type { OpenedBridge } from './bridge-world.ts';
import { type FollowBridgesParts, makeFollowBridges } from './follow-bridges.ts';
import type { KeptBridge } from './kept-bridge.ts';

export interface BridgeDeskParts extends Omit<FollowBridgesParts, 'toOpen'> {
  /** What the organisation allows. */
  readonly isAllowed: () => boolean;
  /** Somebody of this id is there, an account or a set-up, however far it is. */
  readonly isThere: (id: string) => boolean;
  /** Its keys are being taken away. */
  readonly isLeaving: (id: string) => boolean;
}

export interface BridgeDesk {
  views(): readonly BridgeView[];
  /** The one that is shown at this moment. */
  password(): BridgePassword | null;
  /** One is on, so that Postkey has to go on without its window. */
  isOn(): boolean;
  /** What was remembered has been taken up: from now on doors open, and what belongs to nobody is forgotten. */
  takeUp(): Promise<void>;
  /** Something changed somewhere: doors follow. */
  update(): void;
  switchTo(id: string, on: boolean): Promise<Answer>;
  addProgram(id: string, program: MailProgram): Promise<Answer>;
  revoke(id: string, programId: string): Promise<Answer>;
  putAway(): void;
  setPort(id: string, service: Service, security: BridgeSecurity, port: number): Promise<Answer>;
  encrypt(id: string, on: boolean): Promise<Answer>;
  /** As PEM, without its key; null: there is none. */
  certificate(): Promise<string | null>;
  /** Frees every port. */
  stop(): Promise<void>;
}

/** More than anybody has mail programs; each try of a password is compared with all. */
const mostPrograms = 30;

type Refused = Extract<Answer, { accepted: false }>;
const refused = (refusal: Refused['refusal'], more: Omit<Partial<Refused>, 'accepted' | 'refusal'> = {}): Refused => ({
  accepted: false,
  refusal,
  ...more,
});

export function makeBridgeDesk(parts: BridgeDeskParts): BridgeDesk {
  const { memory, accountOf, isAllowed, isThere, isLeaving, changed } = parts;
  let isOpen = false;

  const keptOf = (id: string): KeptBridge | undefined => memory.bridges().find((each) => each.accountId === id);
  const toOpen = (): readonly OpenedBridge[] => {
    if (!isOpen || !isAllowed()) return [];
    return memory.bridges().flatMap((kept) => {
      const account = kept.isOn && !isLeaving(kept.accountId) ? accountOf(kept.accountId) : null;
      return account ? [{ account, kept }] : [];
    });
  };
  const following = makeFollowBridges({ ...parts, toOpen });
  const { need, keep, follow } = following;
  const shown = makeShownPassword(parts.clock, changed);

  /** What belonged to an account or a set-up that is gone. */
  function forgetStray(): void {
    const stray = memory.bridges().filter(({ accountId }) => !isThere(accountId));
    if (stray.length === 0) return;
    memory.keepBridges(memory.bridges().filter(({ accountId }) => isThere(accountId)));
    for (const { accountId } of stray) shown.putAway({ accountId });
  }

  async function accept(): Promise<Answer> {
    await follow();
    changed();
    return accepted;
  }

  /** Null: nothing stands in the way. */
  function objection(id: string, wish: { readonly needsBridge: boolean }): Refused | null {
    if (!isAllowed()) return refused('bridge-not-allowed');
    if (!isThere(id)) return refused('account-gone');
    if (!accountOf(id) || isLeaving(id)) return refused('not-now');
    return wish.needsBridge && !keptOf(id) ? refused('bridge-off') : null;
  }

  return {
    views: () =>
      memory.bridges().flatMap((kept) => {
        const account = accountOf(kept.accountId);
        const running = { bridge: following.running(), certificate: following.certificate() };
        return account ? [bridgeView(account, kept, running)] : [];
      }),
    password: shown.shown,
    isOn: () => toOpen().length > 0,
    takeUp: () => {
      isOpen = true;
      forgetStray();
      return follow();
    },
    update: () => {
      if (!isOpen || memory.bridges().length === 0) return;
      forgetStray();
      void follow();
    },
    switchTo: async (id, on) => {
      // What is on can be switched off whoever forbids it by now.
      const no = on ? objection(id, { needsBridge: false }) : null;
      if (no) return no;
      if (!keptOf(id)) {
        if (!on) return isThere(id) ? accepted : refused('account-gone');
        const none: KeptBridge = { accountId: id, isOn: true, encrypts: false, ports: {}, programs: [] };
        memory.keepBridges([...memory.bridges(), none]);
      }
      keep(id, (kept) => ({ ...kept, isOn: on }));
      if (!on) shown.putAway({ accountId: id });
      return accept();
    },
    addProgram: async (id, program) => {
      const no = objection(id, { needsBridge: true });
      if (no) return no;
      if ((keptOf(id)?.programs.length ?? 0) >= mostPrograms) return refused('bridge-too-many-programs');
      const made = (await need()).makePassword(program);
      keep(id, (kept) => ({ ...kept, programs: [...kept.programs, made.kept] }));
      shown.show(id, made.kept, made.password);
      return accept();
    },
    revoke: async (id, programId) => {
      if (!keptOf(id)?.programs.some((each) => each.id === programId)) return refused('bridge-program-gone');
      keep(id, (kept) => ({ ...kept, programs: kept.programs.filter((each) => each.id !== programId) }));
      shown.putAway({ programId });
      return accept();
    },
    putAway: () => shown.putAway(),
    setPort: async (id, service, security, port) => {
      const no = objection(id, { needsBridge: true });
      if (no) return no;
      const at = keptOf(id)?.ports[service];
      if (!at) return refused('not-now');
      if (at[security] === port) return accepted;
      if (doorAt(memory.bridges(), port)) return refused('bridge-port-ours', { field: 'port', values: { port } });
      const holder = await (await need()).holderOf(port);
      if (holder === '') return refused('bridge-port-taken', { field: 'port', values: { port } });
      if (holder !== null) return refused('bridge-port-taken-by', { field: 'port', values: { port, holder } });
      keep(id, (kept) => withPorts(kept, { [service]: { ...at, [security]: port } }));
      return accept();
    },
    encrypt: async (id, on) => {
      const no = objection(id, { needsBridge: true });
      if (no) return no;
      if (on && !(await following.certify()).ok) return refused('bridge-no-certificate');
      keep(id, (kept) => ({ ...kept, encrypts: on }));
      return accept();
    },
    certificate: async () => {
      if (!memory.bridges().some(({ encrypts }) => encrypts)) return null;
      const made = await following.certify();
      return made.ok ? made.value.pem : null;
    },
    stop: () => {
      shown.putAway();
      return following.stop();
    },
  };
}
