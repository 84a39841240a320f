import { and, eq, sql } from "drizzle-orm";
import { mayAct, organizerOf } from "#app/domain/access/may-act.server.ts";
import { rightsOf } from "#app/domain/access/organizer.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Locale } from "#app/i18n/index.ts";
import type { Db, Tx } from "#db/index.ts";
import {
  campaignOrganizers,
  campaigns,
  claims,
  letterSettings,
  letterTemplates,
  petitionDrafts,
  petitionVersions,
} from "#db/schema/index.ts";
import { inOrder } from "../claims/claim-order.server.ts";
import { beginCompany, listCompanies } from "../company/change-company.server.ts";
import { setCompanies } from "../company/set-companies.server.ts";
import type { OnCampaign } from "../lock-campaign.server.ts";
import { recordChanges } from "../record-changes.server.ts";
import { templateIn } from "../template.ts";

/** As `beginningOf` reads them. */
type CreateInput = { slug: string; name: string; actor: OnCampaign["actor"] } & (
  | {
      /** The slug of the campaign to copy. */
      from: string;
    }
  | {
      /** One that `listCompanies` returns for the actor, or the name of a new one. */
      company: { slug: string } | { name: string };
      /** Slugs of further companies from `listCompanies`. */
      more?: readonly string[];
      /** With instructions for a case and a petition; otherwise empty. */
      template: boolean;
      /** The language it is written in. */
      language: Locale;
    }
);

export type CampaignCreated =
  | { outcome: "created"; id: number; slug: string; claims: number }
  | { outcome: "slug-taken" }
  /** The company does not exist, or no campaign may be started about it. */
  | { outcome: "unknown-company" }
  /** The campaign to copy does not exist, or the organizer does not manage it, or any. */
  | { outcome: "gone" };

/** Default goals. */
const goalSteps = [100, 250, 500, 1000, 2500, 5000, 10_000, 25_000, 50_000, 100_000];

/**
 * Starts a draft: a copy of another campaign's words, a template, or empty. It shares no person, list or
 * right with another. Its creator owns it; one made by the operator has no organizer until one is invited.
 * Nobody can read it before it is opened.
 */
export async function createCampaign(db: Db, input: CreateInput, now = new Date()): Promise<CampaignCreated> {
  const { slug, name, actor } = input;
  return db.transaction(async (tx): Promise<CampaignCreated> => {
    const source = "from" in input ? await findSource(tx, input.from, actor) : null;
    if ("from" in input ? source === null : !(await managesAny(tx, actor))) return { outcome: "gone" };
    const more = "from" in input ? [] : await findMore(tx, input.more ?? [], actor);
    if (!more) return { outcome: "unknown-company" };
    const about = "from" in input ? null : await findTarget(tx, input.company, actor);
    if (about && about.outcome !== "found") return about;
    const begun = source
      ? copiedColumns(source)
      : { targetId: about?.id ?? 0, eyebrow: "", standfirst: "", goalSteps, languages: [languageOf(input)] };
    const [row] = await tx
      .insert(campaigns)
      .values({ ...begun, slug, title: name, status: "draft", createdAt: now })
      .onConflictDoNothing({ target: campaigns.slug })
      .returning({ id: campaigns.id });
    // A company that was created for it is deleted as well.
    if (!row) return taken(tx, about?.isNew ? about.id : null);

    if (about && more.length > 0) await setCompanies(tx, row.id, [...new Set([about.id, ...more])]);
    const on = { campaignId: row.id, actor };
    let written = 0;
    if (source) written = await copyWords(tx, source, on, now);
    else if ("template" in input && input.template)
      written = await writeTemplate(tx, on, input.language, now);
    const organizerId = organizerOf(actor);
    if (organizerId !== null) {
      const membership = { campaignId: row.id, organizerId, role: "owner" as const };
      await tx.insert(campaignOrganizers).values({ ...membership, rights: [...rightsOf.owner] });
    }
    const thing = { ...on, thing: "campaign", stage: "draft" } as const;
    await recordChanges(tx, thing, { before: null, after: { title: name, slug } }, now);
    const detail = { ...(source && { from: source.id }), claims: written };
    const entry = { actor, action: "campaign-created", campaignId: row.id, subject: null, detail } as const;
    await recordAudit(tx, entry, now);
    return { outcome: "created", id: row.id, slug, claims: written };
  });
}

async function findSource(tx: Tx, slug: string, actor: OnCampaign["actor"]) {
  const [source] = await tx.select().from(campaigns).where(eq(campaigns.slug, slug)).for("share");
  if (!source) return null;
  const rows = await tx.execute(sql`select 1 where ${mayAct(actor, source.id, "manage")}`);
  return rows.length > 0 ? source : null;
}

async function managesAny(tx: Tx, actor: OnCampaign["actor"]): Promise<boolean> {
  if (actor === "operator") return true;
  const rows = await tx.execute(
    sql`select 1 from campaigns c where ${mayAct(actor, sql`c.id`, "manage")} limit 1`,
  );
  return rows.length > 0;
}

type Target = { outcome: "found"; id: number; isNew: boolean } | { outcome: "unknown-company" };

async function findTarget(
  tx: Tx,
  company: { slug: string } | { name: string },
  actor: OnCampaign["actor"],
): Promise<Target> {
  if ("name" in company) return { outcome: "found", id: await beginCompany(tx, company.name), isNew: true };
  const known = await listCompanies(tx, organizerOf(actor));
  const found = known.find(({ slug }) => slug === company.slug);
  return found ? { outcome: "found", id: found.id, isNew: false } : { outcome: "unknown-company" };
}

/** Company ids by slug; null if the actor may not start a campaign about one of them. */
async function findMore(
  tx: Tx,
  slugs: readonly string[],
  actor: OnCampaign["actor"],
): Promise<number[] | null> {
  if (slugs.length === 0) return [];
  const known = await listCompanies(tx, organizerOf(actor));
  const found = slugs.map((slug) => known.find((one) => one.slug === slug)?.id);
  return found.every((id) => id !== undefined) ? found : null;
}

async function taken(tx: Tx, companyId: number | null): Promise<CampaignCreated> {
  if (companyId !== null) await tx.execute(sql`delete from targets where id = ${companyId}`);
  return { outcome: "slug-taken" };
}

const languageOf = (input: CreateInput): Locale => ("language" in input ? input.language : "en");

/** Writes the template's instructions. Returns how many statements it has. */
async function writeTemplate(
  tx: Tx,
  { campaignId, actor }: OnCampaign,
  language: Locale,
  now: Date,
): Promise<number> {
  const { page, statements, petition } = templateIn(language);
  await tx.update(campaigns).set(page).where(eq(campaigns.id, campaignId));
  const rows = statements.map((statement, n) => ({ ...statement, campaignId, position: n + 1 }));
  await tx.insert(claims).values(rows);
  await tx.insert(petitionDrafts).values({ campaignId, ...petition, editedBy: actor, editedAt: now });
  return rows.length;
}

/** Returns what a copy says of its campaign: its company, goals, languages and who runs it. */
const copiedColumns = (from: typeof campaigns.$inferSelect) => ({
  targetId: from.targetId,
  eyebrow: from.eyebrow,
  standfirst: from.standfirst,
  goalSteps: from.goalSteps,
  languages: from.languages,
  retentionMonths: from.retentionMonths,
  operator: from.operator,
  postalAddress: from.postalAddress,
  contactEmail: from.contactEmail,
  privacyContact: from.privacyContact,
  fundingLine: from.fundingLine,
});

/** Copies petition and claims as drafts, and what letters begin with. Returns how many claims. */
async function copyWords(
  tx: Tx,
  from: typeof campaigns.$inferSelect,
  on: OnCampaign,
  now: Date,
): Promise<number> {
  await copyCompanies(tx, from.id, on.campaignId);
  const copied = await copyClaims(tx, from.id, on.campaignId);
  await copyPetition(tx, from, on, now);
  await copyLetters(tx, from.id, on, now);
  return copied;
}

/** Copies public claims, or the draft of those never published, and renumbers them. */
async function copyClaims(tx: Tx, from: number, to: number): Promise<number> {
  const rows = await tx.select().from(claims).where(eq(claims.campaignId, from)).orderBy(inOrder);
  for (const [n, row] of rows.entries()) {
    const { id: _id, version: _v, place: _p, draft: _d, firstPublishedAt: _f, ...words } = row;
    const copy = { ...words, campaignId: to, position: n + 1, published: false };
    await tx.insert(claims).values(copy);
  }
  return rows.length;
}

async function copyPetition(
  tx: Tx,
  from: Pick<typeof campaigns.$inferSelect, "id" | "petitionVersion">,
  { campaignId, actor }: OnCampaign,
  now: Date,
): Promise<void> {
  const inForce = and(
    eq(petitionVersions.campaignId, from.id),
    eq(petitionVersions.version, from.petitionVersion),
  );
  const [row] = await tx.select().from(petitionVersions).where(inForce);
  if (!row) return;
  const words = { summary: row.summary, body: row.body };
  await tx.insert(petitionDrafts).values({ campaignId, ...words, editedBy: actor, editedAt: now });
}

async function copyLetters(
  tx: Tx,
  from: number,
  { campaignId, actor }: OnCampaign,
  now: Date,
): Promise<void> {
  const editedById = organizerOf(actor);
  const [settings] = await tx.select().from(letterSettings).where(eq(letterSettings.campaignId, from));
  if (settings && editedById !== null) {
    const { everyDays, milestone } = settings;
    await tx.insert(letterSettings).values({ campaignId, everyDays, milestone, editedAt: now, editedById });
  }
  const templates = await tx.select().from(letterTemplates).where(eq(letterTemplates.campaignId, from));
  for (const { locale, ask } of templates)
    await tx.insert(letterTemplates).values({ campaignId, locale, ask, editedAt: now, editedById });
}

/** A trigger adds the first. */
const copyCompanies = (tx: Tx, fromId: number, campaignId: number) =>
  tx.execute(sql`
    insert into campaign_companies (campaign_id, company_id, place, meeting_id)
    select ${campaignId}, company_id, place, meeting_id from campaign_companies
    where campaign_id = ${fromId} order by place
    on conflict (campaign_id, company_id) do update set meeting_id = excluded.meeting_id`);
