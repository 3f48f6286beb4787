// The packing list: every group of injected faults. The order here is that of the table.
import { clockFaults } from './clock-faults.ts';
import { discoveryFaults } from './discovery-faults.ts';
import { diskFaults } from './disk-faults.ts';
import { dnsFaults } from './dns-faults.ts';
import type { Fault } from './fault.ts';
import { imapFaults } from './imap-faults.ts';
import { keyStoreFaults } from './key-store-faults.ts';
import { networkFaults } from './network-faults.ts';
import { oauthFaults } from './oauth-faults.ts';
import { popFaults } from './pop-faults.ts';
import { smtpFaults } from './smtp-faults.ts';
import { tlsFaults } from './tls-faults.ts';
import { watchFaults } from './watch-faults.ts';

export const allFaults: readonly Fault[] = [
  ...networkFaults,
  ...tlsFaults,
  ...imapFaults,
  ...popFaults,
  ...smtpFaults,
  ...watchFaults,
  ...oauthFaults,
  ...discoveryFaults,
  ...dnsFaults,
  ...keyStoreFaults,
  ...diskFaults,
  ...clockFaults,
];
