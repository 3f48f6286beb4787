// The way to the server: addresses that refuse, drop or lead nowhere, and connections that break off, fall silent or drip, at every
// phase of every protocol.
import type { Fault } from './fault.ts';
import { phaseFaults } from './network-phases.ts';

export const networkFaults: readonly Fault[] = [...phaseFaults];
