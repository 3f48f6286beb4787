// Where a program connects for one service: the provider's own server, or the bridge's door on this computer. Pure.
import type { BridgeSecurity } from '../../shared/bridge.ts';
import type { HandOverWay } from '../../shared/hand-over.ts';
import type { Service } from '../../shared/mail-provider.ts';
import { loginFor, type Subject } from './subject.ts';

export interface Door {
  readonly service: Service;
  readonly host: string;
  /** Null: the bridge has not been switched on yet, so that no port is chosen. */
  readonly port: number | null;
  readonly security: 'tls' | 'starttls' | 'plain';
  readonly userName: string;
  /** Null: a token takes its place. */
  readonly secret: 'bridge-password' | 'mail-password' | null;
}

/** One that a file can be written for. */
export type OpenDoor = Door & { readonly port: number };

/** The bridge listens here alone. */
const loopback = '127.0.0.1';

/** `security`: which of the bridge's two doors the program gets. Null: the account has no such service. */
export function doorFor(
  subject: Subject,
  way: HandOverWay,
  service: Service,
  security: BridgeSecurity = 'plain',
): Door | null {
  const login = loginFor(subject, service);
  if (!login) return null;
  if (way === 'bridge') {
    const port = subject.bridge?.isOn ? (subject.bridge.ports[service]?.[security] ?? null) : null;
    return { service, host: loopback, port, security, userName: subject.address, secret: 'bridge-password' };
  }
  const { server, loginName } = login;
  const byToken = way !== 'password' && login.by === 'token';
  return { service, ...server, userName: loginName, secret: byToken ? null : 'mail-password' };
}

/** The doors to the services that the account has. */
export const doorsFor = (
  subject: Subject,
  way: HandOverWay,
  services: readonly Service[],
  security: BridgeSecurity = 'plain',
): readonly Door[] => services.flatMap((service) => doorFor(subject, way, service, security) ?? []);

/** The doors to the services; null when one has no port yet, so that nothing can be written down. */
export function openDoors(
  subject: Subject,
  way: HandOverWay,
  services: readonly Service[],
  security: BridgeSecurity = 'plain',
): readonly OpenDoor[] | null {
  const doors = doorsFor(subject, way, services, security);
  return doors.every(isOpen) ? doors : null;
}

const isOpen = (door: Door): door is OpenDoor => door.port !== null;

export const doorTo = (doors: readonly OpenDoor[], service: Service): OpenDoor | null =>
  doors.find((door) => door.service === service) ?? null;
