import { sql } from "drizzle-orm";
import { maxAnnexNames } from "#app/domain/outgoing/dispatches/dispatch.ts";
import { lettersFor, waitingNames } from "#app/domain/outgoing/dispatches/eligible.server.ts";
import {
  type PlannedPart,
  planParts,
  type WeighedLetter,
} from "#app/domain/outgoing/dispatches/plan-parts.ts";
import type { DispatchView } from "#app/domain/outgoing/dispatches/queries.server.ts";
import type { Db } from "#db/index.ts";

export type Draft = Pick<DispatchView, "id" | "companyId" | "kind" | "withNames"> & { campaignId: number };

/** Plans the emails a draft would make of what waits now, and its letters in order. */
export async function planDraft(
  db: Db,
  draft: Draft,
): Promise<{ planned: PlannedPart[]; weighed: WeighedLetter[] }> {
  const weighed = await db.execute<WeighedLetter>(sql`
    select l.id::float8 as id, octet_length(l.body) as bytes from letters l where ${lettersFor(draft)}
    order by l.id`);
  const takesNames = draft.kind === "consolidated" && draft.withNames;
  const signed = await db.execute<{ id: number }>(sql`
    select g.id::float8 as id from signatures g where ${takesNames} and ${waitingNames(draft)}
    order by g.id limit ${maxAnnexNames}`);
  const signatureIds = signed.map(({ id }) => id);
  return {
    planned: planParts([...weighed], signatureIds, { alone: draft.kind === "individual" }),
    weighed: [...weighed],
  };
}
