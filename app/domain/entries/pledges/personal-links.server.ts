import type { Keys } from "#app/lib/keys.server.ts";
import { createToken } from "#app/lib/token.server.ts";

const day = 86_400_000;

type About = { on: string | null; year: number };

/**
 * Until when the owner of a pledge can tell by a link whether they voted: a year after the meeting, whose day
 * is taken as the last of its year while it is not known.
 */
export const votedUntil = ({ on, year }: About): Date =>
  new Date(Date.parse(on ?? `${year}-12-31`) + 366 * day);

/** The path on which the owner of a pledge tells whether they voted. */
export function votedPath(
  keys: Keys,
  { publicId, meeting }: { publicId: string; meeting: About },
  issuedAt: Date,
): string {
  const expiresAt = votedUntil(meeting);
  return `/voted/${createToken(keys, "voted", { subject: publicId, issuedAt, expiresAt })}`;
}
