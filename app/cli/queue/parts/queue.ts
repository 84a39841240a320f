import { aligned, table } from "#app/cli/parts/table.ts";
import type { MailLane, MailLanes } from "#app/domain/activity/read-mail-lanes.server.ts";
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

const laneNames: Record<MailLane["lane"], string> = {
  awaited: "confirmations, codes",
  receipts: "receipts",
  notices: "notices, to companies",
  updates: "updates",
};

/** Describes the lanes of email of the whole site: what waits, how fast it leaves, until when. */
export function laneLines({ lanes, limit }: MailLanes): string[] {
  const rows = lanes.map(({ lane, waiting, oldest, perMinute, untilEmpty }) => [
    laneNames[lane],
    waiting,
    oldest === null ? "-" : duration(oldest),
    `${Math.round(perMinute * 10) / 10} a minute`,
    untilEmpty === null ? "-" : untilEmpty === "not-moving" ? "NOT MOVING" : duration(untilEmpty),
  ]);
  return [
    "emails of all campaigns, in the order in which they leave",
    ...table(["lane", "waiting", "oldest", "handed over", "empty in"], rows),
    limit === null
      ? "no limit of a provider is known"
      : `limit: ${Math.round(limit.used * 100) / 100} calls a second of ${limit.announced} that the provider allows`,
  ];
}

/** Writes seconds in the largest useful unit. */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  if (whole < 120) return `${whole} s`;
  if (whole < 7200) return `${Math.floor(whole / 60)} min`;
  return whole < 172_800 ? `${Math.floor(whole / 3600)} h` : `${Math.floor(whole / 86_400)} d`;
}
