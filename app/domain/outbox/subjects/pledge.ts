import { sql } from "drizzle-orm";
import { meetingIn, translatorFor } from "#app/domain/campaign/meetings/meeting-in.server.ts";
import { summarizePledge } from "#app/domain/entries/pledges/pledge-summary.ts";
import { type FoundPledge, findPledge } from "#app/domain/entries/pledges/queries.server.ts";
import type { Subject } from "#app/domain/outbox/content.server.ts";
import { isOver } from "#app/domain/outbox/too-old.ts";
import type { Row, Writing } from "#app/domain/outbox/writing.server.ts";
import { askedSince, pledgeOf } from "#app/domain/queue/asked-since.ts";
import { listConsentsInForce } from "#app/domain/supporters/queries.server.ts";

export type Pledged = {
  pledgeId: string;
  /** Since when the days to confirm it run. */
  askedSince: string;
  /** How many had pledged when it was queued; null if that was not stored. */
  countThen: number | null;
};

export const pledgeSubject: Subject<Pledged> = {
  joins: sql`join pledges p on p.id = d.pledge_id`,
  company: sql`(select m.target_id from meetings m where m.id = p.meeting_id)`,
  columns: sql`p.public_id as "pledgeId", d.count_then as "countThen",
    ${askedSince(pledgeOf("p"))} as "askedSince"`,
};

export const pledgeWaitsNoLonger = sql`p.status <> 'email_pending' or d.created_at < p.created_at
  or (${isOver(sql`p.created_at`)} and ${isOver(askedSince(pledgeOf("p")))})`;
export const pledgeCountsNoLonger = sql`p.status not in ('active', 'flagged')`;

/** Reads an email's pledge and what its emails say of it, without the holding. Null when it is gone. */
export async function describePledge(
  row: Row & Pledged,
  { db, locale, common, queuedAt }: Pick<Writing, "db" | "locale" | "common" | "queuedAt">,
) {
  const found = await findPledge(db, row.pledgeId);
  if (!found) return null;
  const meeting = meetingIn(await translatorFor(db, found.campaignId, locale), found.meeting);
  const pledge = { ...found, meeting };
  const props = { ...common, name: pledge.name, ...pledgedOf(pledge, await agreedOf(db, pledge), queuedAt) };
  return { pledge, props };
}

/** Describes a pledge for an email; null if it is not confirmed. */
export async function describeConfirmedPledge(row: Row & Pledged, writing: Writing) {
  const found = await describePledge(row, writing);
  if (!found?.pledge.confirmedAt) return null;
  const { pledge, props } = found;
  const { confirmedAt, status } = found.pledge;
  const confirmed = {
    ...props,
    confirmedAt,
    inReview: status === "flagged",
    manageUrl: writing.url("/manage"),
  };
  return { pledge, confirmed };
}

/** An unconfirmed pledge has asked for its consents but not given any. */
async function agreedOf(db: Writing["db"], pledge: FoundPledge) {
  const agreed: readonly string[] =
    pledge.status === "email_pending"
      ? pledge.agreed
      : await listConsentsInForce(db, pledge.supporterId, pledge.campaignId, pledge.companyId);
  return { updates: agreed.includes("updates"), contactCofile: agreed.includes("contact_cofile") };
}

function pledgedOf(pledge: FoundPledge, consents: { updates: boolean; contactCofile: boolean }, at: Date) {
  const summary = summarizePledge(pledge, at);
  const { kind, holdingForm, meeting, intentions, heldOnRecordDate, willing, display, comment } = summary;
  const hasComment = comment !== null;
  return {
    consents,
    pledge: { kind, holdingForm, meeting, intentions, heldOnRecordDate, willing, display, hasComment },
  };
}
