import { and, eq } from "drizzle-orm";
import { profileOf } from "#app/domain/base/jurisdictions/index.ts";
import { dayInZone } from "#app/domain/base/zone-clock.ts";
import type { Db, Tx } from "#db/index.ts";
import { meetings } from "#db/schema/index.ts";
import { changedFields, fingerprintOf, fromTo, verificationAfter } from "./change.server.ts";
import {
  type CompanyEditor,
  type CompanyEditorScope,
  lockTarget,
  recordKeeping,
} from "./company-editor.server.ts";
import type { MeetingValues } from "./meeting-form.ts";
import { replanReminders } from "./replan-reminders.server.ts";

export type SaveMeetingInput = {
  scope: CompanyEditorScope;
  /** Identifies the meeting. */
  year: number;
  /** `seenOfMeeting` when the edit began; null: a new meeting. */
  seen: string | null;
  values: MeetingValues;
  /** The organizer confirms that the source says all of it, for that day. */
  checked: boolean;
};

export type MeetingSaved =
  | { outcome: "saved"; changed: string[] }
  /** Somebody saved since the edit began. Nothing was stored. */
  | { outcome: "stale" }
  | { outcome: "year-taken" }
  /** Another campaign uses these facts, and the organizer may not edit them there. */
  | { outcome: "shared" }
  /** The company has no such meeting, or the organizer lacks the right. */
  | { outcome: "gone" };

/** Fields whose values are logged; for the others, only that they changed. */
const audited = ["status", "meetingOn", "meetingAt", "recordDate", "ballotOpenOn", "voteBy", "planVoteBy"];
const editable = [...audited, "proposalDeadline", "proxyFiledOn", "portalUrl", "sourceUrl", "asOf"];

type Row = typeof meetings.$inferSelect;

/** Fingerprints what an edit begins on. */
export const seenOfMeeting = (meeting: Omit<Row, "targetId">) => fingerprintOf(meeting, editable);

/**
 * Stores what is known of a meeting, and plans the reminders of its pledges again. A change that its author
 * has not checked leaves it unverified. A meeting that is open without a day of opening opened today.
 */
export async function saveMeeting(db: Db, input: SaveMeetingInput, now = new Date()): Promise<MeetingSaved> {
  return db.transaction(async (tx) => {
    const locked = await lockTarget(tx, input.scope);
    if (locked.outcome !== "locked") return locked;
    const { keeper } = locked;
    const before = await find(tx, keeper, input.year);
    if (input.seen === null && before) return { outcome: "year-taken" };
    if (input.seen !== null && !before) return { outcome: "gone" };
    if (before && seenOfMeeting(before) !== input.seen) return { outcome: "stale" };

    const values = opened(lawful(input.values, keeper.jurisdiction), dayInZone(keeper.zone, now));
    const changed = changedFields(before, values);
    if (before && changed.length === 0 && !input.checked) return { outcome: "saved", changed };
    const vouched = { checked: input.checked, changed: changed.length > 0, by: keeper.name };
    const row = { ...values, ...verificationAfter(before, vouched, now) };
    if (before) await tx.update(meetings).set(row).where(eq(meetings.id, before.id));
    else
      await tx
        .insert(meetings)
        .values({ ...row, year: input.year, targetId: keeper.targetId, zone: keeper.zone });

    const detail = {
      meeting: input.year,
      fields: changed,
      ...fromTo(
        before,
        values,
        changed.filter((field) => audited.includes(field)),
      ),
      verified: row.verifiedAt !== null,
    };
    await recordKeeping(tx, keeper, "meeting-changed", detail, now);
    if (before) await replanReminders(tx, { meetingId: before.id });
    return { outcome: "saved", changed };
  });
}

async function find(tx: Tx, { targetId }: CompanyEditor, year: number): Promise<Row | null> {
  const [row] = await tx
    .select()
    .from(meetings)
    .where(and(eq(meetings.targetId, targetId), eq(meetings.year, year)));
  return row ?? null;
}

/** Removes the record date or proposal deadline where the company's law has none. */
function lawful(values: MeetingValues, jurisdiction: string): MeetingValues {
  const { recordDate, coFiling } = profileOf(jurisdiction);
  return {
    ...values,
    recordDate: recordDate ? values.recordDate : null,
    proposalDeadline: coFiling ? values.proposalDeadline : null,
  };
}

const opened = (values: MeetingValues, today: string): MeetingValues =>
  values.status === "open" && values.ballotOpenOn === null ? { ...values, ballotOpenOn: today } : values;
