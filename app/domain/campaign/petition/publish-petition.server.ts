import { and, eq, sql } from "drizzle-orm";
import { addLine } from "#app/domain/campaign/corrections/add-correction.server.ts";
import { dayOfCampaign } from "#app/domain/campaign/day-of-campaign.server.ts";
import { lockCampaign, type OnCampaign } from "#app/domain/campaign/lock-campaign.server.ts";
import { hasSigners } from "#app/domain/campaign/petition-signers.server.ts";
import { recordChanges } from "#app/domain/campaign/record-changes.server.ts";
import type { PetitionWords } from "#app/domain/campaign/wording.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import { hasInstruction } from "#app/lib/placeholders.ts";
import type { Db, Tx } from "#db/index.ts";
import { campaigns, petitionDrafts, petitionVersions } from "#db/schema/index.ts";
import { findWords, meaningOf } from "./petition-meaning.ts";
import { type PetitionProposed, proposePetition, withdrawProposal } from "./propose-petition.server.ts";
import { type PetitionTexts, readTexts } from "./read-texts.server.ts";

type PublishInput = OnCampaign & {
  /** The version of the draft that was read. */
  version: number;
  /** Whether the meaning is that of the text before. A note says what was corrected. */
  meaning:
    | { is: "same"; note: string }
    /** `tell`: what the email to earlier signers says of the change; null: they get none. */
    | { is: "changed"; earlier: "apart" | null; tell?: string | null };
};

export type PetitionPublished =
  | { outcome: "published"; version: number }
  /** People signed the current text, so somebody must approve this one. Nothing was published. */
  | PetitionProposed
  /** The draft was edited, dropped or published since it was read. Nothing was published. */
  | { outcome: "stale" }
  /** People signed an earlier meaning, and nobody chose what happens to them. */
  | { outcome: "earlier-missing" }
  /** It still has an instruction of the template. */
  | { outcome: "instruction" }
  /** The first text cannot correct another. */
  | { outcome: "no-earlier-text" }
  /** It equals the public text. */
  | { outcome: "unchanged" }
  /** The text of an earlier version, so it has that meaning: the same as the current text, or another. */
  | { outcome: "means-the-same" | "means-another"; like: number }
  | { outcome: "gone" };

/**
 * Puts the draft of the petition in force: from the next second on people sign this text. A signature stays
 * with the text it was given to. A correction of form is a text of the same meaning. A change of meaning
 * counts from zero and counts those who signed before apart. Once anybody has signed, either only asks for an
 * approval (`approvePetition`), so that a second person has read what the first says of its meaning. The text
 * of an earlier version is that version again, with everybody who signed it.
 */
export async function publishPetition(
  db: Db,
  input: PublishInput,
  now = new Date(),
): Promise<PetitionPublished> {
  const { campaignId, actor, meaning } = input;
  return db.transaction(async (tx): Promise<PetitionPublished> => {
    if (!(await lockCampaign(tx, input, "manage"))) return { outcome: "gone" };
    const [draft] = await tx.select().from(petitionDrafts).where(eq(petitionDrafts.campaignId, campaignId));
    if (draft?.version !== input.version) return { outcome: "stale" };
    const texts = await readTexts(tx, campaignId);
    const { current } = texts;
    const words = { summary: draft.summary, body: draft.body };
    if (hasInstruction(words.summary) || hasInstruction(words.body)) return { outcome: "instruction" };
    if (current && current.summary === words.summary && current.body === words.body)
      return { outcome: "unchanged" };
    if (meaning.is === "same" && !current) return { outcome: "no-earlier-text" };
    const known = findWords(texts.versions, words);
    if (known && current) {
      const isSame = known.meaning === meaningOf(current);
      if (isSame !== (meaning.is === "same"))
        return { outcome: isSame ? "means-the-same" : "means-another", like: known.like };
    }
    const signed = await hasSigners(tx, campaignId);
    if (meaning.is === "changed" && signed && meaning.earlier === null) return { outcome: "earlier-missing" };

    const again = known?.again ?? null;
    if (signed && current) {
      const isSame = meaning.is === "same";
      const proposed = {
        words,
        draft,
        again,
        note: isSame ? meaning.note : null,
        meaning: isSame ? meaningOf(current) : (known?.meaning ?? null),
        // Earlier signers are only notified of a new meaning.
        tell: isSame || known ? null : (meaning.tell ?? null),
      };
      return proposePetition(tx, input, texts, proposed, now);
    }
    const isSame = meaning.is === "same" && current !== null;
    const next = {
      words,
      again,
      earlier: null,
      note: meaning.is === "same" ? meaning.note : null,
      sameAs: isSame ? meaningOf(current) : (known?.meaning ?? null),
    };
    const version = await putInForce(tx, input, texts, next, now);
    await tx.delete(petitionDrafts).where(eq(petitionDrafts.campaignId, campaignId));
    const detail = { version, meaning: meaning.is, earlier: null };
    await recordAudit(tx, { actor, action: "petition-published", campaignId, subject: null, detail }, now);
    return { outcome: "published", version };
  });
}

type Next = {
  words: PetitionWords;
  /** The version with these words; null: they become a new one. */
  again: number | null;
  /** For a new one: the version whose meaning it has; null: a meaning of its own. */
  sameAs: number | null;
  /** What was corrected, if the meaning is the same: it goes into the public log. */
  note: string | null;
  earlier: "apart" | null;
};

/** Puts a text in force for the next signers: a new version or an earlier one. Returns which. */
export async function putInForce(
  tx: Tx,
  on: OnCampaign,
  { versions, current }: PetitionTexts,
  { words, again, sameAs, note, earlier }: Next,
  now: Date,
): Promise<number> {
  const { campaignId, actor } = on;
  const version = again ?? (versions.at(-1)?.version ?? 0) + 1;
  if (again === null)
    await tx
      .insert(petitionVersions)
      .values({
        campaignId,
        version,
        ...words,
        publishedAt: now,
        publishedBy: actor,
        sameMeaningAs: sameAs,
        note,
        earlierSigners: earlier,
      });
  else
    await tx
      .update(petitionVersions)
      .set({ inForceAgainAt: now })
      .where(and(eq(petitionVersions.campaignId, campaignId), eq(petitionVersions.version, again)));
  await tx
    .update(campaigns)
    .set({ petitionVersion: version, version: sql`${campaigns.version} + 1` })
    .where(eq(campaigns.id, campaignId));
  await withdrawProposal(tx, on, "text", now);
  const before = current && { summary: current.summary, body: current.body };
  const about = { campaignId, actor, thing: "petition", thingId: version, stage: "public" } as const;
  await recordChanges(tx, about, { before, after: words }, now);
  if (note !== null) {
    const correctedOn = await dayOfCampaign(tx, campaignId, now);
    await addLine(tx, on, { kind: "wording", correctedOn, text: note, claimId: null }, now);
  }
  return version;
}
