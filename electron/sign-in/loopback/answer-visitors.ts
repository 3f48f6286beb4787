// Answers every visitor of the loopback: takes the one answer that is awaited, refuses the rest, and shows each a page. Holds no
// words, binds no port and never logs what a request said.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../../setup/outside-world.ts';
import type { AnswerWait } from './answer-wait.ts';
import type { LoopbackHandlers } from './bind-loopback.ts';
import type { BrowserPageKind } from './browser-page-kinds.ts';
import { judgeRequest, type RefusedRequest } from './judge-request.ts';
import { type PageForAnswer, pageForAnswer } from './page-for-answer.ts';
import { garbledReply, replyWithNothing, replyWithPage } from './reply-with-page.ts';

/** What a page depends on besides the language. */
export interface PageWish extends PageForAnswer {
  /** For a reload: how the first answer ended. */
  readonly first?: BrowserPageKind;
  /** Nobody waits any more: the answer came. */
  readonly isAnswered?: boolean;
  /** For the postmark, epoch milliseconds. */
  readonly at: number;
}

export interface VisitorParts {
  readonly wait: AnswerWait;
  readonly clock: Clock;
  /** The whole page. */
  page(wish: PageWish): string;
  /** Told of every request that was not taken, for the log; the reason holds nothing of the request. */
  onRefused(reason: RefusedRequest): void;
  /** A bug while answering. The answer that came is not lost by it. */
  onBug(error: unknown): void;
}

/** Handlers for `bindLoopback`. */
export function answerVisitors(parts: VisitorParts): LoopbackHandlers {
  return {
    request: (request, response) => {
      try {
        answerVisitor(parts, request, response);
      } catch (error) {
        response.destroy();
        parts.onBug(error);
      }
    },
    garbled: (code) => {
      parts.onRefused('malformed');
      try {
        return garbledReply(code, parts.page({ kind: 'unreadable', at: parts.clock.now() }));
      } catch (error) {
        parts.onBug(error);
        return '';
      }
    },
  };
}

function answerVisitor(parts: VisitorParts, request: IncomingMessage, response: ServerResponse): void {
  const { wait } = parts;
  const { method = '', url: target = '', rawHeaders } = request;
  const verdict = judgeRequest({ method, target, rawHeaders }, request.socket.localPort ?? 0);
  if (verdict.kind === 'looked') replyWithNothing(response, verdict.method === 'HEAD' ? 200 : 204);
  else if (verdict.kind === 'refused') refuse(parts, response, verdict.reason);
  else if (!wait.isExpected(verdict.state)) refuse(parts, response, 'older-try');
  else if (!wait.take(verdict.answer)) refuse(parts, response, 'already-taken');
  else {
    // Whoever waits may close at once: the page leaves first.
    response.once('finish', () => wait.hand());
    response.once('close', () => wait.hand());
    const page = pageForAnswer(verdict.answer);
    replyWithPage(response, page.kind, parts.page({ ...page, at: parts.clock.now() }));
  }
}

function refuse(parts: VisitorParts, response: ServerResponse, reason: RefusedRequest): void {
  parts.onRefused(reason);
  if (reason === 'preview') {
    replyWithNothing(response, 503);
    return;
  }
  const kind = pageForRefused[reason];
  const { taken } = parts.wait;
  const wish =
    reason === 'already-taken' && taken
      ? { kind, first: pageForAnswer(taken.answer).kind, at: taken.at }
      : { kind, at: parts.clock.now(), isAnswered: taken !== null };
  replyWithPage(response, kind, parts.page(wish), statusForRefused[reason]);
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
