import { randomInt } from "node:crypto";
import { sql } from "drizzle-orm";
import { frozenCampaigns } from "#app/domain/access/freeze.server.ts";
import { missingForSending } from "#app/domain/campaign/opening/readiness.server.ts";
import { readSendingDetails } from "#app/domain/campaign/organization/find-organization.server.ts";
import type { DispatchKind, DispatchPauseReason } from "#app/domain/outgoing/dispatches/dispatch.ts";
import {
  approverMayStill,
  type DispatchFramePart,
  differsNow,
} from "#app/domain/outgoing/dispatches/dispatch-frame.server.ts";
import { readFigures } from "#app/domain/outgoing/dispatches/figures.server.ts";
import { planDelays } from "#app/domain/outgoing/dispatches/parts/part.ts";
import { pauseSending } from "#app/domain/outgoing/dispatches/pause-dispatch.server.ts";
import type { Mailing } from "#app/domain/queue/mailing.ts";
import { queueEmails } from "#app/domain/queue/queue-emails.server.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Db, Tx } from "#db/index.ts";

type Approved = {
  id: number;
  publicId: string;
  campaignId: number;
  kind: DispatchKind;
  recipientId: number;
  perDay: number;
  approverMayStill: boolean;
  differs: DispatchFramePart[];
};

/** A number from 0 up to 1 that spreads the times of paced emails. */
export type Chance = () => number;
const byChance: Chance = () => randomInt(2 ** 32) / 2 ** 32;

type Ready = Pick<Mailing, "from" | "localMode" | "rehearsal">;

/**
 * Starts approved dispatches: a row in the queue for each email. Individual letters are spread over the day.
 * If the approval no longer counts, or something every email must include is missing, the dispatch is paused
 * instead and organizers are emailed. Returns how many there were.
 */
export async function startDispatches(
  db: Db,
  mailing: Ready,
  now = new Date(),
  chance = byChance,
): Promise<number> {
  for (let started = 0; ; started += 1) {
    const found = await db.transaction(async (tx) => {
      const [dispatch] = await tx.execute<Approved>(sql`
        select x.id::float8 as id, x.public_id as "publicId", x.campaign_id as "campaignId", x.kind,
          x.recipient_id::float8 as "recipientId", r.per_day as "perDay",
          ${approverMayStill} as "approverMayStill", ${differsNow} as differs
        from letter_dispatches x join letter_recipients r on r.id = x.recipient_id
        join campaigns c on c.id = x.campaign_id
        where x.state = 'draft' and x.approved_at is not null
          and x.campaign_id not in ${frozenCampaigns}
          and not exists (select from switches where name = 'sending-paused')
        order by x.id limit 1 for update of x skip locked`);
      if (!dispatch) return false;
      await start(tx, dispatch, { now, chance });
      const reason = await whyPaused(tx, dispatch, mailing);
      if (reason) await pauseSending(tx, { dispatchId: dispatch.id, reason, actor: "system" }, now);
      return true;
    });
    if (!found) return started;
  }
}

async function whyPaused(tx: Tx, dispatch: Approved, mailing: Ready): Promise<DispatchPauseReason | null> {
  if (!dispatch.approverMayStill) return "approver";
  if (dispatch.differs.length > 0) return "differs";
  const details = await readSendingDetails(tx, dispatch.campaignId, { dispatchId: dispatch.id });
  return missingForSending(details, mailing).length > 0 ? "not-ready" : null;
}

async function start(
  tx: Tx,
  dispatch: Approved,
  { now, chance }: { now: Date; chance: Chance },
): Promise<void> {
  const { id, campaignId, publicId: subject, recipientId, kind, perDay } = dispatch;
  const parts = await tx.execute<{ id: number }>(sql`
    select id::float8 as id from letter_parts where dispatch_id = ${id} order by part`);
  const delays = kind === "individual" ? planDelays(parts.length, { perDay, chance }) : parts.map(() => 0);
  await tx.execute(sql`
    update letter_parts p set due_at = now() + make_interval(secs => t.delay)
    from unnest(${sql.param(parts.map((part) => part.id))}::bigint[],
      ${sql.param(delays)}::float8[]) as t (id, delay)
    where p.id = t.id`);
  const email = {
    campaignId,
    letterPartId: sql`p.id`,
    letterRecipientId: recipientId,
    createdAt: now,
    dueAt: sql`p.due_at`,
  };
  const from = sql`from letter_parts p where p.dispatch_id = ${id} order by p.part`;
  await queueEmails(tx, "letter-part", email, from);
  const figures = await readFigures(tx, id);
  await tx.execute(sql`
    update letter_dispatches set state = 'sending', started_at = ${now.toISOString()},
      figures = ${JSON.stringify(figures)}::jsonb
    where id = ${id}`);
  const detail = { mails: parts.length };
  await recordAudit(tx, { actor: "system", action: "dispatch-started", campaignId, subject, detail }, now);
}
