import { Readable } from "node:stream";
import { isFrozen, stopWhenForbidden } from "#app/domain/access/freeze.server.ts";
import { findImport } from "#app/domain/entries/imports/queries.server.ts";
import { writeOutcomes } from "#app/domain/entries/imports/running/outcomes.server.ts";
import { requireProof } from "#app/http/reauthenticate.server.ts";
import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { orNotFound } from "#app/http/respond.server.ts";
import { words } from "#app/i18n/index.ts";
import { isUuid } from "#app/lib/uuid.ts";

/** Sends each row's outcome in an import, as CSV. */
export async function loader(args: LoaderFunctionArgs) {
  const { campaign, organizer, on } = await requireCampaign(args, "manage");
  const { db, env, locale } = args.context;
  const publicId = args.params.import ?? "";
  const found = orNotFound(
    isUuid(publicId) ? await findImport(db, { campaignId: campaign.id, publicId }) : null,
  );
  await requireProof(args, organizer, campaign);
  const say = words(locale).imports;
  if (await isFrozen(db, campaign.id)) return new Response(`${say.frozen}\n`, { status: 403 });
  const headers = {
    "Content-Type": "text/csv; charset=utf-8; header=present",
    "Content-Disposition": `attachment; filename="import-${found.number}-${campaign.slug}-rows.csv"`,
  };
  if (args.request.method === "HEAD") return new Response(null, { headers });
  const rows = Readable.from(writeOutcomes(db, env.keys, found, say), { objectMode: false });
  const taker = { ...on, right: "manage", by: { session: organizer.id } } as const;
  return new Response(createReadableStreamFromReadable(stopWhenForbidden(db, taker, rows)), { headers });
}
