// Joins what concerns the way to the net: the proxy's own login, the way of mail through a proxy, and the look at all of it. Decides nothing.
import { type MailProxy, type PolicyInForce, proxyOf } from '../shared/policy.ts';
import { lookAtPages } from './desktop/look-at-page.ts';
import type { Network } from './desktop/network.ts';
import { lookAtServers } from './mail-check/look-at-server.ts';
import { directWay, type MailWay } from './mail-check/mail-way.ts';
import { proxyWay } from './mail-check/proxy-way.ts';
import { signerKind, signerName } from './mail-check/signer-kind.ts';
import { makeNetworkLook, type NetworkLook, type NetworkLookParts } from './setup/network-look.ts';
import type { ProxySignIn } from './setup/proxy-sign-in.ts';

/** Null: mail servers are reached straight. */
export function mailProxyOf(policy: PolicyInForce): MailProxy | null {
  const proxy = proxyOf(policy);
  return typeof proxy === 'string' ? null : proxy;
}

/** As the organisation laid it down; straight where it did not. A mail server on this very computer is always reached straight. */
export function mailWayOf(policy: PolicyInForce, { loginFor }: Pick<ProxySignIn, 'loginFor'>): MailWay {
  const proxy = mailProxyOf(policy);
  if (proxy === null) return directWay();
  return proxyWay({ proxy, login: (asked, refused, signal) => loginFor(asked, refused, { signal }) });
}

export interface NetworkRoomParts extends Omit<NetworkLookParts, 'page' | 'server' | 'mailProxy'> {
  readonly network: Network;
  readonly policy: PolicyInForce;
  readonly way: MailWay;
}

export function openNetworkLook(parts: NetworkRoomParts): NetworkLook {
  const proxy = proxyOf(parts.policy);
  return makeNetworkLook({
    ...parts,
    page: lookAtPages({ network: parts.network, signerKind, signerName }),
    server: lookAtServers({ way: parts.way }),
    mailProxy: typeof proxy === 'string' ? null : `${proxy.host}:${proxy.port}`,
  });
}
