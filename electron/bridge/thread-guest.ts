// The bridge inside its own thread: the doors, the dialogs and the bytes, away from whatever keeps the window's thread busy. Keys, trust and
// what is remembered are asked of main.
import { services } from '../../shared/mail-provider.ts';
import type { OpenedBridge } from '../setup/bridge-world.ts';
import type { Keys, Outcome } from '../setup/outside-world.ts';
import { Secret } from '../setup/secret.ts';
import type { BridgeParts } from './bridge-parts.ts';
import { englishWords, fillIn } from './english-words.ts';
import { makeBridge } from './make-bridge.ts';
import type { MainCalls, Sentences, ThreadCalls, ThreadPlace } from './thread-calls.ts';
import { type Line, makeLine, type ThreadPort } from './thread-line.ts';
import { keyOfDoor, wantedDoors } from './wanted-doors.ts';

export interface ThreadGuestParts {
  readonly port: ThreadPort;
  /** A road to a server; `ask` reaches main for what only main knows of the way. */
  readonly openRoad: (
    ask: Line<MainCalls>['ask'],
    place: ThreadPlace,
    ...rest: Parameters<BridgeParts['openRoad']>
  ) => ReturnType<BridgeParts['openRoad']>;
}

export function serveThread({ port, openRoad }: ThreadGuestParts): void {
  let sentences: Sentences | null = null;
  let opened: readonly OpenedBridge[] = [];
  const tell = (said: Promise<unknown>): void => void said.catch(() => undefined);
  const failed = (error: unknown): void =>
    tell(line.ask('failed', error instanceof Error ? (error.stack ?? error.message) : String(error)));

  const line = makeLine<MainCalls, ThreadCalls>(port, {
    follow: async (next) => {
      const before = opened;
      opened = next;
      await bridge.follow(next);
      for (const { kept } of before) tellStanding(kept.accountId);
    },
    certificate: () => bridge.certificate(),
    words: (next) => {
      sentences = next;
    },
  });

  const bridge = makeBridge({
    clock: {
      now: Date.now,
      after: (ms, call) => {
        const timer = setTimeout(call, ms);
        return () => clearTimeout(timer);
      },
    },
    async fresh(account): Promise<Outcome<Keys>> {
      const answer = await line.ask('keys', account);
      if (!answer.ok) return answer;
      const { accessToken, password } = answer.value;
      const keys = { accessToken: new Secret(accessToken), renewal: null, clientSecret: null, validUntil: 0 };
      return { ok: true, value: password === undefined ? keys : { ...keys, password: new Secret(password) } };
    },
    async openRoad(account, service, attempt) {
      const place = await line.ask('place', { account, service });
      return openRoad(line.ask, place, account, service, attempt);
    },
    words: (key, values) => (sentences ? fillIn(sentences[key], values) : englishWords(key, values)),
    hearer: {
      changed: (accountId) => tellStanding(accountId),
      used: (accountId, programId, at) => tell(line.ask('used', { accountId, programId, at })),
      refused: (accountId, problem) => tell(line.ask('refused', { accountId, problem })),
    },
    sealed: {
      read: () => line.ask('readSealed', null),
      write: (text) => line.ask('writeSealed', text),
    },
    failed,
  });

  // One connection's bug is not the others' end; whatever is worse ends the thread, and it is begun anew.
  process.on('unhandledRejection', failed);

  function tellStanding(accountId: string): void {
    const kept = opened.find((each) => each.kept.accountId === accountId)?.kept;
    const wanted = kept ? wantedDoors(kept, services) : [];
    const views = kept ? bridge.doors(kept, services) : [];
    const doors = Object.fromEntries(
      views.map(({ state, holder }, index) => {
        const door = wanted[index];
        return [door ? keyOfDoor(door) : '', holder === undefined ? { state } : { state, holder }];
      }),
    );
    tell(line.ask('changed', { accountId, seen: bridge.seen(accountId), doors }));
  }
}
