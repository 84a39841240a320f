import { pledgeStage } from "#app/domain/campaign/meetings/meeting.ts";
import { findMeeting } from "#app/domain/campaign/meetings/queries.server.ts";
import { changedParts, type DigestOfPage } from "#app/domain/entries/entry-digest.server.ts";
import type { EntryPart } from "#app/domain/entries/entry-part.ts";
import { confirmPerson } from "#app/domain/supporters/person.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { DbOrTx } from "#db/index.ts";
import { activate } from "./activate.server.ts";
import { findInForce, lockPledge } from "./lock-pledge.server.ts";
import { pledgeParts } from "./pledge-parts.ts";
import { hasReportedOutcome } from "./pledge-proven.server.ts";
import { findOwnPledge } from "./queries.server.ts";

export type ConfirmPledgeOutcome =
  | { outcome: "confirmed" | "already-confirmed" | "waits-for-review"; publicId: string }
  | { outcome: "changed"; parts: EntryPart[] }
  | { outcome: "withdrawn" | "superseded" | "too-late" | "told-already" | "gone" };

/**
 * Puts an unconfirmed pledge in force, unless voting is over by then: it says how someone will vote. A link
 * that is used again returns the state of its pledge. What its owner reported of their vote belongs to the
 * version in force, which then stays. Nothing is confirmed where it is not what `page` displayed.
 */
export async function confirmPledge(
  db: DbOrTx,
  keys: Keys,
  publicId: string,
  now = new Date(),
  page?: DigestOfPage,
): Promise<ConfirmPledgeOutcome> {
  return db.transaction(async (tx) => {
    const known = await lockPledge(tx, publicId);
    if (!known) return { outcome: "gone" };
    if (known.status === "withdrawn" || known.status === "superseded") return { outcome: known.status };
    if (known.status === "active") return { outcome: "already-confirmed", publicId };
    if (known.status === "flagged") return { outcome: "waits-for-review", publicId };
    const meeting = await findMeeting(tx, known);
    if (!meeting || pledgeStage(meeting, now) === "outcome") return { outcome: "too-late" };
    if (hasReportedOutcome(await findInForce(tx, known.series))) return { outcome: "told-already" };
    const displayed = page && (await findOwnPledge(tx, keys, publicId));
    const parts = displayed ? changedParts(pledgeParts(displayed), page) : null;
    if (parts) return { outcome: "changed", parts };

    const locale = await confirmPerson(tx, known, now);
    const status = await activate(tx, keys, known, { locale }, now);
    return { outcome: status === "flagged" ? "waits-for-review" : "confirmed", publicId };
  });
}
