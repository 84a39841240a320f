import { createHash } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { mayAct } from "#app/domain/access/may-act.server.ts";
import { actorOf, recordAudit } from "#app/domain/record/record.server.ts";
import type { Db } from "#db/index.ts";
import { letterTemplates } from "#db/schema/index.ts";

export type TemplateInput = {
  /** `organizerId` null: the operator. */
  scope: { campaignId: number; organizerId: string | null };
  /** One of the campaign's languages. */
  locale: string;
  /** Empty removes the paragraph. */
  ask: string;
  /** When it was last edited, as this edit began (ISO 8601); empty if never. */
  seen: string;
};

export type TemplateSaved =
  | { outcome: "saved" }
  /** Somebody saved since the edit began. Nothing was stored. */
  | { outcome: "stale" }
  /** The organizer does not belong to the campaign, or the language does not. */
  | { outcome: "gone" };

/**
 * Stores what the campaign asks, from which writers start. Letters that were written keep their words; how
 * similar they are is compared with the text stored here when they are scored.
 */
export async function saveTemplate(
  db: Db,
  { scope: { campaignId, organizerId }, locale, ask, seen }: TemplateInput,
  now = new Date(),
): Promise<TemplateSaved> {
  const actor = actorOf(organizerId);
  return db.transaction(async (tx) => {
    const [before] = await tx.execute<{ at: string | null }>(sql`
      select (select edited_at from letter_templates where campaign_id = c.id and locale = ${locale}) as at
      from campaigns c where c.id = ${campaignId} and ${locale} = any (c.languages)
        and ${mayAct(actor, campaignId, "write")} for update of c`);
    if (!before) return { outcome: "gone" };
    if (seen !== (before.at === null ? "" : new Date(before.at).toISOString())) return { outcome: "stale" };

    if (ask === "") {
      await tx
        .delete(letterTemplates)
        .where(and(eq(letterTemplates.campaignId, campaignId), eq(letterTemplates.locale, locale)));
    } else {
      const row = { ask, editedAt: now, editedById: organizerId };
      await tx
        .insert(letterTemplates)
        .values({ campaignId, locale, ...row })
        .onConflictDoUpdate({ target: [letterTemplates.campaignId, letterTemplates.locale], set: row });
    }
    const sha256 = createHash("sha256").update(ask).digest("hex");
    const entry = { actor, campaignId, subject: null, detail: { locale, sha256 } };
    await recordAudit(tx, { ...entry, action: "letter-template-changed" }, now);
    return { outcome: "saved" };
  });
}
