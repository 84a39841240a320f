import { and, eq, sql } from "drizzle-orm";
import { companyOf } from "#app/domain/campaign/company-of.server.ts";
import { readTranslations } from "#app/domain/campaign/translations/translations.server.ts";
import type { DbOrTx } from "#db/index.ts";
import { campaignCompanies, meetings } from "#db/schema/index.ts";
import type { CompanyEditing } from "./company-editing.ts";
import { type CompanyEditorScope, canEditCompany } from "./company-editor.server.ts";
import type { Meeting } from "./meeting.ts";

/** Translates a campaign's texts into one language. */
export type Translator = {
  /** The translation, or the original if there is none. */
  say: (text: string) => string;
  /** The language of the result of `say`, if other than requested. */
  languageOf: (text: string) => string | undefined;
};

/** Says a campaign's texts in `locale`, or as written where it is not known in it. */
export async function translatorFor(
  db: DbOrTx,
  campaignId: number,
  locale: string | undefined,
): Promise<Translator> {
  const other = locale ? await readTranslations(db, campaignId, locale) : null;
  return {
    say: (text) => other?.known.get(text) ?? text,
    languageOf: (text) => (other && !other.known.has(text) ? other.written : undefined),
  };
}

/** Translates a meeting, its proposals and their reported results. */
export const meetingIn = <M extends Pick<Meeting, "items">>(
  { say, languageOf }: Translator,
  meeting: M,
): M => ({
  ...meeting,
  items: meeting.items.map((item) => ({
    ...item,
    title: say(item.title),
    titleLanguage: languageOf(item.title),
    ...(item.reportedResult !== null && {
      reportedResult: say(item.reportedResult),
      reportedLanguage: languageOf(item.reportedResult),
    }),
  })),
});

/** Finds the company that a meeting is of. */
export async function findCompanyOfMeeting(db: DbOrTx, meetingId: number): Promise<number> {
  const [meeting] = await db
    .select({ companyId: meetings.targetId })
    .from(meetings)
    .where(eq(meetings.id, meetingId));
  if (!meeting) throw new Error("there is no such meeting");
  return meeting.companyId;
}

/** Finds the meeting year that organizers chose for pledges; null while it is the next one by default. */
export async function findChosenYear(
  db: DbOrTx,
  campaignId: number,
  companyId?: number,
): Promise<number | null> {
  const [row] = await db
    .select({ year: meetings.year })
    .from(campaignCompanies)
    .innerJoin(meetings, eq(meetings.id, campaignCompanies.meetingId))
    .where(
      and(
        eq(campaignCompanies.campaignId, campaignId),
        eq(campaignCompanies.companyId, companyOf({ campaignId, companyId })),
      ),
    );
  return row?.year ?? null;
}

/** Finds whether a member may change the facts of the campaign's company, which all campaigns on it share. */
export async function findCompanyEditing(db: DbOrTx, scope: CompanyEditorScope): Promise<CompanyEditing> {
  const [row] = await db.execute<{ here: boolean; everywhere: boolean }>(sql`
    select bool_or(c.id = ${scope.campaignId} and ${canEditCompany(scope.organizerId, sql`c.id`)}) as here,
      bool_and(${canEditCompany(scope.organizerId, sql`c.id`)}) as everywhere
    from campaigns c join campaign_companies o on o.campaign_id = c.id
    where o.company_id = ${companyOf(scope)}`);
  if (!row?.here) return "role";
  return row.everywhere ? "keeps" : "shared";
}
