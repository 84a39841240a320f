import { and, eq, sql } from "drizzle-orm";
import { mayAct } from "#app/domain/access/may-act.server.ts";
import { actorOf, recordAudit } from "#app/domain/record/record.server.ts";
import type { Db, DbOrTx } from "#db/index.ts";
import { letterSettings, letterTemplates } from "#db/schema/index.ts";
import type { LetterSettings } from "./settings-form.ts";

export type SettingsInput = {
  /** `organizerId` null: the operator. */
  scope: { campaignId: number; organizerId: string | null };
  values: LetterSettings;
  /** When they were last edited, as this edit began (ISO 8601); empty if never. */
  seen: string;
};

export type SettingsSaved =
  | { outcome: "saved" }
  /** Somebody saved since the edit began. Nothing was stored. */
  | { outcome: "stale" }
  | { outcome: "gone" };

/** Sets when the campaign drafts its next consolidated letter. */
export async function saveSettings(
  db: Db,
  { scope: { campaignId, organizerId }, values, seen }: SettingsInput,
  now = new Date(),
): Promise<SettingsSaved> {
  const actor = actorOf(organizerId);
  return db.transaction(async (tx) => {
    const [before] = await tx.execute<{ at: string | null }>(sql`
      select (select edited_at from letter_settings where campaign_id = c.id) as at
      from campaigns c where c.id = ${campaignId} and ${mayAct(actor, campaignId, "write")} for update of c`);
    if (!before) return { outcome: "gone" };
    if (seen !== (before.at === null ? "" : new Date(before.at).toISOString())) return { outcome: "stale" };

    const row = { ...values, editedAt: now, editedById: organizerId };
    await tx
      .insert(letterSettings)
      .values({ campaignId, ...row })
      .onConflictDoUpdate({ target: letterSettings.campaignId, set: row });
    const entry = { actor, campaignId, subject: null, detail: { ...values } };
    await recordAudit(tx, { ...entry, action: "letter-settings-changed" }, now);
    return { outcome: "saved" };
  });
}

/** Finds what the campaign asks, for a writer to adopt; null where it is unwritten in their language. */
export async function findAsk(
  db: DbOrTx,
  { campaignId, locale }: { campaignId: number; locale: string },
): Promise<string | null> {
  const [template] = await db
    .select({ ask: letterTemplates.ask })
    .from(letterTemplates)
    .where(and(eq(letterTemplates.campaignId, campaignId), eq(letterTemplates.locale, locale)));
  return template?.ask ?? null;
}
