import { eq } from "drizzle-orm";
import { z } from "zod";
import type { DbOrTx } from "#db/index.ts";
import { organizers, resultProposals } from "#db/schema/index.ts";
import { waitingOf } from "./propose-result.server.ts";
import { FiledResult } from "./result-form.ts";

/** Finds the result of a meeting that waits for a second person; null: none. */
export async function readResultProposal(db: DbOrTx, campaignId: number, meetingId: number) {
  const [row] = await db
    .select({
      subject: resultProposals.publicId,
      byId: resultProposals.askedById,
      by: organizers.name,
      at: resultProposals.askedAt,
      results: resultProposals.results,
      sourceUrl: resultProposals.sourceUrl,
      asOf: resultProposals.asOf,
    })
    .from(resultProposals)
    .leftJoin(organizers, eq(organizers.id, resultProposals.askedById))
    .where(waitingOf(campaignId, meetingId));
  return row ? { ...row, at: row.at.toISOString(), results: z.array(FiledResult).parse(row.results) } : null;
}
