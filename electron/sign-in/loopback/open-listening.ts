// Opens one wait for the browser: joins the wait, the visitors' answers and the port. Ends by answer, close, deadline or signal, and
// then nothing of it is left.
import { problemOf } from '../../../shared/problem.ts';
import type { Attempt, Listening, Loopback, Outcome, PasteVerdict } from '../../setup/outside-world.ts';
import { answerVisitors, type PageWish, type VisitorParts } from './answer-visitors.ts';
import { AnswerWait } from './answer-wait.ts';
import { type BoundLoopback, bindLoopback, type LoopbackLimits } from './bind-loopback.ts';
import { readPaste } from './read-paste.ts';

export interface ListeningParts extends Omit<VisitorParts, 'wait' | 'page'> {
  readonly limits: LoopbackLimits;
  page(wish: PageWish, providerName: string): string;
}

export interface OpenedListening {
  readonly listening: Listening;
  readonly addresses: BoundLoopback['addresses'];
  readonly port: number;
}

type ListeningWish = Parameters<Loopback['open']>[0];

/** `loopback-blocked` with the system's error code when no port can be bound, `port-taken` when others have them all; `took-too-long` when the attempt has ended. */
export async function openListening(
  wish: ListeningWish,
  attempt: Attempt,
  parts: ListeningParts,
): Promise<Outcome<OpenedListening>> {
  const { host, deadlineMs, providerName } = wish;
  let bound: BoundLoopback | null = null;
  const onAbort = () => wait.end('took-too-long');
  const wait = new AnswerWait({
    clock: parts.clock,
    deadlineMs,
    providerName,
    onOver: () => {
      attempt.signal.removeEventListener('abort', onAbort);
      bound?.close();
    },
  });
  attempt.signal.addEventListener('abort', onAbort);
  if (attempt.signal.aborted) onAbort();
  try {
    bound = await bindLoopback(
      answerVisitors({ ...parts, wait, page: (page) => parts.page(page, providerName) }),
      parts.limits,
    );
  } catch (error) {
    onAbort();
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown';
    return { ok: false, problem: problemOf(reason === 'EADDRINUSE' ? 'port-taken' : 'loopback-blocked', { reason }) };
  }
  const { port, addresses } = bound;
  if (wait.isOver) {
    bound.close();
    return { ok: false, problem: problemOf('took-too-long') };
  }
  const listening: Listening = {
    redirectUri: `http://${host}:${port}`,
    answer: wait.answer,
    expect: (state) => wait.expect(state),
    paste: (text) => takePaste(wait, text),
    moreTime: (ms) => wait.moreTime(ms),
    deadlineAt: () => wait.deadlineAt,
    close: () => wait.end('took-too-long'),
  };
  return { ok: true, value: { listening, addresses, port } };
}

function takePaste(wait: AnswerWait, text: string): PasteVerdict {
  const reading = readPaste(text, (state) => wait.isExpected(state));
  if (reading.verdict !== 'taken' || wait.taken) return reading.verdict;
  // What was pasted without a state is meant for this try; adapters may insist on seeing it.
  if (!wait.take({ state: wait.expectedState ?? '', ...reading.answer })) return 'paste-older-try';
  wait.hand();
  return 'taken';
}
