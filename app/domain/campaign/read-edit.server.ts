import { and, desc, eq, getTableColumns } from "drizzle-orm";
import type { DbOrTx } from "#db/index.ts";
import { campaigns, claims, corrections, petitionDrafts, petitionVersions } from "#db/schema/index.ts";
import type { Candidate } from "./campaign.ts";
import { inOrder } from "./claims/claim-order.server.ts";
import { countByVersion } from "./petition-signers.server.ts";
import { differing } from "./record-changes.server.ts";
import {
  type CampaignWords,
  type ClaimWords,
  type EditedClaim,
  type EditedCorrection,
  hasSource,
} from "./wording.ts";
import { claimWordsOf, wordsOf } from "./words-of.server.ts";

/** What a campaign's pages say, and what they will say. */
export type EditedWords = {
  version: number;
  live: CampaignWords;
  /** Null: nothing waits for publication. */
  draft: CampaignWords | null;
};

export async function readEditedWords(db: DbOrTx, campaignId: number): Promise<EditedWords | null> {
  const [row] = await db.select().from(campaigns).where(eq(campaigns.id, campaignId));
  if (!row) return null;
  const live = wordsOf(row);
  const draft = row.draft === null ? null : { ...live, ...(row.draft as Partial<CampaignWords>) };
  return { version: row.version, live, draft };
}

const asEdited = (row: typeof claims.$inferSelect): EditedClaim => {
  const live = claimWordsOf(row);
  const written = { ...live, ...(row.draft as Partial<ClaimWords> | null) };
  return {
    id: row.id,
    version: row.version,
    position: row.position,
    published: row.published,
    live,
    wasPublished: row.firstPublishedAt !== null,
    draft: row.draft === null || differing(live, written).length === 0 ? null : written,
    ready: hasSource(written),
    candidates: candidatesOf(row, written),
  };
};

/**
 * Candidates of sources without a link, and for every other such source what is known of it, to search for.
 */
function candidatesOf(row: typeof claims.$inferSelect, written: ClaimWords): Candidate[] {
  if (written.kind === "opinion") return [];
  return [written, ...written.moreSources]
    .filter(({ publisher, sourceUrl }) => publisher !== null && sourceUrl === null)
    .map(
      ({ publisher }) =>
        row.candidates.find((one) => one.publisher === publisher) ?? {
          publisher: publisher ?? "",
          title: null,
          url: null,
        },
    );
}

/** Lists a campaign's claims in printed order, unpublished ones included. */
export async function listEditedClaims(db: DbOrTx, campaignId: number): Promise<EditedClaim[]> {
  const rows = await db.select().from(claims).where(eq(claims.campaignId, campaignId)).orderBy(inOrder);
  return rows.map(asEdited);
}

export async function findEditedClaim(
  db: DbOrTx,
  campaignId: number,
  id: number,
): Promise<EditedClaim | null> {
  const own = and(eq(claims.campaignId, campaignId), eq(claims.id, id));
  const [row] = await db.select().from(claims).where(own);
  return row ? asEdited(row) : null;
}

/** Reads the petition in force, its draft, and every earlier text with the number of its signers. */
export async function readEditedPetition(db: DbOrTx, campaignId: number) {
  const [draft] = await db.select().from(petitionDrafts).where(eq(petitionDrafts.campaignId, campaignId));
  const rows = await db
    .select({ ...getTableColumns(petitionVersions), inForce: campaigns.petitionVersion })
    .from(petitionVersions)
    .innerJoin(campaigns, eq(campaigns.id, petitionVersions.campaignId))
    .where(eq(petitionVersions.campaignId, campaignId))
    .orderBy(desc(petitionVersions.version));
  const signed = await countByVersion(db, campaignId);
  const versions = rows.map((row) => ({
    version: row.version,
    summary: row.summary,
    body: row.body,
    publishedAt: row.publishedAt.toISOString(),
    inForceAgainAt: row.inForceAgainAt?.toISOString() ?? null,
    sameMeaningAs: row.sameMeaningAs,
    note: row.note,
    earlierSigners: row.earlierSigners,
    signatures: signed.get(row.version) ?? 0,
  }));
  return {
    inForce: versions.find(({ version }) => version === rows[0]?.inForce) ?? null,
    draft: draft
      ? {
          version: draft.version,
          summary: draft.summary,
          body: draft.body,
          editedAt: draft.editedAt.toISOString(),
        }
      : null,
    versions,
  };
}

/** Lists corrections, newest first. */
export const listCorrections = (db: DbOrTx, campaignId: number): Promise<EditedCorrection[]> =>
  db
    .select({
      id: corrections.id,
      version: corrections.version,
      kind: corrections.kind,
      correctedOn: corrections.correctedOn,
      text: corrections.text,
      earlier: corrections.earlier,
    })
    .from(corrections)
    .where(eq(corrections.campaignId, campaignId))
    .orderBy(desc(corrections.correctedOn), desc(corrections.id));
