// Keeps the health file as the accounts are: after each look, and whenever an account comes, goes or changes its state. A disk that
// refuses costs only the file, and is said in the log once.
import { type HealthAbout, type HealthOf, healthFileOf } from '../shared/health-file.ts';
import { healthPlace, writeHealth } from './desktop/health-place.ts';

export interface KeepHealthParts extends Omit<HealthAbout, 'now'> {
  readonly profile: string;
  readonly now: () => number;
  readonly failed: (error: unknown) => void;
}

export interface KeptHealth {
  follow(accounts: readonly HealthOf[]): void;
  /** Resolves when what was last followed is on the disk, or the disk has refused it. */
  settled(): Promise<void>;
}

export function keepHealth({ profile, now, failed, ...about }: KeepHealthParts): KeptHealth {
  const path = healthPlace(profile, about.policy.settings.healthFile);
  let [before, hasFailed] = ['', false];
  let writing = Promise.resolve();
  return {
    follow: (accounts) => {
      const looked = accounts.map(({ address, health, watch }) => [address, health, watch?.lastCheckAt]);
      const seen = JSON.stringify(looked);
      if (seen === before) return;
      before = seen;
      const health = healthFileOf(accounts, { ...about, now: now() });
      writing = writing
        .then(() => writeHealth(path, health))
        .then(
          () => {
            hasFailed = false;
          },
          (error: unknown) => {
            if (!hasFailed) failed(error);
            hasFailed = true;
          },
        );
    },
    settled: () => writing,
  };
}
