// Test only: Postkey without Electron, all its adapters real, with practice in it and a person who does what the pages say.
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PracticeFailure } from '../shared/practice-failures.ts';
import { type Problem, problemOf } from '../shared/problem.ts';
import { type StepId, setupSteps } from '../shared/setup-steps.ts';
import { makeMailCheck } from './mail-check/make-mail-check.ts';
import { playWorld } from './practice/play-world.ts';
import { makePracticeRoom } from './practice/practice-room.ts';
import { english } from './practice/practice-words.test-part.ts';
import { makeVisitor, type Visit } from './practice/visitor.test-part.ts';
import type { World } from './setup/bench.ts';
import { ownOfPractice } from './setup/own-of-practice.ts';
import type { Postkey } from './setup/postkey.ts';
import { handlersOf } from './setup/postkey-requests.ts';
import { planOfAccount } from './setup/sign-in-plan.ts';
import { startPostkey } from './setup/small-postkey.test-part.ts';
import { makeSmallWorld } from './setup/small-world.test-part.ts';
import { httpsFetch } from './sign-in/https-fetch.test-part.ts';
import { makeLoopback } from './sign-in/loopback/make-loopback.ts';
import { waysOver } from './sign-in/ways-over.test-part.ts';
import { makeAesCipher } from './token-vault/aes-cipher.test-part.ts';
import { makeTokenVault } from './token-vault/make-token-vault.ts';
import { makeRenewing } from './watch/renewing.ts';
import { makeWatching } from './watch/watching.ts';

const clock: World['clock'] = {
  now: () => Date.now(),
  after: (ms, call) => {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
};

export interface WholePractice {
  readonly postkey: Postkey;
  readonly handlers: ReturnType<typeof handlersOf>;
  readonly world: World;
  /** Walks a set-up with this failure from its first step to where it stops; null: to its end. */
  walk(failure: PracticeFailure | null, way?: 'browser' | 'device'): Promise<Stopped | null>;
  stop(): Promise<void>;
}

export interface Stopped {
  readonly step: StepId;
  readonly problem: Problem;
}

/** The ladders' deadline, shorter than in earnest: silence is waited for. */
const ladderMs = 1_500;

export async function openWholePractice(): Promise<WholePractice> {
  const folder = await mkdtemp(join(tmpdir(), 'postkey-whole-'));
  const logUnexpected = (error: unknown): string => {
    throw error;
  };
  const makeVault = (cipher: Parameters<typeof makeTokenVault>[0]['cipher'], place: string) =>
    makeTokenVault({ cipher, folder: place, now: Date.now });
  const keptVault = makeVault(makeAesCipher(randomBytes(32)), join(folder, 'vault'));
  const room = makePracticeRoom({ ...english, vault: keptVault, logUnexpected });
  const loopbackParts = {
    words: (key: string) => key,
    language: () => 'en',
    direction: () => 'ltr' as const,
    clock,
    logUnexpected,
  };
  const small = makeSmallWorld();
  let browser: (url: string) => void = () => undefined;
  const played = playWorld({
    room,
    ...ownOfPractice(() => postkey),
    vault: keptVault,
    makeVault,
    mailCheck: makeMailCheck({ now: Date.now }),
    practiceMailCheck: makeMailCheck({ now: Date.now, ...room.roads, deadlineMs: ladderMs }),
    loopback: makeLoopback(loopbackParts),
    cutLoopback: makeLoopback({ ...loopbackParts, limits: { connectionMs: 1, connections: 0 } }),
    desktop: {
      ...small.world.desktop,
      openInBrowser: async (url) => {
        if (url === '') return { ok: false, problem: problemOf('browser-not-opened') };
        browser(url);
        return { ok: true, value: 'A browser' };
      },
    },
  });
  const ways = waysOver(httpsFetch(''));
  const renewing = makeRenewing({ ways, vault: played.vault, clock, planOf: planOfAccount });
  const watching = makeWatching({ renewing, mailCheck: played.mailCheck, clock, ca: room.ca });
  const world: World = {
    ...small.world,
    ...played,
    ways,
    renewing,
    watching,
    clock,
    practice: room,
    ca: room.ca,
    newId: randomUUID,
  };
  const { postkey } = startPostkey({}, { ...small, world });
  const handlers = handlersOf(postkey);
  const setup = () => {
    const view = postkey.setup()?.view();
    if (!view) throw new Error('No set-up is in progress');
    return view;
  };
  const stopped = (): Stopped | null => {
    for (const step of setupSteps) {
      const status = setup().steps[step];
      const { problem } = status.kind === 'noted' && step === 'request' ? status : {};
      if (problem) return { step, problem };
      if (status.kind === 'failed') return { step, problem: status.problem };
    }
    return null;
  };
  const until = async (isSo: () => boolean): Promise<void> => {
    const end = Date.now() + 8_000;
    while (!isSo()) {
      if (Date.now() > end) throw new Error(`It stays at ${JSON.stringify(setup().steps)}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  const isOver = (): boolean => stopped() !== null;

  /** Follows the pages; a page that leads nowhere is copied into Postkey. */
  const signInAt = async (url: string): Promise<void> => {
    const visitor = makeVisitor(new URL(url).origin);
    const seen = await visitor.open(url);
    const message = seen.page?.querySelector('.said')?.textContent;
    if (message) await handlers['response.paste']({ text: message });
    if (!seen.page?.querySelector('form')) return;
    const consent = await visitor.press(seen, 'go-on', { password: 'x' });
    await bringBack(consent.page ? await visitor.press(consent, 'allow') : consent);
  };
  const bringBack = async ({ page, url }: Visit): Promise<void> => {
    if (!page) await httpsFetch('')(url.href).catch(() => undefined);
  };

  return {
    postkey,
    handlers,
    world,
    async walk(failure, way = 'browser') {
      if (failure) await handlers['practice.playAnew']({ failure });
      else await handlers['setup.start']({ practice: true });
      await until(() => isOver() || setup().steps.flow.kind === 'done' || setup().steps.flow.kind === 'noted');
      if (isOver()) return stopped();
      await handlers['understand.confirm']({ wanted: ['imap', 'pop', 'smtp'] });
      if (way === 'device') {
        await handlers['flow.choose']({ way });
        await until(() => isOver() || setup().steps.request.kind === 'needs-you');
      }
      const signingIn: Promise<void>[] = [];
      browser = (url) => {
        signingIn.push(signInAt(url));
      };
      await handlers['request.signIn']({});
      if (failure === 'closed-tab') {
        await until(() => setup().wait !== undefined);
        return null;
      }
      await until(() => isOver() || setup().steps.configure.kind === 'needs-you');
      await Promise.all(signingIn);
      if (isOver()) return stopped();
      await handlers['configure.choose']({ programs: [] });
      await until(() => isOver() || setup().watch !== undefined);
      return stopped();
    },
    async stop() {
      postkey.stop();
      await room.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
