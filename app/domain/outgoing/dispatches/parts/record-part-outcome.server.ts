import { sql } from "drizzle-orm";
import type { DispatchPauseReason } from "#app/domain/outgoing/dispatches/dispatch.ts";
import { backOffSeconds, type EmailState } from "#app/domain/queue/email.ts";
import type { SendOutcome } from "#app/mail/transport.ts";
import type { Db, Tx } from "#db/index.ts";
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

type Change = {
  state: EmailState;
  problem: string | null;
  providerId?: string | null;
  /** Seconds until it is due again. */
  again?: number;
  /** The try does not count as an attempt. */
  free?: boolean;
  /** It may have been accepted. */
  unanswered?: boolean;
  pause?: DispatchPauseReason;
};

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
    const [ours] = await tx.execute<{ open: boolean }>(sql`
      select unanswered_since is not null as open from outbox
      where id = ${part.id} and state = 'claimed' and attempts = ${part.attempts} for update`);
    if (!ours) return { state: "not-ours", pause: null };
    const change = changeAfter(part, outcome, ours.open);
    await store(tx, part, change);
    const isOpen = ours.open || change.unanswered === true;
    if (change.state === "queued" && !isOpen) await thaw(tx, part.partId);
    return { state: change.state, pause: change.pause ?? null };
  });
}

async function store(tx: Tx, part: ClaimedPart, change: Change): Promise<void> {
  const { state, problem, providerId = null, again = 0, free, unanswered } = change;
  const waits = state === "queued";
  await tx.execute(sql`
    update outbox d set state = ${state}::email_state, problem = ${problem}, provider_id = ${providerId},
      lease_until = null,
      due_at = case when ${waits} then now() + make_interval(secs => ${again}) else d.due_at end,
      settled_at = case when ${waits} then null else now() end,
      attempts = d.attempts - ${free ? 1 : 0}::int,
      unanswered_since = case when ${unanswered === true} then coalesce(d.unanswered_since, p.frozen_at)
        else d.unanswered_since end
    from letter_parts p where d.id = ${part.id} and p.id = ${part.partId}`);
}

function changeAfter({ attempts }: ClaimedPart, outcome: SendOutcome, wasOpen: boolean): Change {
  switch (outcome.outcome) {
    case "accepted":
      return { state: "accepted", problem: null, providerId: outcome.providerId };
    case "refused": {
      const { problem } = outcome;
      if (!outcome.permanent) return later(attempts, problem, wasOpen);
      if (wasOpen) return { state: "unknown", problem };
      if (problem === tooLarge) return { state: "queued", problem, free: true, pause: "too-large" };
      return { state: "failed", problem, pause: "bounces" };
    }
    case "retry-later": {
      const { after, problem, cause } = outcome;
      const pause = cause && (cause === "quota" ? "quota" : "provider");
      const change: Change =
        after === undefined
          ? later(attempts, problem, wasOpen)
          : { state: "queued", problem, again: after, free: true };
      return { ...change, ...(pause && { pause }) };
    }
    case "unknown":
      if (!outcome.repeatable) return { state: "unknown", problem: outcome.problem };
      return { ...later(attempts, outcome.problem, true), unanswered: true };
  }
}

function later(attempts: number, problem: string, open: boolean): Change {
  const again = backOffSeconds[attempts - 1];
  if (again !== undefined) return { state: "queued", problem, again };
  if (problem === notMade && !open) return { state: "queued", problem, free: true, pause: "not-ready" };
  return { state: open ? "unknown" : "failed", problem };
}
