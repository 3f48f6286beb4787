// One wait for one answer: which state is expected, whether it was taken, and until when. Knows no socket; whoever brings an
// answer (the listener, a pasted text) offers it here, so it is taken once whichever road it came.
import { problemOf } from '../../../shared/problem.ts';
import type { Clock, Outcome, RedirectAnswer } from '../../setup/outside-world.ts';
import { isSameState } from './read-redirect-answer.ts';

/** After the answer the port stays a little, so that a reloaded tab is told kindly; the one who waits may close it sooner. */
const afterAnswerMs = 60_000;
/** Timers stand still while a computer sleeps, the clock does not: look again at least this often. */
const longestNapMs = 5_000;

export interface AnswerWaitParts {
  readonly clock: Clock;
  readonly deadlineMs: number;
  readonly providerName: string;
  /** The port has no use any more. */
  readonly onOver: () => void;
}

export interface TakenAnswer {
  readonly answer: RedirectAnswer;
  /** Epoch milliseconds. */
  readonly at: number;
}

export class AnswerWait {
  readonly answer: Promise<Outcome<RedirectAnswer>>;
  readonly #parts: AnswerWaitParts;
  #resolve: (outcome: Outcome<RedirectAnswer>) => void = () => {};
  #expected: string | null = null;
  #taken: TakenAnswer | null = null;
  #over = false;
  #deadlineAt: number;
  #endAt: number;
  #cancelNap: () => void = () => {};

  constructor(parts: AnswerWaitParts) {
    this.#parts = parts;
    this.answer = new Promise((resolve) => {
      this.#resolve = resolve;
    });
    this.#deadlineAt = parts.clock.now() + parts.deadlineMs;
    this.#endAt = this.#deadlineAt;
    this.#nap();
  }

  get expectedState(): string | null {
    return this.#expected;
  }

  get taken(): TakenAnswer | null {
    return this.#taken;
  }

  get isOver(): boolean {
    return this.#over;
  }

  /** Epoch milliseconds. */
  get deadlineAt(): number {
    return this.#deadlineAt;
  }

  expect(state: string): void {
    this.#expected = state;
  }

  moreTime(ms: number): void {
    if (this.#taken || this.#over) return;
    this.#deadlineAt += ms;
    this.#endAt = this.#deadlineAt;
    this.#nap();
  }

  /** Is this the state of the try that runs now? */
  isExpected(state: string): boolean {
    return this.#expected !== null && isSameState(state, this.#expected);
  }

  /** Takes the answer if none was taken before. The promise waits for `hand`, so that the page can leave first. */
  take(answer: RedirectAnswer): boolean {
    if (this.#taken || this.#over) return false;
    this.#taken = { answer, at: this.#parts.clock.now() };
    this.#endAt = this.#taken.at + afterAnswerMs;
    this.#nap();
    return true;
  }

  /** Gives the taken answer to whoever waits. */
  hand(): void {
    if (this.#taken) this.#resolve({ ok: true, value: this.#taken.answer });
  }

  /** Ends the wait; a taken answer is still handed over. Idempotent. */
  end(why: 'took-too-long' | 'no-answer'): void {
    if (this.#over) return;
    this.#over = true;
    this.#cancelNap();
    this.hand();
    this.#resolve({ ok: false, problem: problemOf(why, { provider: this.#parts.providerName }) });
    this.#parts.onOver();
  }

  #nap(): void {
    this.#cancelNap();
    const leftMs = this.#endAt - this.#parts.clock.now();
    if (leftMs <= 0) {
      this.end('no-answer');
      return;
    }
    this.#cancelNap = this.#parts.clock.after(Math.min(leftMs, longestNapMs), () => this.#nap());
  }
}
