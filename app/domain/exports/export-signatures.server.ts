import type { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { eq } from "drizzle-orm";
import type { Db } from "#db/index.ts";
import { campaigns, listExports } from "#db/schema/index.ts";
import { recordAudit } from "../audit/record.server.ts";
import { findManifestOfOperator, type Manifest } from "./manifest.server.ts";
import { type ExportFilter, type ExportPreset, wholeList } from "./presets.ts";
import { type StartedExport, streamExport } from "./stream-export.server.ts";

type OperatorExport = { campaignSlug: string; preset: ExportPreset; filter?: Partial<ExportFilter> };

export type Exported = { outcome: "exported"; manifest: Manifest } | { outcome: "unknown-campaign" };

/**
 * The operator's export: writes the same bytes as an organizer's download of the same preset and
 * filter to `output` and returns the manifest. Throws when the output breaks, and records that.
 */
export async function exportSignatures(
  db: Db,
  input: OperatorExport,
  output: Writable,
  now = new Date(),
): Promise<Exported> {
  const filter: ExportFilter = { ...wholeList, ...input.filter };
  if (input.preset === "delivery") filter.state = "confirmed";
  const started = await begin(db, input.campaignSlug, input.preset, filter, now);
  if (!started) return { outcome: "unknown-campaign" };

  await pipeline(await streamExport(db, started), output);
  const manifest = await findManifestOfOperator(db, started.id);
  if (!manifest) throw new Error(`export ${started.id} was written and is not on record`);
  return { outcome: "exported", manifest };
}

async function begin(
  db: Db,
  slug: string,
  preset: ExportPreset,
  filter: ExportFilter,
  now: Date,
): Promise<StartedExport | null> {
  return db.transaction(async (tx) => {
    const [campaign] = await tx.select({ id: campaigns.id }).from(campaigns).where(eq(campaigns.slug, slug));
    if (!campaign) return null;
    const values = {
      campaignId: campaign.id,
      organizerId: null,
      preset,
      filter,
      createdAt: now,
      startedAt: now,
    };
    const [row] = await tx.insert(listExports).values(values).returning({ id: listExports.id });
    if (!row) return null;

    const actor = "operator";
    await recordAudit(
      tx,
      {
        actor,
        action: "export-started",
        campaignId: campaign.id,
        subject: row.id,
        detail: { preset, filter },
      },
      now,
    );
    return { id: row.id, campaignId: campaign.id, actor, preset, filter };
  });
}
