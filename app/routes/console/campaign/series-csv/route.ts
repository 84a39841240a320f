import { readPeriod } from "#app/domain/activity/period.ts";
import { type Flow, findFirstHour, readSeries } from "#app/domain/activity/read-series.server.ts";
import { findTimeZone } from "#app/domain/activity/set-time-zone.server.ts";
import { spanOf } from "#app/domain/activity/span.server.ts";
import type { LoaderFunctionArgs } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";

const measures = ["joined", "left", "pledges", "letters", "mails"] as const;

/**
 * Returns the overview's lines as CSV: a row per hour or day in the organizer's zone, and the period before.
 */
export async function loader(args: LoaderFunctionArgs) {
  const { campaign, organizer } = await requireCampaign(args, "view");
  const { db } = args.context;
  const period = readPeriod(new URL(args.request.url).searchParams);
  const zone = await findTimeZone(db, organizer.organizerId);
  const span = spanOf(period, zone, new Date(), await findFirstHour(db, campaign.id));
  const { points } = await readSeries(db, campaign.id, span);
  const cells = (flow: Flow | null) => measures.map((measure) => flow?.[measure] ?? "");
  const lines = [
    ["from", ...measures, ...measures.map((measure) => `${measure}_before`)],
    ...points.map(({ at, now, before }) => [at, ...cells(now), ...cells(before)]),
  ];
  const name = `${campaign.slug}-by-${period.step}.csv`;
  return new Response(lines.map((line) => `${line.join(",")}\r\n`).join(""), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "no-store",
    },
  });
}
