import { sql } from "drizzle-orm";
import type { DispatchPauseReason } from "#app/domain/outgoing/dispatches/dispatch.ts";
import type { EmailState } from "#app/domain/queue/email.ts";
import { type AfterTry, settleTry } from "#app/domain/queue/tries.server.ts";
import type { SendOutcome } from "#app/mail/transport.ts";
import type { Db } from "#db/index.ts";
import { thaw } from "./claim-part.server.ts";
import type { ClaimedPart } from "./part.ts";
import { tooLarge } from "./split-too-large.server.ts";

/** The problem code of an email that could not be written. Nothing of it was sent. */
export const notMade = "not-made";

export type PartSettled = {
  /** `not-ours`: another worker took over after the lease, or a webhook has settled it already. */
  state: EmailState | "not-ours";
  /** Why its dispatch must be paused. */
  pause: DispatchPauseReason | null;
};

/** Problems that a person resolves: the email waits, and its dispatch is paused. */
const waitsFor: Record<string, DispatchPauseReason> = { [tooLarge]: "too-large", [notMade]: "not-ready" };

/**
 * Stores the outcome of one call; a trigger updates its letters. An email that was certainly not accepted
 * releases its letters until it is written again. Once a try may have been accepted, it ends as accepted or
 * unknown.
 */
export async function recordPartOutcome(
  db: Db,
  part: ClaimedPart,
  outcome: SendOutcome,
): Promise<PartSettled> {
  return db.transaction(async (tx) => {
    const began = sql`(select frozen_at from letter_parts where id = d.letter_part_id)`;
    const change = await settleTry(tx, { ...part, began }, outcome, Object.keys(waitsFor));
    if (!change) return { state: "not-ours", pause: null };
    if (change.state === "queued" && !change.open) await thaw(tx, part.partId);
    return { state: change.state, pause: pauseAfter(outcome, change) };
  });
}

function pauseAfter(outcome: SendOutcome, { state, free }: AfterTry): DispatchPauseReason | null {
  if (outcome.outcome === "retry-later" && outcome.cause)
    return outcome.cause === "quota" ? "quota" : "provider";
  if (outcome.outcome !== "refused") return null;
  if (free) return waitsFor[outcome.problem] ?? null;
  return state === "failed" && outcome.permanent ? "bounces" : null;
}
