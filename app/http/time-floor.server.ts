import { setTimeout as wait } from "node:timers/promises";

/** Answers after `milliseconds` at the earliest, so that response times do not reveal the result. */
export async function withMinimumDuration<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  const [result] = await Promise.all([work, wait(milliseconds)]);
  return result;
}
