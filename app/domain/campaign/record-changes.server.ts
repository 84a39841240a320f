import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Tx } from "#db/index.ts";
import { campaignChanges } from "#db/schema/index.ts";
import type { OnCampaign } from "./lock-campaign.server.ts";
import { isSameValue } from "./same-value.ts";

type Values = Record<string, unknown>;
type About = OnCampaign & {
  thing: (typeof campaignChanges.$inferInsert)["thing"];
  thingId?: number | null;
  stage: "draft" | "public";
  /** One of several changes that share a log entry. */
  isPart?: true;
};

/** Lists fields that differ; of what is new or gone, those that say anything. */
export const differing = (before: Values | null, after: Values | null): string[] =>
  [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].filter(
    (field) => !isSameValue(before?.[field], after?.[field]),
  );

/** Records the change from `before` to `after`, one row per field. Returns the fields that changed. */
export async function recordChanges(
  tx: Tx,
  { campaignId, actor, thing, thingId = null, stage, isPart }: About,
  { before, after }: { before: Values | null; after: Values | null },
  now: Date,
): Promise<string[]> {
  const fields = differing(before, after);
  if (fields.length === 0) return fields;
  await tx
    .insert(campaignChanges)
    .values(
      fields.map((field) => ({
        campaignId,
        at: now,
        actor,
        thing,
        thingId,
        stage,
        field,
        before: before?.[field] ?? null,
        after: after?.[field] ?? null,
      })),
    );
  // Publishing has a log entry of its own.
  if (stage === "draft" && !isPart) {
    const entry = { actor, action: "words-drafted", campaignId, subject: null } as const;
    await recordAudit(tx, { ...entry, detail: { thing, fields } }, now);
  }
  return fields;
}
