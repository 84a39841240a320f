import { readAllPublicSeries } from "#app/domain/activity/read-public-series.server.ts";
import { findCampaign } from "#app/domain/campaign/queries.server.ts";
import type { LoaderFunctionArgs } from "#app/http/remix.server.ts";
import { openFile, orNotFound } from "#app/http/respond.server.ts";

/** Returns `series.json` as CSV (RFC 4180). Words, days and numbers need no quoting. */
export async function loader({ params, context: { db } }: LoaderFunctionArgs) {
  const campaign = orNotFound(await findCampaign(db, params.campaign ?? ""));
  const series = await readAllPublicSeries(db, campaign.id);
  const lines = Object.entries(series).flatMap(([of, stretches]) =>
    stretches.map(({ from, to, n }) => `${of},${from},${to},${n}`),
  );
  return openFile(["of,from,to,count", ...lines].map((line) => `${line}\r\n`).join(""), "text/csv");
}
