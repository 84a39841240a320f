import { findPledgeInForce } from "#app/domain/entries/pledges/lock-pledge.server.ts";
import { confirmWithinDays } from "#app/domain/entries/signatures/signature.ts";
import { content } from "#app/domain/outbox/content.server.ts";
import {
  describePledge,
  type Pledged,
  pledgeSubject,
  pledgeWaitsNoLonger,
} from "#app/domain/outbox/subjects/pledge.ts";
import { inDays, type Row, type Writing } from "#app/domain/outbox/writing.server.ts";

/** Asks a holder to confirm a pledge. */
export const confirmPledgeEmail = content({
  name: "confirm-pledge",
  kind: "pledge",
  to: "supporter",
  about: pledgeSubject,
  outdated: pledgeWaitsNoLonger,
  write: confirmationOfPledge,
});

/** Writes the email that asks to confirm a pledge; null when it is gone. */
export async function confirmationOfPledge(row: Row & Pledged, writing: Writing) {
  const found = await describePledge(row, writing);
  if (!found) return null;
  const { publicId, createdAt: pledgedAt } = found.pledge;
  const deletedAt = inDays(new Date(row.askedSince), confirmWithinDays);
  const token = writing.token("confirm-pledge", publicId, pledgedAt, deletedAt);
  const replaces = (await findPledgeInForce(writing.db, publicId)) !== null;
  const confirmUrl = writing.url(`/confirm/${token}`);
  return { props: { ...found.props, pledgedAt, deletedAt, replaces, confirmUrl } };
}
