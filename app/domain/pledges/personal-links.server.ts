import type { Keys } from "#app/lib/keys.server.ts";
import { createToken } from "#app/lib/token.server.ts";

const day = 86_400_000;

/**
 * The path on which the owner of a pledge tells whether they voted: it works until a year after the meeting, whose
 * day is taken as the last of its year while it is not known.
 */
export function votedPath(
  keys: Keys,
  { publicId, meeting }: { publicId: string; meeting: { on: string | null; year: number } },
  issuedAt: Date,
): string {
  const meetingDay = Date.parse(meeting.on ?? `${meeting.year}-12-31`);
  const expiresAt = new Date(meetingDay + 366 * day);
  return `/voted/${createToken(keys, "voted", { subject: publicId, issuedAt, expiresAt })}`;
}

/** The path of the form for someone who is proven to be `supporterPublicId`: they are not asked who they are. */
export function pledgePath(
  keys: Keys,
  { supporterPublicId, campaign }: { supporterPublicId: string; campaign: string },
  issuedAt: Date,
  hours: number,
): string {
  const expiresAt = new Date(issuedAt.getTime() + hours * 3_600_000);
  return `/c/${campaign}/pledge/${createToken(keys, "pledge", { subject: supporterPublicId, issuedAt, expiresAt })}`;
}
