import { and, eq } from "drizzle-orm";
import { organizerOf } from "#app/domain/access/may-act.server.ts";
import { decideApproval, type NotApproving } from "#app/domain/approvals/decide-approval.server.ts";
import { putTranslationInForce } from "#app/domain/campaign/petition/correct-translation.server.ts";
import { makePublic } from "#app/domain/campaign/petition/save-translations.server.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import { locales } from "#app/i18n/index.ts";
import type { Db, Tx } from "#db/index.ts";
import { petitionDrafts, petitionProposals } from "#db/schema/index.ts";
import { lockCampaign, type OnCampaign } from "../lock-campaign.server.ts";
import { hasSigners } from "../petition-signers.server.ts";
import { isSameValue } from "../same-value.ts";
import { addNotice } from "./ask-notice.server.ts";
import { petitionApproval } from "./petition-approval.ts";
import { findWords, meaningOf } from "./petition-meaning.ts";
import { readTranslatedPetition, type TranslatedPetition } from "./petition-translations.server.ts";
import { proposedWordsOf, waits, withdrawProposal } from "./propose-petition.server.ts";
import { putInForce } from "./publish-petition.server.ts";
import { readTexts } from "./read-texts.server.ts";

/**
 * `publicId`: the proposal the approver saw; null: the one that waits. `alone`: the operator approves their
 * own request and states that nobody else needs to see it.
 */
type ApproveInput = OnCampaign & { publicId: string | null; alone?: boolean };

export type PetitionApproved =
  | { outcome: "published"; version: number; alone: boolean }
  /** The approver is its author, and somebody else can approve it. */
  | NotApproving
  /** It was withdrawn, edited or approved since the approver saw it. */
  | { outcome: "not-waiting" }
  | { outcome: "gone" };

/**
 * Puts a text in force that waits for approval. Its approver neither asked for it nor wrote it; an organizer
 * who is the only approver may do it alone, which is recorded. The caller has reauthenticated them.
 */
export async function approvePetition(
  db: Db,
  input: ApproveInput,
  now = new Date(),
): Promise<PetitionApproved> {
  const { campaignId, actor, publicId } = input;
  return db.transaction(async (tx): Promise<PetitionApproved> => {
    if (!(await lockCampaign(tx, input, "approve"))) return { outcome: "gone" };
    const [proposal] = await tx.select().from(petitionProposals).where(waits(campaignId));
    if (!proposal || (publicId !== null && proposal.publicId !== publicId)) return { outcome: "not-waiting" };
    const { askedById, editedById, translatedBy } = proposal;
    const decided = await decideApproval(tx, petitionApproval, input, {
      askedById,
      others: [editedById ?? askedById, ...translatedBy],
    });
    if ("outcome" in decided) return decided;
    const { alone } = decided;
    const translated = await readTranslated(tx, campaignId, proposal);
    if (translated === null) {
      await withdrawProposal(tx, input, "translation", now);
      return { outcome: "not-waiting" };
    }

    await tx
      .update(petitionProposals)
      .set({ approvedAt: now, approvedById: organizerOf(actor), approvedAlone: alone })
      .where(eq(petitionProposals.id, proposal.id));
    const { version, meaning } = await publish(tx, input, { ...proposal, translated }, now);
    const action = alone ? "petition-approved-alone" : "petition-approved";
    const named = proposal.locale === null ? {} : { locale: proposal.locale };
    const detail = { meaning, version, ...named, before: proposal.countBefore, after: proposal.countAfter };
    await recordAudit(tx, { actor, action, campaignId, subject: proposal.publicId, detail }, now);
    return { outcome: "published", version, alone };
  });
}

type Proposal = typeof petitionProposals.$inferSelect;

/** Reads the translations of what waits; null if they differ from those requested. */
async function readTranslated(tx: Tx, campaignId: number, proposal: Proposal) {
  const { again, locale: only, translations } = proposal;
  const words = await proposedWordsOf(tx, campaignId, proposal);
  const all = words ? await readTranslatedPetition(tx, campaignId, words, again) : [];
  const translated = all.filter(({ locale }) => only === null || locale === only);
  const now = Object.fromEntries(translated.map((one) => [one.locale, one.words]));
  return isSameValue(now, translations) ? translated : null;
}

async function publish(
  tx: Tx,
  on: OnCampaign,
  proposal: Proposal & { translated: TranslatedPetition[] },
  now: Date,
): Promise<{ version: number; meaning: "same" | "changed" }> {
  const { campaignId } = on;
  const { again, draftVersion, tell, note, askedById } = proposal;
  const texts = await readTexts(tx, campaignId);
  const ofTranslation = locales.find((one) => one === proposal.locale);
  if (ofTranslation) {
    const { noteIn } = proposal;
    const notes = note !== null && noteIn !== null ? { note, noteIn } : null;
    const asked = { campaignId, actor: on.actor, locale: ofTranslation };
    return { version: await putTranslationInForce(tx, asked, texts, notes, now), meaning: "same" };
  }
  const earlierText = texts.versions.find((one) => one.version === again);
  const ofDraft = and(
    eq(petitionDrafts.campaignId, campaignId),
    eq(petitionDrafts.version, draftVersion ?? 0),
  );
  const [draft] = draftVersion === null ? [] : await tx.delete(petitionDrafts).where(ofDraft).returning();
  const text = earlierText ?? draft;
  if (!text) throw new Error("the text of a proposal is gone");
  const words = { summary: text.summary, body: text.body };
  for (const { locale, drafts } of proposal.translated)
    await makePublic(tx, { campaignId, actor: on.actor, locale }, drafts, now);
  const known = findWords(texts.versions, words);
  const { current } = texts;
  const sameAs = note !== null && current ? meaningOf(current) : (known?.meaning ?? null);
  const isSame = current !== null && sameAs === meaningOf(current);
  const earlier = !isSame && (await hasSigners(tx, campaignId)) ? "apart" : null;
  const next = { words, again: known?.again ?? null, sameAs, note, earlier } as const;
  const version = await putInForce(tx, on, texts, next, now);
  const asker = askedById === null ? "operator" : (`organizer:${askedById}` as const);
  if (tell !== null) await addNotice(tx, { campaignId, actor: asker, version, change: tell }, now);
  return { version, meaning: isSame ? "same" : "changed" };
}
