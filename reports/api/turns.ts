export type Turns = {
  /** Undefined when so many are in already. */
  readonly admit: <Value>(work: () => Promise<Value>) => Promise<Value> | undefined;
  /** One after the other, in the order in which they came. */
  readonly next: <Value>(work: () => Promise<Value>) => Promise<Value>;
};

/** Lets in so many at once, and of these one at a time to where it is narrow. */
export function inTurn(atOnce: number): Turns {
  let inside = 0;
  let last: Promise<unknown> = Promise.resolve();
  return {
    admit(work) {
      if (inside >= atOnce) return undefined;
      inside += 1;
      return work().finally(() => {
        inside -= 1;
      });
    },
    next(work) {
      const mine = last.then(work, work);
      last = mine.catch(() => undefined);
      return mine;
    },
  };
}
