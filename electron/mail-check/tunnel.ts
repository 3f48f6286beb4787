// One tunnel through a proxy, whichever way the proxy speaks: what it needs, and what comes of it.
import type { Socket } from 'node:net';
import type { MailServer } from '../../shared/mail-provider.ts';

/** Where a proxy is, and what it speaks. */
export interface ProxyPlace {
  readonly kind: 'http' | 'socks5';
  readonly host: string;
  readonly port: number;
}

/** Hands name and password to whoever writes them to the proxy, in that very call. */
export type UseLogin = <T>(use: (name: string, password: string) => T) => T;

/** What a proxy answers, before it is a failure. */
export type Tunnelled =
  | { readonly ok: true; readonly socket: Socket }
  /** It wants a name and a password; `refused`: others than those it was given. */
  | { readonly ok: false; readonly wantsLogin: true; readonly realm: string }
  | { readonly ok: false; readonly wantsLogin: false; readonly said: string };

/** One tunnel over a socket that is connected to the proxy; takes the socket over. */
export type Tunnel = (
  socket: Socket,
  server: MailServer,
  login: UseLogin | null,
  signal: AbortSignal,
) => Promise<Tunnelled>;
