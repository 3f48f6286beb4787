// Which doors an account's bridge has, and how each is shown. Pure.
import { type BridgeDoorView, type BridgeSecurity, bridgeSecurities } from '../../shared/bridge.ts';
import { type Service, services } from '../../shared/mail-provider.ts';
import type { OpenedBridge } from '../setup/bridge-world.ts';
import type { KeptBridge } from '../setup/kept-bridge.ts';

export interface WantedDoor {
  readonly accountId: string;
  readonly service: Service;
  readonly security: BridgeSecurity;
  readonly port: number;
}

export const keyOfDoor = ({ accountId, service, security, port }: WantedDoor): string =>
  `${accountId} ${service} ${security} ${port}`;

/** Those that have a port. */
export function wantedDoors(kept: KeptBridge, of: readonly Service[]): readonly WantedDoor[] {
  const { accountId, ports, encrypts } = kept;
  return of.flatMap((service) =>
    bridgeSecurities.flatMap((security) => {
      const port = ports[service]?.[security];
      return port === undefined || (security === 'tls' && !encrypts) ? [] : [{ accountId, service, security, port }];
    }),
  );
}

/** Those for which the provider has a server. */
export const doorsToOpen = ({ account, kept }: OpenedBridge): readonly WantedDoor[] =>
  wantedDoors(
    kept,
    services.filter((service) => account.provider.servers[service]),
  );

/** How a door stands; absent: closed. */
export type DoorStanding = Pick<BridgeDoorView, 'state' | 'holder'>;

export function viewOfDoor(
  { service, security, port }: WantedDoor,
  standing: DoorStanding | undefined,
): BridgeDoorView {
  return { service, security, port, ...(standing ?? { state: 'closed' }) };
}
