import { sql } from "drizzle-orm";
import { lockDispatch, type OnDispatch } from "#app/domain/outgoing/dispatches/lock-dispatch.server.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import { isUuid } from "#app/lib/uuid.ts";
import type { Db } from "#db/index.ts";
import { requeueReturned } from "./requeue-returned.server.ts";

export type ResolveInput = OnDispatch & {
  partPublicId: string;
  /** What the organizer found out: whether the company has the email. */
  arrived: boolean;
};

export type UnknownResolved =
  /** `waiting`: letters that wait for a dispatch again, because they did not arrive. */
  | { outcome: "settled"; waiting: number }
  /** There is no such email, or its outcome is known. */
  | { outcome: "not-unknown" };

/**
 * Records what an organizer found out about an email with unknown outcome. If it arrived, it counts as
 * accepted. If not, its letters wait again, unless their writer has written another since.
 */
export async function resolveUnknown(
  db: Db,
  input: ResolveInput,
  now = new Date(),
): Promise<UnknownResolved> {
  const { campaignId, publicId: subject, actor, partPublicId, arrived } = input;
  return db.transaction(async (tx) => {
    const dispatch = await lockDispatch(tx, input, "approve");
    if (!dispatch || !isUuid(partPublicId)) return { outcome: "not-unknown" };
    const [part] = await tx.execute<{ id: number; mail: number }>(sql`
      update outbox d set state = ${arrived ? "delivered" : "failed"}, settled_at = ${now.toISOString()},
        problem = ${arrived ? null : "not-arrived"}
      from letter_parts p
      where p.dispatch_id = ${dispatch.id} and p.public_id = ${partPublicId}::uuid and d.letter_part_id = p.id
        and d.state = 'unknown'
      returning p.id::float8 as id, d.id::float8 as mail`);
    if (!part) return { outcome: "not-unknown" };
    const returned = { dispatchId: dispatch.id, partId: part.id, mailId: part.mail, why: "not-arrived" };
    const waiting = arrived ? 0 : await requeueReturned(tx, returned, now);
    const detail = { part: partPublicId, arrived, waiting };
    await recordAudit(tx, { actor, action: "dispatch-unknown-settled", campaignId, subject, detail }, now);
    return { outcome: "settled", waiting };
  });
}
