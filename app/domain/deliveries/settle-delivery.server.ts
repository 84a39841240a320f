import { and, eq, sql } from "drizzle-orm";
import type { SendOutcome } from "#app/mail/transport.ts";
import type { Db } from "#db/index.ts";
import { deliveries } from "#db/schema/index.ts";
import type { ClaimedDelivery } from "./claim-deliveries.server.ts";
import { backOffSeconds, type DeliveryState } from "./delivery.ts";
import { leaseSeconds } from "./lock-due.server.ts";

export type Settled =
  | { outcome: "settled"; state: DeliveryState }
  /** The row was deleted while its mail was on its way: its person was erased. */
  | { outcome: "gone" }
  /** The lease had run out and another worker took the mail over; its answer counts. */
  | { outcome: "not-ours" };

type Change = {
  state: DeliveryState;
  problem?: string;
  providerId?: string | null;
  /** Seconds until it is due again. */
  again?: number;
  /** The try cost none of the mail's attempts. */
  free?: boolean;
  unanswered?: boolean;
  /** No attempt is left. */
  exhausted?: boolean;
};

/** What is given up is `failed` only when no try of it can have been accepted. */
const givenUp = sql`case when ${deliveries.unansweredSince} is null then 'failed' else 'unknown' end::delivery_state`;

/**
 * Writes what became of one try. What failed for now waits longer each time and is given up after the
 * last wait: as `failed` when every try was refused, as `unknown` when one may have been accepted. A
 * limit, a fault of our configuration or a server that is not there costs no attempt.
 */
export async function settleDelivery(
  db: Db,
  delivery: ClaimedDelivery,
  outcome: SendOutcome,
): Promise<Settled> {
  const change = changeAfter(delivery, outcome);
  const { state, problem = null, providerId = null, again = 0 } = change;
  const began = sql`${deliveries.leaseUntil} - make_interval(secs => ${leaseSeconds})`;
  const [row] = await db
    .update(deliveries)
    .set({
      state: change.exhausted ? givenUp : state,
      problem,
      providerId,
      leaseUntil: null,
      ...(state === "queued"
        ? { dueAt: sql`now() + make_interval(secs => ${again})` }
        : { settledAt: sql`now()` }),
      ...(change.free && { attempts: sql`${deliveries.attempts} - 1` }),
      ...(change.unanswered && { unansweredSince: sql`coalesce(${deliveries.unansweredSince}, ${began})` }),
    })
    .where(
      and(
        eq(deliveries.id, delivery.id),
        eq(deliveries.state, "claimed"),
        eq(deliveries.attempts, delivery.attempts),
      ),
    )
    .returning({ state: deliveries.state });
  if (row) return { outcome: "settled", state: row.state };

  const [known] = await db
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(eq(deliveries.id, delivery.id));
  return { outcome: known ? "not-ours" : "gone" };
}

function changeAfter({ attempts }: ClaimedDelivery, outcome: SendOutcome): Change {
  switch (outcome.outcome) {
    case "accepted":
      return { state: "accepted", providerId: outcome.providerId };
    case "refused":
      return outcome.permanent
        ? { state: "failed", problem: outcome.problem }
        : later(attempts, outcome.problem);
    case "retry-later":
      return outcome.after === undefined
        ? later(attempts, outcome.problem)
        : { state: "queued", problem: outcome.problem, again: outcome.after, free: true };
    case "unknown":
      if (!outcome.repeatable) return { state: "unknown", problem: outcome.problem };
      return { ...later(attempts, outcome.problem), unanswered: true };
  }
}

function later(attempts: number, problem: string): Change {
  const again = backOffSeconds[attempts - 1];
  return again === undefined
    ? { state: "unknown", problem, exhausted: true }
    : { state: "queued", problem, again };
}
