// What a hand-over sheet is made of, from an account or from the set-up in progress. Pure.
import { services } from '../../shared/mail-provider.ts';
import { isBridgeAllowed, isTokenCommandAllowed, type PolicyInForce } from '../../shared/policy.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import { accountOfSetup } from './account-of-setup.ts';
import type { HandOverAbout } from './hand-over-world.ts';
import type { KeptBridge } from './kept-bridge.ts';
import type { AccountRecord } from './memory.ts';

export interface BesideTheAccount {
  readonly bridge: KeptBridge | null;
  /** The organisation's certificate authorities, PEM. */
  readonly ca: readonly string[];
  readonly policy: PolicyInForce;
}

export function handOverAbout(account: AccountRecord, { bridge, ca, policy }: BesideTheAccount): HandOverAbout {
  const { id, address, signsInAs, provider, practice, wanted, loginNames, passwordFor = [] } = account;
  return {
    accountId: id,
    address,
    ...(signsInAs ? { signsInAs } : {}),
    provider,
    logins: services
      .filter((service) => wanted.includes(service))
      .flatMap((service) => {
        const server = provider.servers[service];
        if (!server) return [];
        const by = passwordFor.includes(service) ? ('password' as const) : ('token' as const);
        return [{ service, server, loginName: loginNames[service] ?? address, by }];
      }),
    practice,
    bridge,
    ca: ca.length === 0 ? null : ca.map((pem) => `${pem.trim()}\n`).join(''),
    off: [
      ...(isBridgeAllowed(policy) ? [] : (['bridge'] as const)),
      ...(isTokenCommandAllowed(policy) ? [] : (['command'] as const)),
    ],
  };
}

/** Null: it has not come so far that there is anything to hand over. */
export function accountInProgress(view: SetupView | null, id: string, now: number): AccountRecord | null {
  if (view?.id !== id || !view.address || !view.provider) return null;
  return view.registration || view.way === 'password' ? accountOfSetup(view, now) : null;
}
