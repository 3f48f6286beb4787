// Test only: a bridge without sockets that does what the interface says and remembers what it was told. The real one is tried in its own
// room and in the journeys.
import type { BridgeDoorView } from '../../shared/bridge.ts';
import type { Bridge, BridgeHearer, BridgeSeen, OpenedBridge } from './bridge-world.ts';
import type { BridgePorts } from './kept-bridge.ts';
import { Secret } from './secret.ts';

export interface SmallBridge {
  readonly load: (hear: BridgeHearer) => Promise<Bridge>;
  /** Each time that something else was to be open. */
  readonly followed: (readonly OpenedBridge[])[];
  /** Ports that other programs have, and which. */
  readonly taken: Map<number, string>;
  readonly seen: Map<string, BridgeSeen>;
  /** Undefined until it was loaded. */
  readonly hear: () => BridgeHearer | undefined;
  isStopped(): boolean;
}

export const smallPassword = 'made-up-for-one-program';

export function makeSmallBridge(): SmallBridge {
  const followed: (readonly OpenedBridge[])[] = [];
  const taken = new Map<number, string>();
  const seen = new Map<string, BridgeSeen>();
  let [nextPort, nextProgram, stopped] = [4_000, 1, false];
  let hearer: BridgeHearer | undefined;

  const bridge: Bridge = {
    follow: async (opened) => {
      followed.push(opened);
    },
    doors: (kept, services) =>
      services.flatMap((service) => {
        const at = kept.ports[service];
        if (!at) return [];
        const isOpen = followed.at(-1)?.some(({ account }) => account.id === kept.accountId) === true;
        const holder = taken.get(at.plain);
        const state = holder === undefined ? 'open' : 'taken';
        const door: BridgeDoorView = {
          service,
          security: 'plain',
          port: at.plain,
          state: isOpen ? state : 'closed',
          ...(isOpen && holder ? { holder } : {}),
        };
        return [door];
      }),
    seen: (id) => seen.get(id) ?? { sessions: 0 },
    choosePorts: async (services) => {
      const ports = services.map((service) => {
        nextPort += 2;
        return [service, { plain: nextPort, tls: nextPort + 1 }];
      });
      return Object.fromEntries(ports) as BridgePorts;
    },
    holderOf: async (port) => taken.get(port) ?? null,
    makePassword: (program) => {
      const id = `program-${nextProgram}`;
      nextProgram += 1;
      return {
        kept: { id, program, salt: 'c2FsdHNhbHRzYWx0c2FsdA', hash: 'aGFzaGhhc2hoYXNoaGFzaA', madeAt: 5 },
        password: new Secret(smallPassword),
      };
    },
    certificate: async () => ({ ok: true, value: { sha256: 'AA:BB', validUntil: 99, pem: 'PEM' } }),
    stop: async () => {
      stopped = true;
    },
  };
  return {
    load: async (hear) => {
      hearer = hear;
      return bridge;
    },
    followed,
    taken,
    seen,
    hear: () => hearer,
    isStopped: () => stopped,
  };
}
