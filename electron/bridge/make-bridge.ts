// The bridge: doors on loopback for mail programs that know only user name and password, as many as are switched on. Joins its parts and
// follows what Postkey remembers; speaks no protocol, opens no secret.
import type { SecureContext } from 'node:tls';
import type { Bridge, OpenedBridge } from '../setup/bridge-world.ts';
import { type AccountHouse, openHouse } from './account-house.ts';
import { keepCertificate } from './bridge-certificate.ts';
import { usualLimits } from './bridge-limits.ts';
import type { BridgeParts } from './bridge-parts.ts';
import { makeBridgePassword } from './bridge-password.ts';
import { choosePorts } from './choose-ports.ts';
import { type Door, openDoor } from './door.ts';
import { holderOf } from './port-holder.ts';
import { type DoorStanding, doorsToOpen, keyOfDoor, viewOfDoor, type WantedDoor, wantedDoors } from './wanted-doors.ts';

type DoorState = { readonly kind: 'open'; readonly door: Door } | { readonly kind: 'taken'; readonly holder?: string };

export function makeBridge(parts: BridgeParts): Bridge {
  const { clock, hearer, failed } = parts;
  const limits = { ...usualLimits, ...parts.limits };
  const houses = new Map<string, AccountHouse>();
  const doors = new Map<string, { readonly wanted: WantedDoor; state: DoorState }>();
  const certificate = keepCertificate(parts.sealed, clock);
  /** One after the other: the last one counts. */
  let following: Promise<void> = Promise.resolve();

  async function openOne(key: string, wanted: WantedDoor, context: SecureContext | null): Promise<void> {
    const { accountId, service, security, port } = wanted;
    const house = houses.get(accountId);
    if (!house || (security === 'tls' && !context)) return;
    try {
      const host = house.host(service, security);
      const door = await openDoor({ port, host, failed, ...(context ? { secureContext: context } : {}) });
      doors.set(key, { wanted, state: { kind: 'open', door } });
    } catch (error) {
      if (!isRefusedPort(error)) throw error;
      const known = doors.get(key)?.state;
      doors.set(key, { wanted, state: known?.kind === 'taken' ? known : { kind: 'taken' } });
      nameHolder(key, port);
    }
    hearer.changed(accountId);
  }

  /** Nobody waits for it: systems take their time to say whose a port is. */
  function nameHolder(key: string, port: number): void {
    holderOf(port).then((holder) => {
      const door = doors.get(key);
      if (door?.state.kind !== 'taken' || !holder || door.state.holder === holder) return;
      door.state = { kind: 'taken', holder };
      hearer.changed(door.wanted.accountId);
    }, failed);
  }

  function withoutKey(error: unknown): null {
    failed(error);
    return null;
  }

  async function follow(opened: readonly OpenedBridge[]): Promise<void> {
    const on = opened.filter(({ kept }) => kept.isOn);
    for (const each of on) {
      const house = houses.get(each.kept.accountId);
      if (house) house.update(each);
      else houses.set(each.kept.accountId, openHouse(parts, limits, each));
    }
    const wanted = new Map(on.flatMap(doorsToOpen).map((each) => [keyOfDoor(each), each]));
    const closing = [...doors].filter(([key]) => !wanted.has(key));
    await Promise.all(
      closing.map(async ([key, { wanted: old, state }]) => {
        doors.delete(key);
        if (state.kind === 'open') await state.door.close();
        hearer.changed(old.accountId);
      }),
    );
    const ids = new Set(on.map(({ kept }) => kept.accountId));
    for (const id of houses.keys()) if (!ids.has(id)) houses.delete(id);
    const missing = [...wanted].filter(([key]) => doors.get(key)?.state.kind !== 'open');
    const needsKey = missing.some(([, { security }]) => security === 'tls');
    // Without one the encrypted doors stay closed, and only they.
    const context = needsKey ? await certificate.context().catch(withoutKey) : null;
    await Promise.all(missing.map(([key, each]) => openOne(key, each, each.security === 'tls' ? context : null)));
  }

  return {
    follow(opened) {
      following = following.then(() => follow(opened)).catch(failed);
      return following;
    },
    doors: (kept, of) =>
      wantedDoors(kept, of).map((each) => viewOfDoor(each, standingOf(doors.get(keyOfDoor(each))?.state))),
    seen: (accountId) => houses.get(accountId)?.seen() ?? { sessions: 0 },
    choosePorts,
    holderOf,
    makePassword: (program) => makeBridgePassword(program, clock.now()),
    certificate: certificate.show,
    stop() {
      return this.follow([]);
    },
  };
}

function standingOf(state: DoorState | undefined): DoorStanding | undefined {
  if (state === undefined || state.kind === 'open') return state && { state: 'open' };
  return state.holder === undefined ? { state: 'taken' } : { state: 'taken', holder: state.holder };
}

/** EACCES: Windows keeps some ports for itself. */
function isRefusedPort(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'EADDRINUSE' || code === 'EACCES' || code === 'EADDRNOTAVAIL';
}
