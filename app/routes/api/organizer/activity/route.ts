import { mayDo } from "#app/domain/access/organizer.ts";
import { lengths } from "#app/domain/activity/period.ts";
import { readDashboard } from "#app/domain/activity/read-dashboard.server.ts";
import { readQuery, wrongValue } from "#app/http/api.server.ts";
import { ActivityQuery } from "#app/http/api-queries.ts";
import type { LoaderFunctionArgs } from "#app/http/remix.server.ts";
import { closedAnswer, requireScope } from "#app/http/require-token.server.ts";
import { figuresOf } from "./figures.ts";

/** Answers with the overview's figures. Small groups show where the token's maker may see people. */
export async function loader(args: LoaderFunctionArgs) {
  const { campaign, maker } = await requireScope(args, "activity");
  const { by, days = by === "hour" ? "1" : "28", zone } = readQuery(args.request, ActivityQuery);
  const known: readonly (number | null)[] = lengths[by];
  const length = known.find((each) => String(each ?? "all") === days);
  if (length === undefined) throw wrongValue("days", "days-length");
  const asked = { period: { step: by, days: length }, zone, small: mayDo(maker, "view-names") };
  const board = await readDashboard(args.context.db, campaign.id, asked);
  return closedAnswer({ campaign: campaign.slug, by, days: board.period.days, ...figuresOf(board) });
}
