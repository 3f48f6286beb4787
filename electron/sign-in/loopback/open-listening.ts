// Opens one wait for the browser: binds the port, judges each request, takes the right answer once and shows each visitor a page.
// Holds no words and never logs; ends by answer, close, deadline or signal, and then nothing of it is left.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { problemOf } from '../../../shared/problem.ts';
import type { Attempt, Clock, Listening, Loopback, Outcome, PasteVerdict } from '../../setup/outside-world.ts';
import { AnswerWait } from './answer-wait.ts';
import { type BoundLoopback, bindLoopback, type LoopbackLimits } from './bind-loopback.ts';
import type { BrowserPageKind } from './browser-page-kinds.ts';
import { judgeRequest, type RefusedRequest } from './judge-request.ts';
import { pageForAnswer } from './page-for-answer.ts';
import { readPaste } from './read-paste.ts';
import { garbledReply, replyWithNothing, replyWithPage } from './reply-with-page.ts';

export interface ListeningParts {
  readonly clock: Clock;
  readonly limits: LoopbackLimits;
  /** The whole page for a visitor; `at` in epoch milliseconds. */
  page(kind: BrowserPageKind, providerName: string, at: number, first?: BrowserPageKind): string;
  /** Told of every request that was not taken, for the log; the reason holds nothing of the request. */
  onRefused(reason: RefusedRequest): void;
  /** A bug while answering a visitor. The answer it brought is not lost by it. */
  onBug(error: unknown): void;
}

export interface OpenedListening {
  readonly listening: Listening;
  readonly addresses: BoundLoopback['addresses'];
  readonly port: number;
}

type Wish = Parameters<Loopback['open']>[0];

/** `loopback-blocked` with the system's error code when the port cannot be bound; `took-too-long` when the attempt has ended. */
export async function openListening(
  wish: Wish,
  attempt: Attempt,
  parts: ListeningParts,
): Promise<Outcome<OpenedListening>> {
  const { providerName } = wish;
  let port = 0;
  let wait: AnswerWait | null = null;
  let taken: { readonly kind: BrowserPageKind; readonly at: number } | null = null;
  const page = (kind: BrowserPageKind) => parts.page(kind, providerName, parts.clock.now());

  const refuse = (response: ServerResponse, reason: RefusedRequest) => {
    parts.onRefused(reason);
    if (reason === 'preview') replyWithNothing(response, 503);
    else if (reason === 'already-taken' && taken)
      replyWithPage(response, 'already', parts.page('already', providerName, taken.at, taken.kind));
    else replyWithPage(response, pageForRefused[reason], page(pageForRefused[reason]), statusForRefused[reason]);
  };

  const answerRequest = (message: IncomingMessage, response: ServerResponse) => {
    const verdict = judgeRequest(
      { method: message.method ?? '', target: message.url ?? '', rawHeaders: message.rawHeaders },
      port,
    );
    if (verdict.kind === 'looked') return replyWithNothing(response, verdict.method === 'HEAD' ? 200 : 204);
    if (verdict.kind === 'refused') return refuse(response, verdict.reason);
    if (!wait?.isExpected(verdict.state)) return refuse(response, 'older-try');
    if (!wait.take(verdict.answer)) return refuse(response, 'already-taken');
    taken = { kind: pageForAnswer(verdict.answer), at: parts.clock.now() };
    // Whoever waits may close at once: the page leaves first.
    response.once('finish', () => wait?.hand());
    response.once('close', () => wait?.hand());
    replyWithPage(response, taken.kind, parts.page(taken.kind, providerName, taken.at));
  };

  const request = (message: IncomingMessage, response: ServerResponse) => {
    try {
      answerRequest(message, response);
    } catch (error) {
      response.destroy();
      parts.onBug(error);
    }
  };

  const garbled = (code: string) => {
    parts.onRefused('malformed');
    try {
      return garbledReply(code, page('unreadable'));
    } catch (error) {
      parts.onBug(error);
      return '';
    }
  };

  if (attempt.signal.aborted) return { ok: false, problem: problemOf('took-too-long') };
  let bound: BoundLoopback;
  try {
    bound = await bindLoopback({ request, garbled }, parts.limits);
  } catch (error) {
    return {
      ok: false,
      problem: problemOf('loopback-blocked', { reason: (error as NodeJS.ErrnoException).code ?? 'unknown' }),
    };
  }
  port = bound.port;
  const abort = () => opened.end('took-too-long');
  const opened = new AnswerWait({
    clock: parts.clock,
    deadlineMs: wish.deadlineMs,
    providerName,
    onOver: () => {
      attempt.signal.removeEventListener('abort', abort);
      bound.close();
    },
  });
  wait = opened;
  attempt.signal.addEventListener('abort', abort);
  if (attempt.signal.aborted) {
    abort();
    return { ok: false, problem: problemOf('took-too-long') };
  }

  const paste = (text: string): PasteVerdict => {
    const reading = readPaste(text, (state) => opened.isExpected(state));
    if (reading.verdict !== 'taken' || opened.isTaken) return reading.verdict;
    // What was pasted without a state is meant for this try; adapters may insist on seeing it.
    const answer = { state: opened.expectedState ?? '', ...reading.answer };
    if (!opened.take(answer)) return 'paste-older-try';
    taken = { kind: pageForAnswer(answer), at: parts.clock.now() };
    opened.hand();
    return 'taken';
  };

  const listening: Listening = {
    redirectUri: `http://${wish.host}:${port}`,
    answer: opened.answer,
    expect: (state) => opened.expect(state),
    paste,
    moreTime: (ms) => opened.moreTime(ms),
    deadlineAt: () => opened.deadlineAt,
    close: () => opened.end('took-too-long'),
  };
  return { ok: true, value: { listening, addresses: bound.addresses, port } };
}

const pageForRefused: Readonly<Record<RefusedRequest, BrowserPageKind>> = {
  host: 'wrong-page',
  method: 'wrong-page',
  path: 'wrong-page',
  preview: 'wrong-page',
  doubled: 'unreadable',
  'no-answer': 'wrong-page',
  'code-without-state': 'unreadable',
  'error-without-state': 'unmatched',
  'older-try': 'older',
  'already-taken': 'already',
  malformed: 'unreadable',
};

const statusForRefused: Readonly<Partial<Record<RefusedRequest, number>>> = {
  host: 421,
  method: 405,
  'no-answer': 400,
};
