// A bridge as the window shows it, and which bridges shall be open. Pure; no password in it.
import type { BridgeDoorView, BridgeView } from '../../shared/bridge.ts';
import { type Service, services } from '../../shared/mail-provider.ts';
import type { Bridge, BridgeCertificate, OpenedBridge } from './bridge-world.ts';
import type { BridgePorts, KeptBridge } from './kept-bridge.ts';
import type { AccountRecord } from './memory.ts';

/** What is known of the bridge that runs; absent while none has been needed. */
export interface RunningBridge {
  readonly bridge: Pick<Bridge, 'doors' | 'seen'> | null;
  readonly certificate: BridgeCertificate | null;
}

export function bridgeView(account: AccountRecord, kept: KeptBridge, running: RunningBridge): BridgeView {
  const wanted = doorServices(account);
  const { bridge, certificate } = running;
  const { refusal, wrongDoor, sessions } = bridge?.seen(account.id) ?? { sessions: 0 };
  return {
    accountId: account.id,
    isOn: kept.isOn,
    loginName: account.address,
    doors: bridge?.doors(kept, wanted) ?? closedDoors(kept, wanted),
    programs: kept.programs.map(({ id, program, madeAt, lastUsedAt }) => ({
      id,
      program,
      madeAt,
      ...(lastUsedAt === undefined ? {} : { lastUsedAt }),
    })),
    sessions,
    ...(kept.encrypts && certificate
      ? { certificate: { sha256: certificate.sha256, validUntil: certificate.validUntil } }
      : {}),
    ...(refusal ? { refusal } : {}),
    ...(wrongDoor ? { wrongDoor } : {}),
  };
}

/** In the order in which services are shown. */
export function doorServices({ wanted }: Pick<AccountRecord, 'wanted'>): readonly Service[] {
  return services.filter((service) => wanted.includes(service));
}

function closedDoors({ ports, encrypts }: KeptBridge, wanted: readonly Service[]): readonly BridgeDoorView[] {
  return wanted.flatMap((service) => {
    const at = ports[service];
    if (!at) return [];
    const plain: BridgeDoorView = { service, security: 'plain', port: at.plain, state: 'closed' };
    return encrypts ? [plain, { ...plain, security: 'tls' as const, port: at.tls }] : [plain];
  });
}

/** Services of the account that no port has been chosen for yet. */
export function servicesWithoutPort({ account, kept }: OpenedBridge): readonly Service[] {
  return doorServices(account).filter((service) => kept.ports[service] === undefined);
}

/** Whose door a port is in one of the bridges, whether open or not. */
export function doorAt(
  bridges: readonly KeptBridge[],
  port: number,
): { readonly accountId: string; readonly service: Service; readonly security: 'plain' | 'tls' } | null {
  for (const { accountId, ports } of bridges) {
    for (const service of services) {
      const at = ports[service];
      if (at?.plain === port) return { accountId, service, security: 'plain' };
      if (at?.tls === port) return { accountId, service, security: 'tls' };
    }
  }
  return null;
}

export function withPorts(kept: KeptBridge, chosen: BridgePorts): KeptBridge {
  return { ...kept, ports: { ...kept.ports, ...chosen } };
}

/** Changes exactly when a running bridge has to know; what a look saw and when a program came are nothing to it. */
export function signatureOf(opened: readonly OpenedBridge[]): string {
  return JSON.stringify(
    opened.map(({ account: { watch: _watch, addedAt: _addedAt, ...account }, kept }) => ({
      account,
      kept: { ...kept, programs: kept.programs.map(({ id, salt, hash }) => ({ id, salt, hash })) },
    })),
  );
}
