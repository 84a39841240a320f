import { and, eq } from "drizzle-orm";
import { dayInZone } from "#app/domain/base/zone-clock.ts";
import {
  changedFields,
  fingerprintOf,
  fromTo,
  verificationAfter,
} from "#app/domain/campaign/meetings/change.server.ts";
import {
  type CompanyEditor,
  type CompanyEditorScope,
  lockTarget,
  recordKeeping,
} from "#app/domain/campaign/meetings/company-editor.server.ts";
import {
  findPublishedVotes,
  logCorrectedVotes,
  readPublicVotes,
} from "#app/domain/campaign/meetings/log-corrected-votes.server.ts";
import { changedVotes, publicVotes } from "#app/domain/campaign/meetings/public-votes.ts";
import type { Db, Tx } from "#db/index.ts";
import { ballotItems, meetings } from "#db/schema/index.ts";
import type { BallotItemValues } from "./ballot-item-form.ts";

export type SaveBallotItemInput = {
  scope: CompanyEditorScope;
  year: number;
  /** The one to change, with `seenOfItem` when the edit began; null: a new one. */
  item: { id: number; seen: string } | null;
  values: BallotItemValues;
  /** The organizer confirms that the source says all of it, for that day. */
  checked: boolean;
};

export type BallotItemSaved =
  | { outcome: "saved"; id: number; changed: string[] }
  /** Somebody saved since the edit began. Nothing was stored. */
  | { outcome: "stale" }
  /** The meeting has another item with that number or, if there is none, that title. */
  | { outcome: "number-taken" | "title-taken" }
  /** It cannot have been voted on: its meeting is still to come. */
  | { outcome: "not-held" }
  /** Two people published other votes, and pledgers were emailed: they correct it together. */
  | { outcome: "votes-published" }
  /** Another campaign uses these facts, and the organizer may not edit them there. */
  | { outcome: "shared" }
  | { outcome: "gone" };

type Row = typeof ballotItems.$inferSelect;

const editable = [
  "number",
  "title",
  "proponent",
  "proposedBy",
  "status",
  "boardRecommendation",
  "campaignRecommendation",
  "votesFor",
  "votesAgainst",
  "votesAbstain",
  "brokerNonVotes",
  "reportedResult",
  "sourceUrl",
  "asOf",
];

/** Fingerprints what an edit begins on. */
export const seenOfItem = (item: Omit<Row, "meetingId">) => fingerprintOf(item, editable);

/** Stores a proposal of a meeting. A change that its author has not checked leaves it unverified. */
export async function saveBallotItem(
  db: Db,
  { scope, year, item, values, checked }: SaveBallotItemInput,
  now = new Date(),
): Promise<BallotItemSaved> {
  return db.transaction(async (tx) => {
    const locked = await lockTarget(tx, scope);
    if (locked.outcome !== "locked") return locked;
    const { keeper } = locked;
    const meeting = await findMeetingWithItems(tx, keeper, year);
    if (!meeting) return { outcome: "gone" };
    const before = item === null ? null : (meeting.items.find(({ id }) => id === item.id) ?? null);
    if (item !== null && !before) return { outcome: "gone" };
    if (item !== null && before && seenOfItem(before) !== item.seen) return { outcome: "stale" };
    const others = meeting.items.filter(({ id }) => id !== before?.id);
    const taken = others.find((other) => isSame(other, values));
    if (taken) return { outcome: values.number === null ? "title-taken" : "number-taken" };

    if (values.status === "voted" && isAhead(meeting, year, dayInZone(keeper.zone, now)))
      return { outcome: "not-held" };

    if (before && (await isPublishedOtherwise(tx, meeting.id, { ...before, ...values })))
      return { outcome: "votes-published" };

    const changed = changedFields(before, values);
    if (before && changed.length === 0 && !checked) return { outcome: "saved", id: before.id, changed };
    const vouched = { checked, changed: changed.length > 0, by: keeper.name };
    const row = { ...values, ...verificationAfter(before, vouched, now), meetingId: meeting.id };
    const id = before ? await change(tx, before.id, row) : await add(tx, row);
    const detail = {
      meeting: year,
      item: id,
      fields: changed,
      ...fromTo(
        before,
        values,
        changed.filter((field) => field === "status"),
      ),
      verified: row.verifiedAt !== null,
    };
    await recordKeeping(tx, keeper, "ballot-item-changed", detail, now);
    if (changed.some((field) => field === "status" || field.startsWith("votes"))) {
      const votes = { before: publicVotes(meeting.items), after: await readPublicVotes(tx, meeting.id) };
      await logCorrectedVotes(tx, keeper, { year, ...votes }, now);
    }
    return { outcome: "saved", id, changed };
  });
}

async function findMeetingWithItems(tx: Tx, { targetId }: CompanyEditor, year: number) {
  const [meeting] = await tx
    .select({ id: meetings.id, meetingOn: meetings.meetingOn })
    .from(meetings)
    .where(and(eq(meetings.targetId, targetId), eq(meetings.year, year)));
  if (!meeting) return null;
  const items = await tx.select().from(ballotItems).where(eq(ballotItems.meetingId, meeting.id));
  return { ...meeting, items };
}

/** Compares by day; a meeting without a day by its year. */
const isAhead = ({ meetingOn }: { meetingOn: string | null }, year: number, today: string) =>
  meetingOn === null ? year > Number(today.slice(0, 4)) : meetingOn > today;

const isSame = (other: Row, { number, title }: BallotItemValues) =>
  number === null
    ? other.number === null && other.title.toLowerCase() === title.toLowerCase()
    : other.number === number;

async function isPublishedOtherwise(tx: Tx, meetingId: number, item: Row): Promise<boolean> {
  const published = (await findPublishedVotes(tx, meetingId))?.filter(({ id }) => id === item.id) ?? [];
  return changedVotes(published, publicVotes([item])).some(({ was }) => was !== null);
}

type NewRow = typeof ballotItems.$inferInsert;

async function add(tx: Tx, row: NewRow): Promise<number> {
  const [added] = await tx.insert(ballotItems).values(row).returning({ id: ballotItems.id });
  if (!added) throw new Error("a ballot item was not inserted");
  return added.id;
}

async function change(tx: Tx, id: number, row: NewRow): Promise<number> {
  await tx.update(ballotItems).set(row).where(eq(ballotItems.id, id));
  return id;
}
