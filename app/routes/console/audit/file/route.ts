import { Readable } from "node:stream";
import { isFrozen, stopWhenForbidden } from "#app/domain/access/freeze.server.ts";
import { exportEntries } from "#app/domain/record/export-entries.server.ts";
import { requireProof } from "#app/http/reauthenticate.server.ts";
import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { notFound } from "#app/http/respond.server.ts";
import { words } from "#app/i18n/index.ts";

/** Sends the campaign's log as CSV, after reauthentication. */
export async function loader(args: LoaderFunctionArgs) {
  const { campaign, organizer, on } = await requireCampaign(args, "manage");
  if (args.params.file !== "log.csv") throw notFound();
  const { db } = args.context;
  await requireProof(args, organizer, campaign);
  if (await isFrozen(db, campaign.id))
    return new Response(`${words(args.context.locale).exchange.exports.frozen}\n`, { status: 403 });
  const name = `audit-${campaign.slug}-${new Date().toISOString().slice(0, 10)}.csv`;
  const headers = {
    "Content-Type": "text/csv; charset=utf-8; header=present",
    "Content-Disposition": `attachment; filename="${name}"`,
  };
  if (args.request.method === "HEAD") return new Response(null, { headers });
  const taker = { ...on, right: "manage", by: { session: organizer.id } } as const;
  const lines = stopWhenForbidden(db, taker, Readable.from(exportEntries(db, taker)));
  return new Response(createReadableStreamFromReadable(lines), { headers });
}
