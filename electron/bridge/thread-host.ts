// The bridge as main sees it while it runs in a thread of its own: hands over what shall be open, answers what the thread asks, and remembers
// what it last said of itself. A thread that breaks is begun anew.
import type { Service } from '../../shared/mail-provider.ts';
import { problemOf } from '../../shared/problem.ts';
import type { Bridge, BridgeHearer, OpenedBridge } from '../setup/bridge-world.ts';
import type { AccountRecord } from '../setup/memory.ts';
import type { Clock, Renewing } from '../setup/outside-world.ts';
import type { SealedText } from './bridge-parts.ts';
import { makeBridgePassword } from './bridge-password.ts';
import { choosePorts } from './choose-ports.ts';
import { holderOf } from './port-holder.ts';
import type { AccountStanding, MainCalls, Sentences, ThreadCalls, ThreadPlace } from './thread-calls.ts';
import { type Answering, type Line, makeLine, type ThreadPort } from './thread-line.ts';
import { keyOfDoor, viewOfDoor, wantedDoors } from './wanted-doors.ts';

export interface RunningThread {
  readonly port: ThreadPort;
  /** It has ended by itself, which it should not. */
  readonly broke: Promise<unknown>;
  stop(): Promise<unknown>;
}

export interface ThreadHostParts extends Pick<Answering<MainCalls>, 'practiceFind' | 'practiceConnect' | 'proxyLogin'> {
  readonly clock: Clock;
  readonly start: () => RunningThread;
  readonly fresh: Renewing['fresh'];
  readonly place: (account: AccountRecord, service: Service) => ThreadPlace;
  /** In the person's language as it is now. */
  readonly sentences: () => Promise<Sentences>;
  readonly language: () => string;
  readonly sealed: SealedText;
  readonly hearer: BridgeHearer;
  readonly failed: (error: unknown) => void;
}

/** For a key that has to be renewed first. */
const keysMs = 45_000;
/** Until a thread that broke is begun anew; doubled as long as none has opened the doors again. */
const againMs = 1_000;
const againAtMostMs = 60_000;

export function makeThreadBridge(parts: ThreadHostParts): Bridge {
  const { clock, hearer, failed, sealed } = parts;
  const standings = new Map<string, AccountStanding>();
  let opened: readonly OpenedBridge[] = [];
  let running: { readonly thread: RunningThread; readonly line: Line<ThreadCalls> } | null = null;
  let spoken: string | null = null;
  let isStopped = false;
  let waitMs = againMs;

  const answering: Answering<MainCalls> = {
    async keys(account) {
      const end = new AbortController();
      const cancel = clock.after(keysMs, () => end.abort());
      try {
        const keys = await parts.fresh(account, end);
        if (!keys.ok) return keys;
        const { accessToken, password } = keys.value;
        const open = { accessToken: accessToken.open() };
        return { ok: true, value: password ? { ...open, password: password.open() } : open };
      } catch (error) {
        failed(error);
        return { ok: false, problem: problemOf('unexpected') };
      } finally {
        cancel();
      }
    },
    place({ account, service }) {
      void sayWords().catch(failed);
      return parts.place(account, service);
    },
    practiceFind: parts.practiceFind,
    practiceConnect: parts.practiceConnect,
    proxyLogin: parts.proxyLogin,
    readSealed: () => sealed.read(),
    writeSealed: (text) => sealed.write(text),
    changed(standing) {
      standings.set(standing.accountId, standing);
      hearer.changed(standing.accountId);
    },
    used: ({ accountId, programId, at }) => hearer.used(accountId, programId, at),
    refused: ({ accountId, problem }) => hearer.refused(accountId, problem),
    failed: (said) => failed(new Error(said)),
  };

  function run(): Line<ThreadCalls> {
    if (running) return running.line;
    const thread = parts.start();
    const line = makeLine<ThreadCalls, MainCalls>(thread.port, answering);
    const mine = { thread, line };
    running = mine;
    spoken = null;
    void thread.broke.then((error) => {
      line.cut();
      if (running !== mine) return;
      running = null;
      const ids = [...standings.keys()];
      standings.clear();
      failed(error);
      if (isStopped) return;
      for (const id of ids) hearer.changed(id);
      clock.after(waitMs, () => void follow().catch(failed));
      waitMs = Math.min(waitMs * 2, againAtMostMs);
    });
    return line;
  }

  /** Once for each language. */
  async function sayWords(): Promise<void> {
    const language = parts.language();
    if (spoken === language || !running) return;
    spoken = language;
    await running.line.ask('words', await parts.sentences());
  }

  async function follow(): Promise<void> {
    if (isStopped || (!running && opened.length === 0)) return;
    const line = run();
    await sayWords();
    await line.ask('follow', opened);
    waitMs = againMs;
    const ids = new Set(opened.map(({ kept }) => kept.accountId));
    for (const id of standings.keys()) if (!ids.has(id)) standings.delete(id);
  }

  return {
    follow: (next) => {
      opened = next;
      return follow().catch(failed);
    },
    doors: (kept, services) =>
      wantedDoors(kept, services).map((door) =>
        viewOfDoor(door, standings.get(door.accountId)?.doors[keyOfDoor(door)]),
      ),
    seen: (accountId) => standings.get(accountId)?.seen ?? { sessions: 0 },
    choosePorts,
    holderOf,
    makePassword: (program) => makeBridgePassword(program, clock.now()),
    certificate: () => run().ask('certificate', null),
    async stop() {
      isStopped = true;
      const last = running;
      running = null;
      if (!last) return;
      await last.line.ask('follow', []).catch(failed);
      last.line.cut();
      await last.thread.stop();
    },
  };
}
