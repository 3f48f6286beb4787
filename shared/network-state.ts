// The way from this computer to the net, as the window is shown it: which proxy, and who signs the certificates. What servers and proxies
// say of themselves is cleaned and cut. No name and no password is in it.
import * as z from 'zod/mini';
import type { Service } from './mail-provider.ts';
import type { Problem } from './problem.ts';

/** A proxy asks who is there. */
export interface ProxyAsk {
  readonly host: string;
  readonly port: number;
  /** What the proxy calls itself; may be empty. */
  readonly realm: string;
  /** It did not take the last answer. */
  readonly refused: boolean;
}

/**
 * `public`: an authority that browsers know. `system`: one that somebody put into this computer's store, as a company's filter does.
 * `organisation`: the one that preset or policy gave. `nobody`: not trusted.
 */
export type SignerKind = 'public' | 'system' | 'organisation' | 'nobody';

export interface WayFound {
  /** `sign-in`: the provider's sign-in page, over HTTPS. */
  readonly what: 'sign-in' | Service;
  readonly host: string;
  readonly port: number;
  /** `proxy.example:3128`; absent: straight. */
  readonly proxy?: string;
  readonly signer?: { readonly name: string; readonly kind: SignerKind };
  readonly problem?: Problem;
}

export interface NetworkView {
  readonly looking: boolean;
  /** When the last look ended, epoch milliseconds; absent: none yet. */
  readonly lookedAt?: number;
  readonly found: readonly WayFound[];
}

export const networkRequests = {
  'network.look': z.strictObject({}),
  'proxy.signIn': z.strictObject({
    name: z.string().check(z.maxLength(300)),
    password: z.string().check(z.maxLength(1000)),
  }),
  'proxy.decline': z.strictObject({}),
} as const;
