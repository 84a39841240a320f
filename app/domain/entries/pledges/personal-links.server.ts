import { type Meeting, mayBeOpen } from "#app/domain/campaign/meetings/meeting.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import { createToken } from "#app/lib/token.server.ts";

const day = 86_400_000;

type About = { on: string | null; year: number };

/**
 * Returns until when a pledge's owner can tell by a link whether they voted: a year after the meeting, taken
 * as the last day of its year while the day is not known.
 */
export const votedUntil = ({ on, year }: About): Date =>
  new Date(Date.parse(on ?? `${year}-12-31`) + 366 * day);

/** Returns the path where a pledge's owner tells whether they voted. */
export function votedPath(
  keys: Keys,
  { publicId, meeting }: { publicId: string; meeting: About },
  issuedAt: Date,
): string {
  const expiresAt = votedUntil(meeting);
  return `/voted/${createToken(keys, "voted", { subject: publicId, issuedAt, expiresAt })}`;
}

/** Names a meeting for such a path. */
export const votedAbout = ({ meetingOn, year }: Pick<Meeting, "meetingOn" | "year">): About => ({
  on: meetingOn,
  year,
});

type Asked = { kind: string; status: string; outcome: string; heldOnRecordDate: string; meeting: Meeting };

/** True while the vote may be open for a pledge's holder, who has not said that they voted. */
export const asksToVote = ({ kind, status, outcome, heldOnRecordDate, meeting }: Asked, now: Date): boolean =>
  kind !== "fund" &&
  status === "active" &&
  outcome === "unknown" &&
  heldOnRecordDate !== "no" &&
  mayBeOpen(meeting, now);
