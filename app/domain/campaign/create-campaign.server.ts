import { and, eq, sql } from "drizzle-orm";
import { mayAct, organizerOf } from "#app/domain/access/may-act.server.ts";
import { rightsOf } from "#app/domain/access/organizer.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
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
import { inOrder } from "./claim-order.server.ts";
import type { OnCampaign } from "./lock-campaign.server.ts";
import { recordChanges } from "./record-changes.server.ts";

type CreateInput = {
  /** The slug of the campaign it begins as a copy of. */
  from: string;
  /** As `NewCampaignForm` takes them. */
  slug: string;
  name: string;
  actor: OnCampaign["actor"];
};

export type CampaignCreated =
  | { outcome: "created"; id: number; slug: string; claims: number }
  | { outcome: "slug-taken" }
  /** There is no such campaign, or the organizer does not manage it. */
  | { outcome: "gone" };

/**
 * Begins a campaign as a copy of what another one says: company, goals, languages and addresses; petition and
 * claims as drafts; what letters begin with. It shares nothing with the other: no person, no list, no right.
 * Its creator owns it; one that the operator made has no organizer until one is invited. Nobody reads it
 * before it is opened.
 */
export async function createCampaign(
  db: Db,
  { from, slug, name, actor }: CreateInput,
  now = new Date(),
): Promise<CampaignCreated> {
  return db.transaction(async (tx): Promise<CampaignCreated> => {
    const [template] = await tx.select().from(campaigns).where(eq(campaigns.slug, from)).for("share");
    if (!template || !(await may(tx, actor, template.id))) return { outcome: "gone" };
    const [row] = await tx
      .insert(campaigns)
      .values({ ...takenOver(template), slug, title: name, status: "draft", createdAt: now })
      .onConflictDoNothing({ target: campaigns.slug })
      .returning({ id: campaigns.id });
    if (!row) return { outcome: "slug-taken" };

    const on = { campaignId: row.id, actor };
    const copied = await copyClaims(tx, template.id, row.id);
    await copyPetition(tx, template, on, now);
    await copyLetters(tx, template.id, on, now);
    const organizerId = organizerOf(actor);
    if (organizerId !== null) {
      const membership = { campaignId: row.id, organizerId, role: "owner" as const };
      await tx.insert(campaignOrganizers).values({ ...membership, rights: [...rightsOf.owner] });
    }
    const about = { ...on, thing: "campaign", stage: "draft" } as const;
    await recordChanges(tx, about, { before: null, after: { title: name, slug } }, now);
    const entry = { actor, action: "campaign-created", campaignId: row.id, subject: null } as const;
    await recordAudit(tx, { ...entry, detail: { from: template.id, claims: copied } }, now);
    return { outcome: "created", id: row.id, slug, claims: copied };
  });
}

async function may(tx: Tx, actor: OnCampaign["actor"], campaignId: number): Promise<boolean> {
  const rows = await tx.execute(sql`select 1 where ${mayAct(actor, campaignId, "manage")}`);
  return rows.length > 0;
}

const takenOver = (from: typeof campaigns.$inferSelect) => ({
  targetId: from.targetId,
  meetingId: from.meetingId,
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

/** As they are public, or as they were written where they never were; numbered again. */
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
