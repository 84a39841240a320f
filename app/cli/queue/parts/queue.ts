import { aligned } from "#app/cli/parts/table.ts";
import { type CommonQueue, maxQueueCount, type QueueAge } from "#app/domain/activity/read-queues.server.ts";

export const isLate = ({ oldest, lateAfter }: QueueAge | CommonQueue) =>
  oldest !== null && oldest > lateAfter;

/** Describes each queue: how many wait, since when, and whether that is too long. */
export const queueLines = (queues: readonly (QueueAge | CommonQueue)[]) =>
  aligned(
    queues.map((queue) => {
      const { waiting, oldest } = queue;
      const many = queue.queue !== "updates" && waiting > maxQueueCount ? `over ${maxQueueCount}` : waiting;
      const since = oldest === null ? "" : `oldest ${duration(oldest)}`;
      return [queue.queue, many, since, isLate(queue) ? `LATE (after ${duration(queue.lateAfter)})` : ""];
    }),
  );

/** Writes seconds in the largest useful unit. */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  if (whole < 120) return `${whole} s`;
  if (whole < 7200) return `${Math.floor(whole / 60)} min`;
  return whole < 172_800 ? `${Math.floor(whole / 3600)} h` : `${Math.floor(whole / 86_400)} d`;
}
