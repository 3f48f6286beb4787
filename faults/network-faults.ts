// The way to the server: addresses that refuse, drop or lead nowhere, the wrong door, and connections that break off or fall silent at
// every phase of every protocol.
import type { Fault } from './fault.ts';
import { addressFaults } from './network-addresses.ts';
import { phaseFaults } from './network-phases.ts';
import { wrongDoorFaults } from './network-wrong-door.ts';

export const networkFaults: readonly Fault[] = [...addressFaults, ...wrongDoorFaults, ...phaseFaults];
