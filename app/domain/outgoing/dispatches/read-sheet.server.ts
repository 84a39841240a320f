import { sql } from "drizzle-orm";
import type { DbOrTx } from "#db/index.ts";
import type { DispatchFigures } from "./dispatch.ts";
import { readFigures } from "./figures.server.ts";

/** Data around the words of a dispatch. */
export type Sheet = {
  /** As they were when it began; before that as they are now. */
  figures: DispatchFigures;
  /** The sender; null if the campaign has not stated it. */
  sender: { operator: string | null; title: string; postalAddress: string | null };
  /** Recorded replies of the company. */
  replies: number;
};

/** Reads what a dispatch is printed with. */
export async function readDispatchSheet(db: DbOrTx, dispatchId: number): Promise<Sheet> {
  const [row] = await db.execute<Sheet["sender"] & { figures: unknown; replies: number }>(sql`
    select case when x.started_at is not null then x.figures end as figures, c.operator, c.title,
      c.postal_address as "postalAddress",
      (select count(*)::int from letter_replies a where a.dispatch_id = x.id and a.removed_at is null
        and a.approved_at is not null) as replies
    from letter_dispatches x join campaigns c on c.id = x.campaign_id where x.id = ${dispatchId}`);
  if (!row) throw new Error("no such dispatch");
  const { figures, replies, ...sender } = row;
  const then = typeof figures === "string" ? JSON.parse(figures) : figures;
  return {
    figures: (then as DispatchFigures | null) ?? (await readFigures(db, dispatchId)),
    sender,
    replies,
  };
}
