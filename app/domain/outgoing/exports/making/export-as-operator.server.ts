import type { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { eq } from "drizzle-orm";
import { isFrozen, stopWhenForbidden } from "#app/domain/access/freeze.server.ts";
import { listByCompany } from "#app/domain/outgoing/exports/create-export.server.ts";
import {
  type StartedExport,
  streamExport,
} from "#app/domain/outgoing/exports/formats/stream-export.server.ts";
import { openList } from "#app/domain/outgoing/exports/lists/open-list.server.ts";
import { findManifestOfOperator, type Manifest } from "#app/domain/outgoing/exports/manifest.server.ts";
import {
  allowedFilter,
  type ExportFilter,
  type ListOf,
  type PledgeExportFilter,
  type PledgePreset,
  type SignaturePreset,
  usualFilter,
  wholePledges,
} from "#app/domain/outgoing/exports/presets.ts";
import { rightFor } from "#app/domain/outgoing/exports/rights.server.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { campaigns, listExports } from "#db/schema/index.ts";

export type Exported =
  | { outcome: "exported"; manifest: Manifest }
  | { outcome: "unknown-campaign" | "unknown-company" }
  | { outcome: "frozen" };

/**
 * Writes the same bytes as an organizer's download of the same preset and filter to `output` and returns the
 * manifest. Throws when the output breaks, and records that.
 */
async function exportAsOperator(
  db: Db,
  keys: Keys,
  { campaignSlug, list }: { campaignSlug: string; list: ListOf },
  output: Writable,
  now: Date,
): Promise<Exported> {
  const started = await begin(db, campaignSlug, list, now);
  if (started === null) return { outcome: "unknown-campaign" };
  if (typeof started === "string") return { outcome: started };

  const file = await streamExport(db, started, () => openList(db, keys, started));
  await pipeline(stopWhenForbidden(db, { ...started, right: rightFor(list) }, file), output);
  const manifest = await findManifestOfOperator(db, started.id);
  if (!manifest) throw new Error(`export ${started.id} was written and is not on record`);
  return { outcome: "exported", manifest };
}

async function begin(
  db: Db,
  slug: string,
  asked: ListOf,
  now: Date,
): Promise<StartedExport | "frozen" | "unknown-company" | null> {
  return db.transaction(async (tx) => {
    const [campaign] = await tx.select({ id: campaigns.id }).from(campaigns).where(eq(campaigns.slug, slug));
    if (!campaign) return null;
    const campaignId = campaign.id;
    if (await isFrozen(tx, campaignId)) return "frozen";
    const list = await listByCompany(tx, campaignId, asked);
    if (!list) return "unknown-company";
    const [row] = await tx
      .insert(listExports)
      .values({ campaignId, organizerId: null, ...list, createdAt: now, startedAt: now })
      .returning({ id: listExports.id });
    if (!row) return null;

    const actor = "operator";
    const entry = { actor, action: "export-started", campaignId, subject: row.id, detail: list } as const;
    await recordAudit(tx, entry, now);
    return { id: row.id, campaignId, actor, list };
  });
}

type Asked<Preset, Filter> = { campaignSlug: string; preset: Preset; filter?: Partial<Filter> };

/** Exports pledges for the operator: the bytes of an organizer's, with its own record. */
export async function exportPledges(
  db: Db,
  keys: Keys,
  { campaignSlug, preset, filter: given }: Asked<PledgePreset, PledgeExportFilter>,
  output: Writable,
  now = new Date(),
): Promise<Exported> {
  const filter: PledgeExportFilter = { ...wholePledges, ...given };
  if (preset === "pledges-co-filers") filter.state = "active";
  return exportAsOperator(db, keys, { campaignSlug, list: { preset, filter } }, output, now);
}

/** Exports signatures for the operator: the bytes of an organizer's, with its own record. */
export async function exportSignatures(
  db: Db,
  keys: Keys,
  { campaignSlug, preset, filter }: Asked<SignaturePreset, ExportFilter>,
  output: Writable,
  now = new Date(),
): Promise<Exported> {
  const list = { preset, filter: allowedFilter(preset, { ...usualFilter(preset), ...filter }) };
  return exportAsOperator(db, keys, { campaignSlug, list }, output, now);
}
