// Encryption that does not come about, or not with the right server: certificates, handshakes, STARTTLS.
import type { Fault } from './fault.ts';
import { certificateFaults } from './tls-certificates.ts';
import { handshakeFaults } from './tls-handshakes.ts';

export const tlsFaults: readonly Fault[] = [...certificateFaults, ...handshakeFaults];
