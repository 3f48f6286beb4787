// Finds ports for an account's doors: above those that need rights, below those that systems hand out to connections (Linux from 32768,
// others from 49152), and easy to know again, as their last three digits are those of the usual ports.
import { type Service, services } from '../../shared/mail-provider.ts';
import type { BridgePorts } from '../setup/kept-bridge.ts';
import { closeServer, hasNoIpv6, listen } from './door.ts';

const endings: Readonly<Record<Service, { readonly plain: number; readonly tls: number }>> = {
  imap: { plain: 143, tls: 993 },
  pop: { plain: 110, tls: 995 },
  smtp: { plain: 587, tls: 465 },
};
const firstThousand = 17;
const lastThousand = 31;

/** Free at this moment, and in no other account's bridge. All of one account stand in the same thousand where they can. */
export async function choosePorts(wanted: readonly Service[], others: readonly BridgePorts[]): Promise<BridgePorts> {
  const taken = new Set(others.flatMap((ports) => services.flatMap((service) => Object.values(ports[service] ?? {}))));
  const isFree = async (port: number): Promise<boolean> => !taken.has(port) && (await canListen(port));
  const pairFrom = async (service: Service, thousand: number) => {
    const { plain, tls } = endings[service];
    const pair = { plain: thousand * 1000 + plain, tls: thousand * 1000 + tls };
    return (await isFree(pair.plain)) && (await isFree(pair.tls)) ? pair : null;
  };
  const thousands = Array.from({ length: lastThousand - firstThousand + 1 }, (_, index) => firstThousand + index);
  for (const thousand of thousands) {
    const pairs = await Promise.all(
      wanted.map(async (service) => [service, await pairFrom(service, thousand)] as const),
    );
    if (pairs.every(([, pair]) => pair !== null)) return Object.fromEntries(pairs);
  }
  // A crowded computer: whatever is free, still in the same range.
  const found: [Service, { plain: number; tls: number }][] = [];
  for (const service of wanted) {
    const plain = await anyFree(isFree, taken);
    const tls = await anyFree(isFree, taken);
    found.push([service, { plain, tls }]);
  }
  return Object.fromEntries(found);
}

async function anyFree(isFree: (port: number) => Promise<boolean>, taken: Set<number>): Promise<number> {
  for (let port = firstThousand * 1000; port < (lastThousand + 1) * 1000; port += 1) {
    if (!(await isFree(port))) continue;
    taken.add(port);
    return port;
  }
  throw new Error('No port of this computer is free');
}

/** On both addresses; a computer without IPv6 has one. */
export async function canListen(port: number): Promise<boolean> {
  for (const address of ['127.0.0.1', '::1']) {
    try {
      await closeServer(await listen(port, address, (socket) => socket.destroy()));
    } catch (error) {
      if (address === '127.0.0.1' || !hasNoIpv6(error)) return false;
    }
  }
  return true;
}
