import { and, eq, lte } from "drizzle-orm";
import type { Db } from "#db/index.ts";
import { campaignChanges, campaigns, claims, petitionDrafts, petitionVersions } from "#db/schema/index.ts";
import { saveClaim } from "../claims/save-claim.server.ts";
import type { OnCampaign } from "../lock-campaign.server.ts";
import { savePetition } from "../petition/save-petition.server.ts";
import { findDeclared } from "../picture/find-picture.server.ts";
import type { CampaignWords, ClaimWords, PetitionWords } from "../wording.ts";
import { saveWords } from "../words/save-words.server.ts";
import { claimWordsOf, wordsOf } from "../words-of.server.ts";

export type Restored =
  | { outcome: "restored"; thing: "campaign" | "petition" }
  | { outcome: "restored"; thing: "claim"; id: number }
  /** Its subject cannot be restored as a draft. */
  | { outcome: "not-restorable" }
  /** Somebody edited it at this moment. Nothing was stored. */
  | { outcome: "stale" }
  | { outcome: "gone" };

type RestoreInput = OnCampaign & {
  /** A line of the history: restores the values from before its edit. */
  changeId: number;
};

/**
 * Restores, as a new draft, the words from before an edit of the history. Other words stay as they are.
 * Nothing becomes public.
 */
export async function restoreChange(db: Db, input: RestoreInput, now = new Date()): Promise<Restored> {
  const { campaignId, actor, changeId } = input;
  const own = eq(campaignChanges.campaignId, campaignId);
  const [one] = await db
    .select()
    .from(campaignChanges)
    .where(and(own, eq(campaignChanges.id, changeId)));
  if (!one) return { outcome: "gone" };
  const same = and(
    own,
    eq(campaignChanges.at, one.at),
    eq(campaignChanges.thing, one.thing),
    eq(campaignChanges.stage, one.stage),
    eq(campaignChanges.actor, one.actor),
    lte(campaignChanges.id, one.id + 100),
  );
  const rows = (await db.select().from(campaignChanges).where(same)).filter(
    ({ thingId }) => thingId === one.thingId,
  );
  // Before there were other pictures, a growth was a `figure`.
  const values = Object.fromEntries(
    rows.map(({ field, before }) =>
      field === "figure" ? ["picture", before && { ...aGrowth, ...before }] : [field, before],
    ),
  );
  const on = { campaignId, actor };

  if (one.thing === "campaign") {
    const [row] = await db.select().from(campaigns).where(eq(campaigns.id, campaignId));
    if (!row) return { outcome: "gone" };
    const now_ = { ...wordsOf(row), ...(row.draft as Partial<CampaignWords> | null) };
    const words = merged(now_, values);
    if (words === null || !(await isKept(db, campaignId, words.picture)))
      return { outcome: "not-restorable" };
    const saved = await saveWords(db, { ...on, version: row.version, words }, now);
    return saved.outcome === "saved"
      ? { outcome: "restored", thing: "campaign" }
      : { outcome: saved.outcome };
  }
  if (one.thing === "claim") return restoreClaim(db, { ...on, thingId: one.thingId, values }, now);
  if (one.thing !== "petition") return { outcome: "not-restorable" };

  const [draft] = await db.select().from(petitionDrafts).where(eq(petitionDrafts.campaignId, campaignId));
  const words = merged<PetitionWords>(draft ?? (await inForce(db, campaignId)), values);
  if (words === null) return { outcome: "not-restorable" };
  const saved = await savePetition(
    db,
    { ...on, version: draft?.version ?? 0, words: { summary: words.summary, body: words.body } },
    now,
  );
  return saved.outcome === "saved" ? { outcome: "restored", thing: "petition" } : { outcome: saved.outcome };
}

/** False for an uploaded picture that was removed from the page: it is gone for good. */
async function isKept(db: Db, campaignId: number, picture: CampaignWords["picture"]): Promise<boolean> {
  return !picture || !("key" in picture) || (await findDeclared(db, campaignId, picture.key)) !== null;
}

async function restoreClaim(
  db: Db,
  { thingId, values, ...on }: OnCampaign & { thingId: number | null; values: Record<string, unknown> },
  now: Date,
): Promise<Restored> {
  const own = and(eq(claims.id, thingId ?? 0), eq(claims.campaignId, on.campaignId));
  const [row] = await db.select().from(claims).where(own);
  const current = row ? { ...claimWordsOf(row), ...(row.draft as Partial<ClaimWords> | null) } : emptyClaim;
  const words = merged<ClaimWords>(current, values);
  if (words === null || words.text === "") return { outcome: "not-restorable" };
  const saved = await saveClaim(db, { ...on, id: row?.id ?? null, version: row?.version ?? 0, words }, now);
  if (saved.outcome === "saved") return { outcome: "restored", thing: "claim", id: saved.id };
  return {
    outcome: saved.outcome === "stale" ? "stale" : saved.outcome === "gone" ? "gone" : "not-restorable",
  };
}

/** Overwrites `current` with the fields of `values`. Null where none apply or all were empty. */
function merged<T extends object>(current: T | null, values: Record<string, unknown>): T | null {
  if (current === null) return null;
  const known = Object.entries(values).filter(([field]) => field in current);
  const restored = known.filter(([field, value]) => value !== null || nullable.has(field));
  if (restored.length === 0 || known.every(([, value]) => value === null)) return null;
  return { ...current, ...Object.fromEntries(restored) };
}

const aGrowth = { kind: "growth", heading: null, look: "bars" };

const nullable = new Set([
  "quotation",
  "publisher",
  "publishedOn",
  "publishedPrecision",
  "sourceTitle",
  "sourceUrl",
  "urlVerifiedAt",
  "archiveUrl",
  "reviewBy",
  "limits",
  "openQuestion",
  "brief",
  "method",
  "care",
  "picture",
]);

const emptyClaim: ClaimWords = {
  section: "reported",
  kind: "reported",
  text: "",
  quotation: null,
  attribution: "",
  publisher: null,
  publishedOn: null,
  publishedPrecision: null,
  sourceTitle: null,
  sourceUrl: null,
  urlVerifiedAt: null,
  archiveUrl: null,
  limits: null,
  openQuestion: null,
  brief: null,
  moreSources: [],
  picture: null,
  timeline: [],
  reviewBy: null,
};

async function inForce(db: Db, campaignId: number): Promise<PetitionWords | null> {
  const [row] = await db
    .select({ summary: petitionVersions.summary, body: petitionVersions.body })
    .from(petitionVersions)
    .innerJoin(campaigns, eq(campaigns.id, petitionVersions.campaignId))
    .where(and(eq(campaigns.id, campaignId), eq(petitionVersions.version, campaigns.petitionVersion)));
  return row ?? null;
}
