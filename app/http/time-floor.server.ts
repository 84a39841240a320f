import { setTimeout as wait } from "node:timers/promises";

/** Answers no sooner than after `milliseconds`, so that the time taken tells nothing of what was found. */
export async function noSoonerThan<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  const [result] = await Promise.all([work, wait(milliseconds)]);
  return result;
}
