import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { organizerOf } from "#app/domain/access/may-act.server.ts";
import { askApproval } from "#app/domain/approvals/ask-approval.server.ts";
import { queueApprovalWithdrawn } from "#app/domain/approvals/queue-approval-withdrawn.server.ts";
import type { OnCampaign } from "#app/domain/campaign/lock-campaign.server.ts";
import { countByVersion } from "#app/domain/campaign/petition-signers.server.ts";
import type { PetitionWords } from "#app/domain/campaign/wording.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Locale } from "#app/i18n/index.ts";
import type { DbOrTx, Tx } from "#db/index.ts";
import { organizers, petitionDrafts, petitionProposals } from "#db/schema/index.ts";
import { petitionApproval } from "./petition-approval.ts";
import { type CountForecast, forecastCount, meaningOf } from "./petition-meaning.ts";
import { readTranslatedPetition } from "./petition-translations.server.ts";
import { type PetitionTexts, readTexts } from "./read-texts.server.ts";

type Proposed = {
  words: PetitionWords;
  /** The draft, and its last editor; null: an earlier version. */
  draft: { version: number; editedBy: string } | null;
  again: number | null;
  /** The meaning of the text; null: its own. */
  meaning: number | null;
  tell: string | null;
  /** What was corrected, if the meaning is the same. */
  note: string | null;
  /** For a translation of the current text: its language, and the note in it. */
  translation?: { locale: Locale; noteIn: string | null };
};

export type PetitionProposed =
  /** Somebody else must approve it, or the actor if nobody else can. Nothing was changed. */
  | { outcome: "asked"; publicId: string; forecast: CountForecast }
  /** Another text waits. */
  | { outcome: "already-asked" };

/**
 * Asks that a text be put in force that people have not signed, or that they signed earlier, with what it
 * says in other languages; or a translation of the text in force. In a transaction that holds the campaign.
 */
export async function proposePetition(
  tx: Tx,
  { campaignId, actor }: OnCampaign,
  { versions, current }: PetitionTexts,
  { words, draft, again, meaning, tell, note, translation }: Proposed,
  now: Date,
): Promise<PetitionProposed> {
  if ((await tx.$count(petitionProposals, waits(campaignId))) > 0) return { outcome: "already-asked" };
  const signed = await countByVersion(tx, campaignId);
  const counted = versions.map((one) => ({ ...one, signatures: signed.get(one.version) ?? 0 }));
  const forecast = forecastCount(counted, current, meaning);
  const all = await readTranslatedPetition(tx, campaignId, words, again);
  const translated = translation ? all.filter(({ locale }) => locale === translation.locale) : all;
  const translators = translated.flatMap(({ drafts }) =>
    drafts.flatMap(({ draftedBy }) => (draftedBy && organizerOf(draftedBy as OnCampaign["actor"])) || []),
  );
  const [row] = await tx
    .insert(petitionProposals)
    .values({
      campaignId,
      draftVersion: draft?.version ?? null,
      again,
      tell,
      note,
      locale: translation?.locale ?? null,
      noteIn: translation?.noteIn ?? null,
      translations: Object.fromEntries(translated.map(({ locale, words: text }) => [locale, text])),
      translatedBy: [...new Set(translators)],
      countBefore: forecast.before,
      countAfter: forecast.after,
      askedAt: now,
      askedById: organizerOf(actor),
      editedById: draft && organizerOf(draft.editedBy as OnCampaign["actor"]),
    })
    .returning({ publicId: petitionProposals.publicId });
  if (!row) throw new Error("a proposal was not stored");
  const isSame = current !== null && meaning === meaningOf(current);
  const counts = { before: forecast.before, after: forecast.after };
  const named = translation && { locale: translation.locale };
  const detail = { meaning: isSame ? "same" : "changed", again, ...named, ...counts };
  const entry = { actor, action: "petition-asked", campaignId, subject: row.publicId } as const;
  await recordAudit(tx, { ...entry, detail }, now);
  await askApproval(tx, petitionApproval, entry, now);
  return { outcome: "asked", publicId: row.publicId, forecast };
}

/** Matches a campaign's proposal awaiting approval: there is one at most. */
export const waits = (campaignId: number) =>
  and(
    eq(petitionProposals.campaignId, campaignId),
    isNull(petitionProposals.approvedAt),
    isNull(petitionProposals.withdrawnAt),
  );

/**
 * Withdraws what waits, once somebody wrote another translation of its words. In a transaction that holds the
 * campaign. `originals`: what was translated, into `locale`.
 */
export async function withdrawTranslated(
  tx: Tx,
  on: OnCampaign & { locale: Locale },
  originals: readonly string[],
  now: Date,
): Promise<void> {
  const { campaignId, locale } = on;
  const [waiting] = await tx.select().from(petitionProposals).where(waits(campaignId));
  if (!waiting || (waiting.locale !== null && waiting.locale !== locale)) return;
  const words = await proposedWordsOf(tx, campaignId, waiting);
  if (words && originals.some((text) => text === words.summary || text === words.body))
    await withdrawProposal(tx, on, "translation", now);
}

/** Reads a proposal's words: of the draft, of an earlier version, or those in force. */
export async function proposedWordsOf(
  tx: Tx,
  campaignId: number,
  { draftVersion, again }: Pick<typeof petitionProposals.$inferSelect, "draftVersion" | "again">,
): Promise<PetitionWords | null> {
  if (draftVersion !== null) {
    const rows = await tx.select().from(petitionDrafts).where(eq(petitionDrafts.campaignId, campaignId));
    return rows[0] ?? null;
  }
  const { versions, current } = await readTexts(tx, campaignId);
  return versions.find(({ version }) => version === again) ?? current;
}

/**
 * Withdraws what waits. `draft`: the draft it is about was edited or dropped. `translation`: so was a
 * translation. `text`: another text was put in force. In a transaction that holds the campaign. True where
 * something waited.
 */
export async function withdrawProposal(
  tx: Tx,
  { campaignId, actor }: OnCampaign,
  cause: "asked" | "draft" | "translation" | "text",
  now: Date,
): Promise<boolean> {
  const [row] = await tx
    .update(petitionProposals)
    .set({ withdrawnAt: now })
    .where(and(waits(campaignId), cause === "draft" ? isNotNull(petitionProposals.draftVersion) : undefined))
    .returning({ subject: petitionProposals.publicId });
  if (!row) return false;
  await queueApprovalWithdrawn(tx, { campaignId, kind: "petition", actor, ...row });
  const entry = { actor, action: "petition-request-withdrawn", campaignId, ...row } as const;
  await recordAudit(tx, { ...entry, detail: { cause } }, now);
  return true;
}

/** Reads the text that waits for its approval, with who asked for it. Null where none does. */
export async function readProposal(db: DbOrTx, campaignId: number) {
  const p = petitionProposals;
  const [row] = await db
    .select({
      publicId: p.publicId,
      draftVersion: p.draftVersion,
      again: p.again,
      tell: p.tell,
      note: p.note,
      locale: p.locale,
      noteIn: p.noteIn,
      translations: p.translations,
      translatedBy: p.translatedBy,
      askedAt: p.askedAt,
      askedById: p.askedById,
      askedBy: organizers.name,
      editedById: p.editedById,
    })
    .from(p)
    .leftJoin(organizers, eq(organizers.id, p.askedById))
    .where(waits(campaignId));
  return row ? { ...row, askedAt: row.askedAt.toISOString() } : null;
}
