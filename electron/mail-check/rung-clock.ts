// Takes the time of each rung and reports it; remembers which rung a ladder stands on, for the problem when it breaks.
import type { Rung } from '../../shared/ladder.ts';
import type { ClimbReport } from '../setup/outside-world.ts';
import type { LadderEnd } from './ladder-end.ts';

export class RungClock {
  readonly #now: () => number;
  readonly #report: ClimbReport;
  readonly #end: LadderEnd;
  readonly #startedAt: number;
  #standsOn: Rung = 'name';

  constructor(now: () => number, report: ClimbReport, end: LadderEnd) {
    this.#now = now;
    this.#report = report;
    this.#end = end;
    this.#startedAt = now();
  }

  get standsOn(): Rung {
    return this.#standsOn;
  }

  /** Whole milliseconds since the ladder began. */
  get totalMs(): number {
    return this.#since(this.#startedAt);
  }

  /** Runs one rung under the ladder's end. Reports nothing more once the attempt was cancelled. */
  async climb<T>(rung: Rung, step: () => Promise<T>): Promise<T> {
    const startedAt = this.#now();
    this.#standsOn = rung;
    this.#report.rung(rung, { kind: 'running', startedAt });
    try {
      const value = await this.#end.race(step());
      this.#report.rung(rung, { kind: 'passed', ms: this.#since(startedAt) });
      return value;
    } catch (error) {
      if (!this.#end.cancelled()) this.#report.rung(rung, { kind: 'broken', ms: this.#since(startedAt) });
      throw error;
    }
  }

  /** The clock may be set back meanwhile. */
  #since(startedAt: number): number {
    return Math.max(0, Math.round(this.#now() - startedAt));
  }
}
