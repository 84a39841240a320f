import { isFrozen } from "#app/domain/access/freeze.server.ts";
import type { OpenToken } from "#app/domain/access/tokens/open-token.server.ts";
import { type ExportPreset, isPledgePreset } from "#app/domain/outgoing/exports/presets.ts";
import { listExportsOf } from "#app/domain/outgoing/exports/queries.server.ts";
import { words } from "#app/i18n/index.ts";
import type { Db } from "#db/index.ts";
import { problem } from "./api.server.ts";

const say = words("en").api.problems;

export const scopeForPreset = (preset: ExportPreset) =>
  isPledgePreset(preset) ? "export-pledges" : "export-signatures";

/** Lists the exports of a token's maker that the token may fetch, newest first, as programs read them. */
export async function listForToken(db: Db, { campaign, organizerId, scopes }: OpenToken, appUrl: string) {
  const rows = await listExportsOf(db, { campaignId: campaign.id, organizerId }, 200);
  const base = `${appUrl}/api/v1/organizer/campaigns/${campaign.slug}/exports`;
  return rows
    .filter(({ mine, preset }) => mine && scopes.includes(scopeForPreset(preset)))
    .map(({ id, preset, filter, kept, state, ...row }) => ({
      id,
      preset,
      format: filter.format,
      state,
      kept,
      rows: row.rows,
      rowsSoFar: row.rowsSoFar,
      bytes: row.bytes,
      sha256: row.sha256,
      askedAt: row.createdAt.toISOString(),
      completedAt: row.completedAt?.toISOString() ?? null,
      expiresAt: row.expiresAt?.toISOString() ?? null,
      links: { self: `${base}/${id}`, file: kept && state === "completed" ? `${base}/${id}/file` : null },
    }));
}

/** Throws 403 while the panic switch of the campaign is on. */
export async function refuseFrozen(db: Db, { campaign }: OpenToken): Promise<void> {
  if (await isFrozen(db, campaign.id)) throw problem(403, "frozen", say.frozen);
}
