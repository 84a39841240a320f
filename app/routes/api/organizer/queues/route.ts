import { countAhead } from "#app/domain/activity/bring-forward.server.ts";
import { maxQueueCount, readQueues } from "#app/domain/activity/read-queues.server.ts";
import type { LoaderFunctionArgs } from "#app/http/remix.server.ts";
import { closedAnswer, requireScope } from "#app/http/require-token.server.ts";

/** Tells what waits, since when, and if that is too long. */
export async function loader(args: LoaderFunctionArgs) {
  const { campaign } = await requireScope(args, "queues");
  const queues = await readQueues(args.context.db, campaign.id);
  const ahead = await countAhead(args.context.db);
  return closedAnswer({
    campaign: campaign.slug,
    queues: queues.map(({ waiting, oldest, lateAfter, queue }) => ({
      queue,
      waiting: queue === "updates" ? waiting : Math.min(waiting, maxQueueCount),
      more: queue !== "updates" && waiting > maxQueueCount,
      oldestSeconds: oldest === null ? null : Math.max(0, Math.floor(oldest)),
      lateAfterSeconds: lateAfter,
      late: oldest !== null && oldest > lateAfter,
    })),
    emailsAhead: ahead.emails,
    asOf: new Date().toISOString(),
  });
}
