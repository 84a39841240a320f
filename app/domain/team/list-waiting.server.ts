import { sql } from "drizzle-orm";
import type { Approving } from "#app/domain/access/approving.ts";
import { isFrozen } from "#app/domain/access/freeze.server.ts";
import { readApprovalStates } from "#app/domain/access/list-approvers.server.ts";
import type { Membership } from "#app/domain/access/organizer.ts";
import { type ApprovalKind, type ApprovalThing, approvalPage } from "#app/domain/approvals/approval.ts";
import type { ApprovalPort } from "#app/domain/approvals/port.ts";
import type { DbOrTx } from "#db/index.ts";
import { allWaiting, approvalPorts, portOf } from "./ports.server.ts";

/** Most lines on a page, oldest first. */
const atMost = 20;

export type WaitingApproval = Pick<ApprovalThing, "kind" | "number"> & {
  /** Path of its page in the console. */
  page: string;
  /** Who asked, if anybody did. */
  by: string | null;
  /** ISO 8601. */
  since: string;
};

type Row = ApprovalThing & { hands: string[]; by: string | null; since: string };
type Who = { campaign: Membership & { id: number; slug: string }; organizerId: string };

/**
 * Lists what waits for the approval of one organizer of a campaign, the oldest first: what they may approve
 * now and had no hand in. While the campaign is frozen nobody approves, so nothing waits.
 */
export async function listWaitingApprovals(db: DbOrTx, who: Who): Promise<WaitingApproval[]> {
  if (await isFrozen(db, who.campaign.id)) return [];
  const waiting = await readWaiting(db, who, approvalPorts);
  return waiting
    .filter(({ approving }) => ["yes", "alone"].includes(approving))
    .filter(({ hands }) => !hands.includes(who.organizerId))
    .slice(0, atMost)
    .map(({ kind, subject, number, by, since }) => ({
      kind,
      number,
      by,
      since: new Date(since).toISOString(),
      page: approvalPage(who.campaign.slug, { kind, subject, number }),
    }));
}

/** Finds what one organizer may do about the approval that a thing waits for. Null if it waits for none. */
export async function findApprovalOf(
  db: DbOrTx,
  who: Who,
  { kind, subject }: Pick<ApprovalThing, "kind" | "subject">,
): Promise<{ number: number | null; approving: Approving } | null> {
  const waiting = await readWaiting(db, who, [portOf(kind)]);
  return waiting.find((one) => one.subject === subject) ?? null;
}

async function readWaiting(
  db: DbOrTx,
  { campaign, organizerId }: Who,
  ports: readonly ApprovalPort[],
): Promise<(Row & { approving: Approving })[]> {
  if (ports.length === 0) return [];
  const rows = await db.execute<Row>(sql`
    select w.kind, w.subject, w.number, w.hands::text[] as hands, o.name as by, w.asked_at as since
    from (${allWaiting}) w
    left join lateral (select asked_by_id from approval_requests q
      where q.subject = w.subject and q.kind = w.kind
      order by q.id desc limit 1) q on true
    left join organizers o on o.id = q.asked_by_id
    where w.campaign_id = ${campaign.id} order by w.asked_at`);
  if (rows.length === 0) return [];
  const states = new Map<ApprovalKind, StateOf>();
  for (const port of ports)
    if (rows.some(({ kind }) => kind === port.kind))
      states.set(port.kind, await readApprovalStates(db, { campaignId: campaign.id, organizerId }, port));
  return rows.flatMap((row) => {
    const stateOf = states.get(row.kind);
    return stateOf ? [{ ...row, approving: stateOf(row.hands).approving }] : [];
  });
}

type StateOf = Awaited<ReturnType<typeof readApprovalStates>>;
