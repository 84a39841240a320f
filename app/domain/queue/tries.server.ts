import { type SQL, sql } from "drizzle-orm";
import type { SendOutcome, Transport } from "#app/mail/transport.ts";
import type { Tx } from "#db/index.ts";
import { backOffSeconds, canRepeat, type EmailState, repeatableHours } from "./email.ts";

/** What was tried with an email before it was claimed. */
export type LastTry = {
  attempts: number;
  /** True when a try may have been accepted but its answer was lost. */
  unanswered: boolean;
  /** True when the provider may have forgotten that try. */
  tooOld: boolean;
  /** The transport of a try whose worker died; null for an email from the queue. */
  lostBy: Transport["name"] | null;
  lastBy: Transport["name"] | null;
};

/** Why an email or a call ends without being sent. */
export type Ending = { state: "unknown" | "suppressed" | "skipped" | "failed"; problem: string | null };

/** Selects since when an email `d` may have been accepted: if a worker died calling Resend, since `began`. */
export const unansweredSince = (began: SQL) =>
  sql`coalesce(d.unanswered_since,
    case when d.state = 'claimed' and d.transport = 'resend' then ${began} end)`;

export const isTooOld = (since: SQL) =>
  sql`coalesce(${since} < now() - make_interval(hours => ${repeatableHours}), false)`;

/** Selects `LastTry` of an email `d`. `began` is null before anything was sent. */
export const lastTry = (began: SQL) => sql`d.attempts, ${unansweredSince(began)} is not null as unanswered,
  ${isTooOld(unansweredSince(began))} as "tooOld", d.transport as "lastBy",
  case when d.state = 'claimed' and ${began} is not null then d.transport end as "lostBy"`;

/** Tells why what may have been accepted is not sent again, even with the same bytes; null if it may be. */
export const whyNotRepeated = (
  { lastBy, tooOld }: { lastBy: string | null; tooOld: boolean },
  transport: Transport["name"],
) => (lastBy !== transport || !canRepeat(transport) ? "interrupted" : tooOld ? "too-old-to-repeat" : null);

/**
 * Tells why a claimed email ends before it is tried; null when it may go. `own`: why its content or addressee
 * would end it.
 */
export function endingOf(last: LastTry, transport: Transport["name"], own: Ending | null = null) {
  const mayHaveGone = last.unanswered || (last.lostBy !== null && !canRepeat(last.lostBy));
  const problem = mayHaveGone ? (whyNotRepeated(last, transport) ?? (own && "not-repeated")) : null;
  if (problem) return { state: "unknown", problem } as const;
  if (own) return own;
  const state = mayHaveGone ? "unknown" : "failed";
  return last.attempts > backOffSeconds.length ? ({ state, problem: "interrupted" } as const) : null;
}

/** Ends an email that this transaction has locked. */
export const endEmail = (tx: Tx, id: number, { state, problem }: Ending) =>
  tx.execute(sql`
    update outbox set state = ${state}::email_state, problem = ${problem}, lease_until = null,
      settled_at = now()
    where id = ${id}`);

/** What becomes of an email after a try. */
export type AfterTry = {
  state: EmailState;
  problem: string | null;
  providerId?: string | null;
  /** Seconds until it is due again. */
  again?: number;
  /** The try does not count as an attempt. */
  free?: boolean;
  /** It may have been accepted, by this try or an earlier one. */
  open: boolean;
};

/**
 * Stores the outcome of one try by the worker with the email's current lease (`attempts`); null if another
 * has it, or a webhook has settled it. Temporary failures wait longer each time and are given up after the
 * last wait: as `failed` if every try was refused, as `unknown` if one may have been accepted. A rate limit,
 * a fault of our configuration or an unreachable server costs no attempt. `began`: when the try was made.
 * `keptFor`: problems with which it waits, where it would have failed.
 */
export async function settleTry(
  tx: Tx,
  { id, attempts, began }: { id: number; attempts: number; began: SQL },
  outcome: SendOutcome,
  keptFor: readonly string[] = [],
): Promise<AfterTry | null> {
  const [ours] = await tx.execute<{ open: boolean }>(sql`
    select unanswered_since is not null as open from outbox
    where id = ${id} and state = 'claimed' and attempts = ${attempts} for update`);
  if (!ours) return null;
  const given = changeAfter(attempts, outcome, ours.open);
  const isKept = given.state === "failed" && keptFor.includes(given.problem ?? "");
  const change: AfterTry = isKept ? { ...given, state: "queued", free: true } : given;
  const { state, problem, providerId = null, again = 0, free, open } = change;
  const waits = state === "queued";
  await tx.execute(sql`
    update outbox d set state = ${state}::email_state, problem = ${problem}, provider_id = ${providerId},
      lease_until = null, attempts = d.attempts - ${free ? 1 : 0}::int,
      due_at = case when ${waits} then now() + make_interval(secs => ${again}) else d.due_at end,
      settled_at = case when ${waits} then null else now() end,
      unanswered_since = case when ${open} then coalesce(d.unanswered_since, ${began}) end
    where d.id = ${id}`);
  return change;
}

function changeAfter(attempts: number, outcome: SendOutcome, open: boolean): AfterTry {
  if (outcome.outcome === "accepted")
    return { state: "accepted", problem: null, providerId: outcome.providerId, open };
  const { problem } = outcome;
  if (outcome.outcome === "retry-later" && outcome.after !== undefined)
    return { state: "queued", problem, again: outcome.after, free: true, open };
  if (outcome.outcome === "unknown" && !outcome.repeatable) return { state: "unknown", problem, open };
  const isOpen = open || outcome.outcome === "unknown";
  const isOver = outcome.outcome === "refused" && outcome.permanent;
  const again = isOver ? undefined : backOffSeconds[attempts - 1];
  if (again === undefined) return { state: isOpen ? "unknown" : "failed", problem, open: isOpen };
  return { state: "queued", problem, again, open: isOpen };
}
