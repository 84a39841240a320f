import { and, eq, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/index.ts";
import { campaigns, petitionDrafts, petitionVersions } from "#db/schema/index.ts";
import { recordAudit } from "../audit/record.server.ts";
import { addNotice } from "../notices/ask-notice.server.ts";
import { addLine } from "./add-correction.server.ts";
import { lockCampaign, type OnCampaign } from "./lock-campaign.server.ts";
import { hasSigners } from "./petition-signers.server.ts";
import { recordChanges } from "./record-changes.server.ts";

type PublishInput = OnCampaign & {
  /** The version of the draft that was read. */
  version: number;
  /** Whether the text means what the one before it does. A note says what was put right. */
  meaning:
    | { is: "same"; note: string }
    /** `tell`: what the mail to those who signed before says of the change; null: nobody is told. */
    | { is: "changed"; earlier: "apart" | null; tell?: string | null };
};

export type PetitionPublished =
  | { outcome: "published"; version: number }
  /** The draft was edited, dropped or published after it was read. Nothing was published. */
  | { outcome: "stale" }
  /** People signed an earlier meaning, and nobody said what becomes of them. */
  | { outcome: "earlier-missing" }
  /** The first text can be no correction of another one. */
  | { outcome: "no-earlier-text" }
  /** It says what is public already. */
  | { outcome: "unchanged" }
  | { outcome: "gone" };

/**
 * Puts the draft of the petition in force: from the next second on people sign this text. A signature stays with the
 * text it was given to. A correction of form is a text of the same meaning; a change of meaning begins anew, and those
 * who signed before are kept apart, and told of it once somebody else has approved that.
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
    const current = await findInForce(tx, campaignId);
    const after = { summary: draft.summary, body: draft.body };
    if (current && current.summary === after.summary && current.body === after.body)
      return { outcome: "unchanged" };
    if (meaning.is === "same" && !current) return { outcome: "no-earlier-text" };
    const signed = await hasSigners(tx, campaignId);
    if (meaning.is === "changed" && signed && meaning.earlier === null) return { outcome: "earlier-missing" };

    const earlier = meaning.is === "changed" && signed ? meaning.earlier : null;
    const note = meaning.is === "same" ? meaning.note : null;
    const version = await putInForce(tx, input, { current, words: after, note, earlier }, now);
    await tx.delete(petitionDrafts).where(eq(petitionDrafts.campaignId, campaignId));
    if (earlier && meaning.is === "changed" && meaning.tell)
      await addNotice(tx, { ...input, version, change: meaning.tell }, now);
    const detail = { version, meaning: meaning.is, earlier };
    await recordAudit(tx, { actor, action: "petition-published", campaignId, subject: null, detail }, now);
    return { outcome: "published", version };
  });
}

type InForce = NonNullable<Awaited<ReturnType<typeof findInForce>>>;
type Next = {
  current: InForce | null;
  words: { summary: string; body: string };
  /** What was put right where it means the same; null: its meaning is its own. */
  note: string | null;
  earlier: "apart" | null;
};

/** Adds the next version and asks people to sign it; of one that means the same the public log has a line. */
export async function putInForce(
  tx: Tx,
  on: OnCampaign,
  { current, words, note, earlier }: Next,
  now: Date,
): Promise<number> {
  const { campaignId, actor } = on;
  const version = (current?.last ?? 0) + 1;
  const same = note !== null && current ? (current.sameMeaningAs ?? current.version) : null;
  await tx.insert(petitionVersions).values({
    ...{ campaignId, version, ...words, publishedAt: now, publishedBy: actor },
    ...{ sameMeaningAs: same, note, earlierSigners: earlier },
  });
  await tx
    .update(campaigns)
    .set({ petitionVersion: version, version: sql`${campaigns.version} + 1` })
    .where(eq(campaigns.id, campaignId));
  const before = current && { summary: current.summary, body: current.body };
  const about = { campaignId, actor, thing: "petition", thingId: version, stage: "public" } as const;
  await recordChanges(tx, about, { before, after: words }, now);
  if (note !== null) {
    const line = { kind: "wording", correctedOn: now.toISOString().slice(0, 10), text: note } as const;
    await addLine(tx, on, { ...line, claimId: null }, now);
  }
  return version;
}

/** The text in force, and the number of the last one there is. */
export async function findInForce(tx: Tx, campaignId: number) {
  const [row] = await tx
    .select({
      ...{
        version: petitionVersions.version,
        summary: petitionVersions.summary,
        body: petitionVersions.body,
      },
      sameMeaningAs: petitionVersions.sameMeaningAs,
      last: sql<number>`(select max(v.version) from petition_versions v where v.campaign_id = ${campaignId})::int`,
    })
    .from(campaigns)
    .innerJoin(
      petitionVersions,
      and(
        eq(petitionVersions.campaignId, campaigns.id),
        eq(petitionVersions.version, campaigns.petitionVersion),
      ),
    )
    .where(eq(campaigns.id, campaignId));
  return row ?? null;
}
