import { sql } from "drizzle-orm";
import { beganWithLease } from "#app/domain/outbox/record-email-outcome.server.ts";
import { callLeaseSeconds, leaseSeconds } from "#app/domain/queue/email.ts";
import { findSuppressed } from "#app/domain/queue/find-suppressed.server.ts";
import type { Mailing } from "#app/domain/queue/mailing.ts";
import { type Ending, endEmail, endingOf, unansweredSince } from "#app/domain/queue/tries.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { type Due, lockDue, together } from "./lock-due.server.ts";

/** An email that only this worker may send until its lease ends. */
export type ClaimedEmail = Pick<Due, "id" | "template" | "lane" | "attempts"> & { publicId: string };

/**
 * Emails claimed at once of those that nobody waits for, receipts only where calls are slow: a signer who
 * asks to confirm waits for no more than these.
 */
const unaskedAtOnce = 10;

/** Emails that wait go in one call together from this many on; the oldest of fewer goes alone, at once. */
const togetherFrom = 10;

/**
 * Claims up to `limit` due emails that somebody waits for; emails of updates wait in batches. Checks once
 * more whether each may be sent: those to suppressed addresses, those that are outdated, and tries lost in a
 * crash that cannot be repeated safely end here. Uncertain ones are requeued until that is settled. Bulk
 * emails are claimed when nothing else is due, a few at a time. All times are the database's: workers' clocks
 * may differ. Returns none only if none is due: others may wait behind those that end here. `forCall`: the
 * oldest one, or those that go in one call, for which no transport is noted before the call is frozen.
 * `from`: leaves out what is more urgent.
 */
export async function claimEmails(
  db: Db,
  mailing: Pick<Mailing, "transport" | "keys">,
  limit = 50,
  { forCall = false, from = 0 } = {},
): Promise<ClaimedEmail[]> {
  for (;;) {
    const { claimed, ended } = await claimSome(db, mailing, { limit, forCall, from });
    if (claimed.length > 0 || ended === 0) return claimed;
  }
}

async function claimSome(
  db: Db,
  { transport, keys }: Pick<Mailing, "transport" | "keys">,
  { limit, forCall, from }: { limit: number; forCall: boolean; from: number },
): Promise<{ claimed: ClaimedEmail[]; ended: number }> {
  return db.transaction(async (tx) => {
    const due = await lockDue(tx, limit, from);
    if (due.length === 0) return { claimed: [], ended: 0 };

    const suppressed = await findSuppressed(tx, keys, due);
    const mayGo: Due[] = [];
    let ended = 0;
    for (const mail of due) {
      const ending = endingOf(mail, transport.name, ownEnding(mail, suppressed.has(mail.id)));
      if (ending === null) mayGo.push(mail);
      else if (ending !== notChecked || (await mail.content.unsure?.putBack(tx, mail.id))) {
        await endEmail(tx, mail.id, ending);
        ended += 1;
      }
    }
    if (forCall) {
      const call = inOneCall(mayGo);
      const by = call.length > 1 ? null : transport.name;
      return { claimed: call.length === 0 ? [] : await claim(tx, call, by), ended };
    }
    const isSlow = transport.name !== "file" && transport.name !== "smtp" && due[0]?.urgency === 1;
    const taken = isSlow || due[0]?.urgency === 2 ? mayGo.slice(0, unaskedAtOnce) : mayGo;
    return { claimed: taken.length === 0 ? [] : await claim(tx, taken, transport.name), ended };
  });
}

/** Returns the oldest email, with those that may go in a call with it once enough of them wait. */
function inOneCall(mails: readonly Due[]): Due[] {
  const [first, ...others] = mails;
  if (!first) return [];
  // What may be held back goes with its own kind: a repeat that waits for it holds back nobody else.
  const isAlike = ({ template, content }: Due) =>
    template === first.template || !(content.waits || first.content.waits);
  const mayJoin = (mail: Due) =>
    !mail.content.alone && !mail.unanswered && mail.together > 1 && isAlike(mail);
  const joining = others.filter(mayJoin);
  if (!mayJoin(first) || joining.length + 1 < Math.min(togetherFrom, first.together)) return [first];
  const call = [first];
  let atMost = first.together;
  for (const mail of joining) {
    atMost = Math.min(atMost, mail.together);
    if (call.length >= atMost) break;
    call.push(mail);
  }
  return call;
}

const idsOf = (mails: readonly Due[]) => mails.map(({ id }) => id);

/** Ends an email that was certainly not sent and will be queued again. */
const notChecked: Ending = { state: "skipped", problem: "not-checked" };

/** Why its content or addressee ends an email. */
function ownEnding({ outdated, unsure, lostBy }: Due, suppressed: boolean): Ending | null {
  if (suppressed) return { state: "suppressed", problem: null };
  if (outdated) return { state: "skipped", problem: null };
  if (!unsure) return null;
  return lostBy ? { state: "unknown", problem: "not-repeated" } : notChecked;
}

async function claim(
  tx: Tx,
  mails: Due[],
  transport: Mailing["transport"]["name"] | null,
): Promise<ClaimedEmail[]> {
  const seconds = transport === null ? callLeaseSeconds : leaseSeconds;
  const rows = await tx.execute<ClaimedEmail>(sql`
    update outbox d set state = 'claimed', attempts = attempts + 1, transport = ${transport},
      unanswered_since = ${unansweredSince(beganWithLease)}, together = ${together},
      lease_until = now() + make_interval(secs => ${seconds}),
      due_at = now() + make_interval(secs => ${seconds})
    where id in ${idsOf(mails)}
    returning d.id::int, d.public_id as "publicId", d.template, d.lane, d.attempts`);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return mails.flatMap(({ id }) => byId.get(id) ?? []);
}
