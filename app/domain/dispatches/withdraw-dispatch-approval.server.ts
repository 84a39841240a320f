import { sql } from "drizzle-orm";
import type { Db } from "#db/index.ts";
import type { OrganizerRight } from "../organizers/organizer.ts";
import { lockDispatch, type OnDispatch } from "./lock-dispatch.server.ts";
import { takeBack } from "./take-back.server.ts";

/**
 * Takes a dispatch that was submitted or approved, and has not begun, back to a draft: by someone who writes (`write`), or
 * by someone who would have to approve it and sends it back (`approve`).
 */
export async function withdrawDispatchApproval(
  db: Db,
  input: OnDispatch & { right: Extract<OrganizerRight, "write" | "approve"> },
  now = new Date(),
): Promise<{ outcome: "withdrawn" | "not-submitted" | "gone" }> {
  return db.transaction(async (tx) => {
    const dispatch = await lockDispatch(tx, input, input.right);
    if (!dispatch) return { outcome: "gone" };
    if (!(await takeBack(tx, dispatch, input.actor, now))) return { outcome: "not-submitted" };
    // What is submitted next may hold other letters: nobody approves it who has seen this one.
    await tx.execute(sql`update letter_dispatches set version = version + 1 where id = ${dispatch.id}`);
    return { outcome: "withdrawn" };
  });
}
