import { countedAtMost, type QueueAge, readQueues } from "../domain/activity/read-queues.server.ts";
import { listCampaigns } from "../domain/campaigns/list-campaigns.server.ts";
import { CommandFailed, exitCodes, readOptions, tell } from "./command.ts";
import { withDatabase } from "./environment.ts";
import { aligned } from "./table.ts";

/** What waits, of one campaign or of all. With `--check` it ends with 1 where something waits too long. */
export async function queueStatus(args: string[]): Promise<number> {
  const { json, campaign, check } = readOptions(args, {
    campaign: { type: "string" },
    check: { type: "boolean" },
  });

  return withDatabase("queue status", async ({ db }) => {
    const all = await listCampaigns(db);
    const chosen = campaign === undefined ? all : all.filter(({ slug }) => slug === campaign);
    if (campaign !== undefined && chosen.length === 0)
      throw new CommandFailed(`There is no campaign "${campaign}".`);
    const told = [];
    for (const { id, slug } of chosen) told.push({ campaign: slug, queues: await readQueues(db, id) });
    const late = told.some(({ queues }) => queues.some(isLate));
    tell(
      json,
      { outcome: late ? "late" : "in-time", campaigns: told },
      ...told.flatMap(({ campaign: slug, queues }) => [
        ...(chosen.length > 1 ? [slug] : []),
        ...queueLines(queues),
      ]),
    );
    return check && late ? exitCodes.failed : exitCodes.done;
  });
}

export const isLate = ({ oldest, lateAfter }: QueueAge) => oldest !== null && oldest > lateAfter;

/** A line a queue: how many wait, since when, and whether that is too long. */
export const queueLines = (queues: readonly QueueAge[]) =>
  aligned(
    queues.map((queue) => {
      const { waiting, oldest } = queue;
      const many = queue.queue !== "updates" && waiting > countedAtMost ? `over ${countedAtMost}` : waiting;
      const since = oldest === null ? "" : `oldest ${duration(oldest)}`;
      return [queue.queue, many, since, isLate(queue) ? `LATE (after ${duration(queue.lateAfter)})` : ""];
    }),
  );

function duration(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  if (whole < 120) return `${whole} s`;
  if (whole < 7200) return `${Math.floor(whole / 60)} min`;
  return whole < 172_800 ? `${Math.floor(whole / 3600)} h` : `${Math.floor(whole / 86_400)} d`;
}
