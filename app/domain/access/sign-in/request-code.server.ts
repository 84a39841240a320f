import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { queueEmails } from "#app/domain/queue/queue-emails.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import { openToken } from "#app/lib/token.server.ts";
import type { Db, Tx } from "#db/index.ts";
import { organizers } from "#db/schema/index.ts";
import { beginCeremony, lockSignInAddress } from "./begin-ceremony.server.ts";
import { findKnownBrowser } from "./sessions/known-browser.server.ts";

const active = and(isNotNull(organizers.activatedAt), isNull(organizers.disabledAt));

type Asked = {
  /** As `organizerAddress` returned it. */
  email: string;
  /** The token of a known browser. */
  browser?: string | null;
};

/**
 * Requests a code by email and returns the token that binds it to the browser. Known and unknown addresses
 * get the same answer; only the email differs, and `isKnown`, which is for the log only. A known browser has
 * codes of its own; when those that anybody may request are used up, the owner of the address is warned.
 */
export async function requestCode(
  db: Db,
  keys: Keys,
  { email, browser = null }: Asked,
  now = new Date(),
): Promise<{ token: string; isKnown: boolean }> {
  return db.transaction(async (tx) => {
    await lockSignInAddress(tx, email);
    const [organizer] = await tx
      .select({ id: organizers.id })
      .from(organizers)
      .where(and(eq(organizers.email, email), active));
    const organizerId = organizer?.id ?? null;
    const known = await findBrowserOf(tx, { organizerId, browser }, now);
    const budget = known === null ? "anyone" : (`browser ${known}` as const);
    const ceremony = { email, organizerId, invitationId: null };
    const { token, cappedUntil } = await beginCeremony(tx, keys, { ...ceremony, budget }, now);
    if (cappedUntil && organizerId !== null && budget === "anyone")
      await warnOfRequests(tx, organizerId, now);
    return { token, isKnown: organizerId !== null };
  });
}

const findBrowserOf = async (
  tx: Tx,
  { organizerId, browser }: { organizerId: string | null; browser: string | null },
  now: Date,
) =>
  organizerId === null || browser === null
    ? null
    : findKnownBrowser(tx, { organizerId, token: browser }, now);

/** Returns whether the link of a warning can still ask for a code. */
export const isSignInLink = (keys: Keys, link: string, now = new Date()) =>
  openToken(keys, "sign-in", link, now).outcome === "valid";

/**
 * Asks for a code by the link of a warning, which only the owner of the address has: its codes are its own,
 * from any browser. Null for a link that is over or no link.
 */
export async function requestCodeByLink(
  db: Db,
  keys: Keys,
  link: string,
  now = new Date(),
): Promise<string | null> {
  const opened = openToken(keys, "sign-in", link, now);
  if (opened.outcome !== "valid") return null;
  return db.transaction(async (tx) => {
    const [organizer] = await tx
      .select({ id: organizers.id, email: organizers.email })
      .from(organizers)
      .where(and(eq(organizers.id, opened.subject), active));
    if (!organizer) return null;
    const { id: organizerId, email } = organizer;
    await lockSignInAddress(tx, email);
    const budget = `link ${organizerId} ${opened.issuedAt.getTime()}` as const;
    return (await beginCeremony(tx, keys, { email, organizerId, invitationId: null, budget }, now)).token;
  });
}

/** Hours between two warnings to one address: shorter than the link's lifetime, so one always works. */
const warnedOnceInHours = 24;

/** Warns an organizer of repeated code requests for their address. Call it under the lock of that address. */
async function warnOfRequests(tx: Tx, organizerId: string, now: Date): Promise<void> {
  const at = now.toISOString();
  const from = sql`where not exists (select from outbox
      where organizer_id = ${organizerId} and template = 'codes-asked'
      and created_at > ${at}::timestamptz - make_interval(hours => ${warnedOnceInHours}))`;
  await queueEmails(tx, "codes-asked", { organizerId, createdAt: now }, from);
}
