import { eq, sql } from "drizzle-orm";
import type { DbOrTx } from "#db/index.ts";
import { letterSettings } from "#db/schema/index.ts";
import { type LetterSettings, usualSettings } from "./settings-form.ts";

/** The last editor, and when (ISO 8601); null if nobody has edited it. */
export type LastEdit = { at: string; by: string | null } | null;

/** Finds when a campaign hands letters over, as set or by default. */
export async function findSettings(db: DbOrTx, campaignId: number): Promise<LetterSettings> {
  const [row] = await db
    .select({ everyDays: letterSettings.everyDays, milestone: letterSettings.milestone })
    .from(letterSettings)
    .where(eq(letterSettings.campaignId, campaignId));
  return row ?? usualSettings;
}

export type LetterTemplate = { locale: string; ask: string; edited: LastEdit };

/** Finds the settings, who made them, and what the campaign asks in each language (empty: unwritten). */
export async function findSettingsAndTemplates(
  db: DbOrTx,
  campaignId: number,
): Promise<{ settings: LetterSettings; edited: LastEdit; templates: LetterTemplate[]; company: string }> {
  const editOf = (at: string | null, by: string | null): LastEdit =>
    at === null ? null : { at: new Date(at).toISOString(), by };
  const [row] = await db.execute<{ company: string; at: string | null; by: string | null }>(sql`
    select t.name as company, s.edited_at as at, o.name as by
    from campaigns c join targets t on t.id = c.target_id
    left join letter_settings s on s.campaign_id = c.id left join organizers o on o.id = s.edited_by_id
    where c.id = ${campaignId}`);
  const templates = await db.execute<{
    locale: string;
    ask: string;
    at: string | null;
    by: string | null;
  }>(sql`
    select l.locale, coalesce(t.ask, '') as ask, t.edited_at as at, o.name as by
    from campaigns c cross join unnest(c.languages) with ordinality as l (locale, n)
    left join letter_templates t on t.campaign_id = c.id and t.locale = l.locale
    left join organizers o on o.id = t.edited_by_id
    where c.id = ${campaignId} order by l.n`);
  return {
    settings: await findSettings(db, campaignId),
    edited: editOf(row?.at ?? null, row?.by ?? null),
    templates: [...templates].map(({ locale, ask, at, by }) => ({ locale, ask, edited: editOf(at, by) })),
    company: row?.company ?? "",
  };
}
