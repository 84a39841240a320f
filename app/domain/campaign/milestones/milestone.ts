/** A round number of signatures, and when it was reached. */
export type Milestone = { signatures: number; reachedAt: Date };

/** Lists 100, 500, 1,000, 5,000 … up to a count. */
export function milestonesUpTo(count: number): number[] {
  const reached: number[] = [];
  for (let power = 100; power <= count; power *= 10) {
    reached.push(...[power, power * 5].filter((step) => step <= count));
  }
  return reached;
}
