import { CommandFailed, exitCodes, readOptions, tell } from "#app/cli/command.ts";
import { withDatabase } from "#app/cli/environment.ts";
import { aligned } from "#app/cli/table.ts";
import { listCampaigns } from "#app/domain/campaign/list-campaigns.server.ts";
import {
  type CommonQueue,
  countedAtMost,
  type QueueAge,
  readCommonQueues,
  readQueues,
} from "#app/domain/upkeep/activity/read-queues.server.ts";
import { type Ahead, countAhead } from "#app/domain/upkeep/bring-forward.server.ts";

/**
 * Tells what waits, in one campaign or in all, and for no campaign of its own. With `--check` it ends with 1 where
 * something waits too long, or for a moment that no rule gave it.
 */
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
    const common = await readCommonQueues(db);
    const ahead = await countAhead(db);
    const isAhead = ahead.emails + ahead.forms + ahead.jobs > 0;
    const late = isAhead || common.some(isLate) || told.some(({ queues }) => queues.some(isLate));
    tell(
      json,
      { outcome: late ? "late" : "in-time", campaigns: told, common, ahead },
      ...told.flatMap(({ campaign: slug, queues }) => [slug, ...queueLines(queues)]),
      "of no campaign",
      ...queueLines(common),
      ...(isAhead ? [aheadLine(ahead)] : []),
    );
    return check && late ? exitCodes.failed : exitCodes.done;
  });
}

export const isLate = ({ oldest, lateAfter }: QueueAge | CommonQueue) =>
  oldest !== null && oldest > lateAfter;

/** A line a queue: how many wait, since when, and whether that is too long. */
export const queueLines = (queues: readonly (QueueAge | CommonQueue)[]) =>
  aligned(
    queues.map((queue) => {
      const { waiting, oldest } = queue;
      const many = queue.queue !== "updates" && waiting > countedAtMost ? `over ${countedAtMost}` : waiting;
      const since = oldest === null ? "" : `oldest ${duration(oldest)}`;
      return [queue.queue, many, since, isLate(queue) ? `LATE (after ${duration(queue.lateAfter)})` : ""];
    }),
  );

function aheadLine({ emails, forms, jobs, seconds }: Ahead): string {
  const each = [
    [emails, "email"],
    [forms, "form"],
    [jobs, "job"],
  ] as const;
  const what = each.flatMap(([n, word]) => (n > 0 ? [`${n} ${word}${n === 1 ? "" : "s"}`] : []));
  const waits = emails + forms + jobs === 1 ? "waits" : "wait";
  const until = seconds > 0 ? ` until up to ${duration(Math.ceil(seconds / 60) * 60)} from now` : "";
  return `${what.join(", ")} ${waits}${until}, later than any rule says: the database's clock was put back. A worker that runs makes them due within a minute.`;
}

function duration(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  if (whole < 120) return `${whole} s`;
  if (whole < 7200) return `${Math.floor(whole / 60)} min`;
  return whole < 172_800 ? `${Math.floor(whole / 3600)} h` : `${Math.floor(whole / 86_400)} d`;
}
