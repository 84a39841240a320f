import { and, eq, inArray } from "drizzle-orm";
import { recordAudit } from "#app/domain/record/record.server.ts";
import { hasInstruction } from "#app/lib/placeholders.ts";
import type { Db, Tx } from "#db/index.ts";
import { campaigns, claims } from "#db/schema/index.ts";
import { addLine, type NewCorrection } from "../corrections/add-correction.server.ts";
import { lockCampaign, type OnCampaign } from "../lock-campaign.server.ts";
import { recordChanges } from "../record-changes.server.ts";
import { type CampaignWords, type ClaimWords, hasSource } from "../wording.ts";
import { claimWordsOf, columnsOfClaim, wordsOf } from "../words-of.server.ts";
import { dropPictures } from "./drop-pictures.server.ts";

type PublishInput = OnCampaign & {
  /** The version of the campaign's words that was read; null: they stay unpublished. */
  words: number | null;
  /** The claims that were read, each with its version. */
  claims: readonly { id: number; version: number }[];
  /** Its line in the log of corrections. */
  correction: Omit<NewCorrection, "claimId"> | null;
};

export type WordsPublished =
  /** Number of `fields` of the campaign and of `claims` that were published. */
  | { outcome: "published"; fields: number; claims: number }
  /** Something was edited since it was read. Nothing was published. */
  | { outcome: "stale" }
  /** A claim other than an opinion lacks publisher or date. Nothing was published. */
  | { outcome: "no-source"; claimId: number }
  /** Words of the page, or this claim, still have an instruction of the template. Nothing was published. */
  | { outcome: "instruction"; claimId: number | null }
  | { outcome: "nothing" }
  | { outcome: "gone" };

class Refused extends Error {
  readonly end: WordsPublished;
  constructor(end: WordsPublished) {
    super(end.outcome);
    this.end = end;
  }
}

/**
 * Makes public what was written: all of what was chosen as it was read, or none of it. Web processes read it
 * from the database within a second.
 */
export async function publishWords(db: Db, input: PublishInput, now = new Date()): Promise<WordsPublished> {
  try {
    return await db.transaction(async (tx): Promise<WordsPublished> => {
      if (!(await lockCampaign(tx, input, "manage"))) return { outcome: "gone" };
      const changed = input.words === null ? [] : await publishOwn(tx, input, input.words, now);
      const fields = changed.length;
      const published = await publishClaims(tx, input, now);
      if (fields + published.length === 0) return { outcome: "nothing" };
      if (input.correction) {
        const [only] = published;
        const claimId = published.length === 1 ? (only ?? null) : null;
        await addLine(tx, input, { ...input.correction, claimId }, now);
      }
      const { actor, campaignId } = input;
      const counts = { fields, claims: published.length };
      const picture = changed.find(({ field }) => field === "picture");
      const detail = { ...counts, ...(picture && { picture: becameOf(picture) }) };
      await recordAudit(tx, { actor, action: "words-published", campaignId, subject: null, detail }, now);
      return { outcome: "published", ...counts };
    });
  } catch (error) {
    if (error instanceof Refused) return error.end;
    throw error;
  }
}

/** Also checks text within lists and records, such as share texts and timelines. */
const isUnfinished = (words: unknown): boolean =>
  typeof words === "string"
    ? hasInstruction(words)
    : typeof words === "object" && words !== null && Object.values(words).some(isUnfinished);

type Changed = { field: string; before: unknown; after: unknown };

const becameOf = ({ before, after }: Changed) =>
  after === null ? "removed" : before === null ? "placed" : "replaced";

/** Returns the fields that changed. */
async function publishOwn(tx: Tx, input: PublishInput, version: number, now: Date): Promise<Changed[]> {
  const own = eq(campaigns.id, input.campaignId);
  const [row] = await tx.select().from(campaigns).where(own);
  if (row?.version !== version) throw new Refused({ outcome: "stale" });
  if (row.draft === null) return [];
  const before: Record<string, unknown> = wordsOf(row);
  const after: Record<string, unknown> = { ...before, ...(row.draft as Partial<CampaignWords>) };
  if (isUnfinished(after)) throw new Refused({ outcome: "instruction", claimId: null });
  await tx
    .update(campaigns)
    .set({ ...after, draft: null, version: version + 1 })
    .where(own);
  await dropPictures(tx, input.campaignId);
  const about = { ...input, thing: "campaign", stage: "public" } as const;
  const fields = await recordChanges(tx, about, { before, after }, now);
  return fields.map((field) => ({ field, before: before[field], after: after[field] }));
}

/** Returns the ids of claims that changed. */
async function publishClaims(tx: Tx, input: PublishInput, now: Date): Promise<number[]> {
  if (input.claims.length === 0) return [];
  const ids = input.claims.map(({ id }) => id);
  const rows = await tx
    .select()
    .from(claims)
    .where(and(eq(claims.campaignId, input.campaignId), inArray(claims.id, ids)));
  const changed: number[] = [];
  for (const { id, version } of input.claims) {
    const row = rows.find((one) => one.id === id);
    if (row?.version !== version) throw new Refused({ outcome: "stale" });
    if (row.published && row.draft === null) continue;
    const before = claimWordsOf(row);
    const after = { ...before, ...(row.draft as Partial<ClaimWords> | null) };
    if (isUnfinished(after)) throw new Refused({ outcome: "instruction", claimId: id });
    if (!hasSource(after)) throw new Refused({ outcome: "no-source", claimId: id });
    const place = after.section === before.section ? row.place : null;
    await tx
      .update(claims)
      .set({ ...columnsOfClaim(after), place, draft: null, published: true, version: version + 1 })
      .where(eq(claims.id, id));
    const about = { ...input, thing: "claim", thingId: id, stage: "public" } as const;
    const was = row.published ? before : null;
    await recordChanges(
      tx,
      about,
      { before: was, after: row.published ? after : { ...after, published: true } },
      now,
    );
    changed.push(id);
  }
  return changed;
}
