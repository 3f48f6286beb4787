// Measures two things in turn, so that whatever else the computer does meets both alike.

/** One line of the bench's report. Lower is better; `goal` is the highest ratio that is still good. */
export interface Figure {
  readonly name: string;
  /** The median of Postkey's runs, in `unit`. */
  readonly value: number;
  readonly unit: 'ms' | 'MB' | '% of a core';
  /** The median of what Postkey is measured against, in `unit`. */
  readonly against: number;
  readonly ratio: number;
  readonly goal: number;
  /** Of each. */
  readonly runs: number;
}

export interface InTurn {
  readonly name: string;
  readonly goal: number;
  readonly runs: number;
  /** Milliseconds. */
  readonly ours: () => Promise<number>;
  readonly theirs: () => Promise<number>;
  /** Told after each pair. */
  readonly onPair?: (ours: number, theirs: number) => void;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1] ?? 0, sorted[Math.floor(middle)] ?? 0];
  return (low + high) / 2;
}

export function makeFigure(name: string, ours: readonly number[], theirs: readonly number[], goal: number): Figure {
  const [value, against] = [median(ours), median(theirs)];
  const rounded = (number: number, places: number): number => Number(number.toFixed(places));
  return {
    name,
    value: rounded(value, 1),
    unit: 'ms',
    against: rounded(against, 1),
    ratio: rounded(value / against, 3),
    goal,
    runs: ours.length,
  };
}

/** Who goes first changes from pair to pair. */
export async function measureInTurn({ name, goal, runs, ours, theirs, onPair }: InTurn): Promise<Figure> {
  const [mine, yours]: [number[], number[]] = [[], []];
  for (let run = 0; run < runs; run += 1) {
    if (run % 2 === 0) {
      yours.push(await theirs());
      mine.push(await ours());
    } else {
      mine.push(await ours());
      yours.push(await theirs());
    }
    onPair?.(mine[run] ?? 0, yours[run] ?? 0);
  }
  return makeFigure(name, mine, yours, goal);
}
