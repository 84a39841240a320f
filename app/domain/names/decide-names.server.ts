import { sql } from "drizzle-orm";
import { mayAct } from "#app/domain/access/may-act.server.ts";
import { queueSupporterEmail } from "#app/domain/queue/queue-supporter-email.server.ts";
import { actorOf, recordAudit } from "#app/domain/record/record.server.ts";
import type { Tx } from "#db/index.ts";
import { type NameDecision, stateAfter, undoMinutes } from "./name-review.ts";

export type DecideInput = {
  campaignId: number;
  /** Null: the operator. */
  organizerId: string | null;
  decision: NameDecision;
  /** Public ids of reviews. */
  reviews: readonly string[];
  /** Applies to everybody else waiting with the same name. */
  alike: boolean;
};

type DecidedNames = {
  decided: number;
  /** Not asked, because they had their emails of the day: left unchanged. */
  notAsked: number;
};

type Chosen = { id: string; publicId: string; signatureId: string; supporterId: string };

/**
 * Decides about names that looked wrong: `keep` hands them over, `hide` leaves them out, `ask` leaves them
 * out and emails their persons to correct them, once the decision can no longer be undone. No decision
 * changes whether signatures count. An organizer without the right `review` in the campaign decides nothing.
 */
export async function decideNames(tx: Tx, input: DecideInput, now: Date): Promise<DecidedNames> {
  const { campaignId, organizerId, decision } = input;
  const state = stateAfter[decision];
  const chosen = await choose(tx, input);
  const decided = decision === "ask" ? await ask(tx, campaignId, chosen, now) : chosen;
  const notAsked = chosen.length - decided.length;
  if (decided.length === 0) return { decided: 0, notAsked };

  await tx.execute(sql`
    update name_reviews set state = ${state}, decided_at = ${now.toISOString()}::timestamptz,
      decided_by_id = ${organizerId}::uuid
    where id = any (${sql.param(decided.map(({ id }) => id))}::bigint[])`);
  const reviews = decided.slice(0, 50).map(({ publicId }) => publicId);
  const detail = { decision, names: decided.length, reviews };
  const actor = actorOf(organizerId);
  await recordAudit(tx, { actor, action: "names-decided", campaignId, subject: null, detail }, now);
  return { decided: decided.length, notAsked };
}

/** Locks persons before reviews, like everything that emails them. */
async function choose(tx: Tx, { campaignId, organizerId, decision, reviews, alike }: DecideInput) {
  const chosen = sql`r.public_id = any (${sql.param([...reviews])}::uuid[])`;
  const ofName = sql`r.state = 'queued' and r.name_sha256 in (select name_sha256 from name_reviews c
    where c.campaign_id = ${campaignId} and c.public_id = any (${sql.param([...reviews])}::uuid[]))`;
  return [
    ...(await tx.execute<Chosen>(sql`
      select r.id, r.public_id as "publicId", r.signature_id as "signatureId", s.supporter_id as "supporterId"
      from name_reviews r join signatures s on s.id = r.signature_id
      join supporters p on p.id = s.supporter_id
      where r.campaign_id = ${campaignId} and (${chosen} ${alike ? sql`or ${ofName}` : sql``})
        and r.state <> ${stateAfter[decision]} and ${mayAct(actorOf(organizerId), campaignId, "review")}
      order by s.supporter_id for update of p, r`)),
  ];
}

async function ask(tx: Tx, campaignId: number, chosen: readonly Chosen[], now: Date): Promise<Chosen[]> {
  const asked: Chosen[] = [];
  for (const review of chosen) {
    const [supporterId, signatureId] = [Number(review.supporterId), Number(review.signatureId)];
    const mail = {
      supporterId,
      campaignId,
      signatureId,
      template: "ask-name",
      skipsQuietPeriod: true,
    } as const;
    if (await queueSupporterEmail(tx, mail, now)) asked.push(review);
  }
  await tx.execute(sql`
    update outbox set due_at = now() + make_interval(mins => ${undoMinutes})
    where template = 'ask-name' and state = 'queued' and created_at = ${now.toISOString()}::timestamptz
      and signature_id = any (${sql.param(asked.map(({ signatureId }) => signatureId))}::bigint[])`);
  return asked;
}

export type UndoInput = { campaignId: number; organizerId: string | null; at: Date };

/** Undoes one decision about names, which wait again. Emails that were to ask their owners are cancelled. */
export async function undoNames(
  tx: Tx,
  { campaignId, organizerId, at }: UndoInput,
  now: Date,
): Promise<number> {
  const undone = await tx.execute<{ signatureId: string }>(sql`
    update name_reviews r set state = 'queued', decided_at = null, decided_by_id = null
    where campaign_id = ${campaignId} and decided_by_id is not distinct from ${organizerId}::uuid
      and state <> 'queued'
      and date_trunc('milliseconds', decided_at) = ${at.toISOString()}::timestamptz
      and ${mayAct(actorOf(organizerId), campaignId, "review")}
    returning signature_id as "signatureId"`);
  if (undone.length === 0) return 0;
  await tx.execute(sql`
    delete from outbox where template = 'ask-name' and state = 'queued' and attempts = 0
      and signature_id = any (${sql.param(undone.map(({ signatureId }) => signatureId))}::bigint[])`);
  const actor = actorOf(organizerId);
  const detail = { names: undone.length };
  await recordAudit(tx, { actor, action: "names-undecided", campaignId, subject: null, detail }, now);
  return undone.length;
}
