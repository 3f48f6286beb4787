// One writer per account: calls for the same id run one after another, different ids do not wait for each other.

export type OneAtATime = <T>(id: string, work: () => Promise<T>) => Promise<T>;

export function makeOneAtATime(): OneAtATime {
  const tails = new Map<string, Promise<unknown>>();
  return (id, work) => {
    const before = tails.get(id) ?? Promise.resolve();
    const result = before.then(work, work);
    const tail = result.catch(() => undefined);
    tails.set(id, tail);
    void tail.then(() => {
      if (tails.get(id) === tail) tails.delete(id);
    });
    return result;
  };
}
