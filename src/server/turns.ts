/** Runs a task when it is its turn. */
export type Turns = <Answer>(task: () => Promise<Answer>) => Promise<Answer>;

/** A queue of one: each task starts when the one before it has ended, however it ended. */
export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const mine = last.then(task, task);
    // The queue goes on after a failure; whoever asked for the task hears of it.
    last = mine.catch(() => undefined);
    return mine;
  };
}
