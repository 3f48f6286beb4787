// Practice as the set-up sees it: started when first chosen, its state sealed in the vault so that a practice account survives quitting.
// Loads nothing of practice before that.
import { Socket } from 'node:net';
import type { PracticeFailure } from '../../shared/practice-failures.ts';
import type { FoundProvider } from '../setup/looking-up.ts';
import type { Keys, TokenVault } from '../setup/outside-world.ts';
import { Secret } from '../setup/secret.ts';
import type { PracticeRoads } from './mail-doors.ts';
import type { Play } from './plays/play.ts';
import type { Practice, PracticeParts } from './practice.ts';

/** The vault's record for practice's own state. */
const practiceKeysId = 'practice';

export interface PracticeRoomParts extends Pick<PracticeParts, 'words' | 'language' | 'direction'> {
  readonly vault: TokenVault;
  readonly logUnexpected: (error: unknown) => void;
}

export interface OpenedPractice {
  readonly found: FoundProvider;
  readonly clientId: string;
  readonly address: string;
}

export interface PracticeRoom {
  start(): Promise<OpenedPractice>;
  play(failure: PracticeFailure | null): void;
  playing(): PracticeFailure | null;
  /** What that changes; nothing while practice does not run. */
  now(): Play;
  /** How a mail check gets to practice's servers; owns none while practice does not run. */
  readonly roads: PracticeRoads;
  /** The authority made for this run; empty while practice does not run. */
  ca(): readonly string[];
  stop(): Promise<void>;
}

/** Makes the room; nothing runs until `start`. */
export function makePracticeRoom({ vault, logUnexpected, ...parts }: PracticeRoomParts): PracticeRoom {
  let running: Promise<Practice> | null = null;
  let opened: Practice | null = null;
  let played: PracticeFailure | null = null;
  let sealing: Promise<void> = Promise.resolve();

  const sealState = (practice: Practice): void => {
    sealing = sealing
      .then(async () => {
        const keys: Keys = {
          renewal: practice.exportState(),
          accessToken: new Secret(''),
          validUntil: 0,
          clientSecret: null,
        };
        await vault.keep(practiceKeysId, keys);
      })
      .catch(logUnexpected);
  };

  async function open(): Promise<Practice> {
    const { startPractice } = await import('./start-practice.ts');
    const kept = await vault.open(practiceKeysId);
    const state = kept.ok ? kept.value?.renewal : null;
    const practice: Practice = await startPractice({
      ...parts,
      ...(state ? { state } : {}),
      onStateChange: () => {
        if (opened) sealState(opened);
      },
      onFault: logUnexpected,
    });
    practice.play(played);
    opened = practice;
    return practice;
  }

  return {
    async start() {
      running ??= open();
      running.catch(() => {
        running = null;
      });
      const { provider, clientId, address } = await running;
      return { found: { is: provider, source: 'practice' }, clientId, address };
    },
    play: (failure) => {
      played = failure;
      opened?.play(failure);
    },
    playing: () => played,
    now: () => opened?.now() ?? {},
    roads: {
      owns: (server) => opened?.roads.owns(server) ?? false,
      handOut: (service, server) => opened?.roads.handOut(service, server) ?? server,
      lookUp: (host) => opened?.roads.lookUp(host) ?? Promise.resolve([]),
      connect: (address, port) => opened?.roads.connect(address, port) ?? new Socket().destroy(),
    },
    ca: () => opened?.ca ?? [],
    stop: async () => {
      await sealing;
      await opened?.stop();
    },
  };
}
