// The way through an organisation's proxy, HTTP CONNECT (RFC 9110 section 9.3.6) or SOCKS 5 (RFC 1928). The proxy is told the server's name
// and looks it up itself: behind one, names of the world outside are often not known.
import type { MailServer } from '../../shared/mail-provider.ts';
import { connectFirst, systemConnect } from './connect-first.ts';
import { findAddresses, systemLookUp } from './find-addresses.ts';
import { tunnelByHttp } from './http-tunnel.ts';
import { MailStop } from './mail-failure.ts';
import type { DirectParts, MailWay } from './mail-way.ts';
import { tunnelBySocks } from './socks-tunnel.ts';
import type { ProxyPlace, Tunnel, Tunnelled, UseLogin } from './tunnel.ts';

const tunnels: Readonly<Record<ProxyPlace['kind'], Tunnel>> = { http: tunnelByHttp, socks5: tunnelBySocks };

export interface ProxyParts extends DirectParts {
  readonly proxy: ProxyPlace;
  /** Asks the person, or remembers; null: nobody can say. `refused`: what was said before is wrong. */
  readonly login: (
    asked: { readonly host: string; readonly port: number; readonly realm: string },
    refused: boolean,
    signal: AbortSignal,
  ) => Promise<UseLogin | null>;
}

export function proxyWay({ proxy, login, lookUp = systemLookUp, connect = systemConnect }: ProxyParts): MailWay {
  const { host, port } = proxy;
  /** What the proxy took last; asked for again when it takes it no more. */
  let known: UseLogin | null = null;

  async function once(
    addresses: readonly string[],
    server: MailServer,
    used: UseLogin | null,
    signal: AbortSignal,
  ): Promise<Tunnelled> {
    const socket = await connectFirst(addresses, port, signal, connect);
    return tunnels[proxy.kind](socket, server, used, signal);
  }

  return {
    find: () => findAddresses(host, lookUp),
    async connect(addresses, server, signal) {
      for (let turn = 0; turn < 3; turn += 1) {
        // Others connect at the same time, and may have learnt another one meanwhile.
        const used = known;
        const tunnelled = await once(addresses, server, used, signal);
        if (tunnelled.ok) return tunnelled.socket;
        if (!tunnelled.wantsLogin) throw proxyStop(proxy, tunnelled.said);
        known = await login({ host, port, realm: tunnelled.realm }, used !== null, signal);
        if (signal.aborted) throw new MailStop({ kind: 'cancelled' });
        if (known === null) throw proxyStop(proxy, tunnelled.realm);
      }
      throw proxyStop(proxy, '');
    },
  };
}

function proxyStop({ host, port }: ProxyPlace, said: string): MailStop {
  const facts = { proxy: `${host}:${port}` };
  return new MailStop({ kind: 'known', code: 'proxy-problem', facts, ...(said === '' ? {} : { said }) });
}
