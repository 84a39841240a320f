import { Readable } from "node:stream";
import { createReadableStreamFromReadable, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { exportEntries } from "#app/domain/audit/export-entries.server.ts";
import { hasProof } from "#app/domain/organizers/prove.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { notFound } from "#app/http/respond.server.ts";

/** The log of the campaign as CSV, for who has just proved who they are; else back to where that is asked. */
export async function loader(args: LoaderFunctionArgs) {
  const { campaign, organizer } = await requireCampaign(args, "manage");
  if (args.params.file !== "log.csv") throw notFound();
  const { db } = args.context;
  if (!(await hasProof(db, organizer, { kind: "export", campaignId: campaign.id })))
    throw redirect(`/organize/c/${campaign.slug}/audit#take`, 303);
  const headers = {
    "Content-Type": "text/csv; charset=utf-8; header=present",
    "Content-Disposition": `attachment; filename="audit-${campaign.slug}-${new Date().toISOString().slice(0, 10)}.csv"`,
  };
  if (args.request.method === "HEAD") return new Response(null, { headers });
  const lines = exportEntries(db, {
    campaignId: campaign.id,
    actor: `organizer:${organizer.organizerId}`,
  });
  return new Response(createReadableStreamFromReadable(Readable.from(lines)), { headers });
}
