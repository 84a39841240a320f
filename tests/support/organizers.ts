import { randomBytes } from "node:crypto";
import { desc, eq, sql } from "drizzle-orm";
import { generateSync } from "otplib";
import { type OrganizerRole, rightsOf } from "#app/domain/access/organizer.ts";
import { hashOfToken } from "#app/domain/access/secret-token.server.ts";
import { organizerCode } from "#app/domain/access/sign-in/code.server.ts";
import {
  beginTotp,
  confirmTotp,
  findTotpBegun,
} from "#app/domain/access/sign-in/second-factor/enrol-totp.server.ts";
import { findSession, startSession } from "#app/domain/access/sign-in/sessions/session.server.ts";
import type { Db } from "#db/index.ts";
import {
  campaignOrganizers,
  organizerCeremonies,
  organizerChallenges,
  organizerProofs,
  organizerSessions,
  organizers,
  outbox,
} from "#db/schema/index.ts";
import { aCampaign, existing, storeRow, testKeys } from "./builders.ts";

/** Returns a role with its first rights, as stored. */
export const asRole = (role: OrganizerRole) => ({ role, rights: [...rightsOf[role]] });

/** Makes an active organizer, with a role in `campaign` if given. */
export async function anOrganizer(
  db: Db,
  {
    campaign,
    role = "owner",
    ...values
  }: { campaign?: { id: number }; role?: OrganizerRole } & Partial<typeof organizers.$inferInsert> = {},
) {
  const organizer = await storeRow(db, organizers, {
    email: `organizer-${randomBytes(5).toString("hex")}@example.org`,
    name: "Olga Sample",
    activatedAt: new Date("2026-03-01T00:00:00Z"),
    ...values,
  });
  if (campaign) {
    // Long enough ago to count as a second person.
    const createdAt = new Date("2026-03-01T00:00:00Z");
    const membership = { campaignId: campaign.id, organizerId: organizer.id, ...asRole(role), createdAt };
    await db.insert(campaignOrganizers).values(membership);
  }
  return organizer;
}

/** Starts a session by email code alone; returns its cookie's token. */
export const aWeakSession = (db: Db, organizer: { id: string }, now = new Date()) =>
  db.transaction((tx) =>
    startSession(tx, { organizerId: organizer.id, userAgent: "test", oldSession: null }, now),
  );

/** Starts a session with a second factor and no proof since, as a thief has it. Returns its token. */
export const aStolenSession = (db: Db, organizer: { id: string }, now = new Date()) =>
  db.transaction((tx) =>
    startSession(
      tx,
      { organizerId: organizer.id, userAgent: "test", oldSession: null, strongBy: "totp" },
      now,
    ),
  );

/** Starts a session with a second factor and every proof. Returns its token for the cookie. */
export const aSession = async (db: Db, organizer: { id: string }, now = new Date()) => {
  const token = await aStolenSession(db, organizer, now);
  await db.execute(sql`
      insert into organizer_proofs (session_id, purpose, by, proved_at)
      select s.id, k.kind || ' ' || m.campaign_id, 'totp', now() + interval '1 hour'
      from organizer_sessions s join campaign_organizers m on m.organizer_id = s.organizer_id
      cross join unnest(array['sender', 'export', 'erase', 'send', 'petition', 'result', 'team', 'unfreeze',
        'bulk', 'close', 'token']) as k (kind)
      where s.token_hash = ${hashOfToken(token)}`);
  return token;
};

/** Sets up an authenticator app. Returns its secret, recovery codes, and a session made strong by it. */
export async function enrolled(db: Db, organizer: { id: string }, now = new Date()) {
  const weak = existing(await findSession(db, await aWeakSession(db, organizer, now)));
  const token = await beginTotp(db, testKeys, weak, now);
  const begun = await findTotpBegun(db, testKeys, { ...weak, token });
  const secret = begun?.secret ?? "";
  const code = generateSync({ secret, epoch: now.getTime() / 1000 });
  const done = await confirmTotp(db, testKeys, { session: weak, token, code }, now);
  if (done.outcome !== "enrolled") throw new Error(done.outcome);
  return { secret, codes: done.codes ?? [], session: done.session };
}

/** What an authenticator app shows. */
export const codeAt = (secret: string, at: Date) => generateSync({ secret, epoch: at.getTime() / 1000 });

export const sessionBy = async (db: Db, token: string) => existing(await findSession(db, token));

/** Makes an owner with an app, set up five minutes ago: its secret, and a session that has not used it. */
export async function anOwnerWithApp(db: Db, now: Date) {
  const organizer = await anOrganizer(db, { campaign: await aCampaign(db) });
  const { secret } = await enrolled(db, organizer, new Date(now.getTime() - 300_000));
  const weak = await aWeakSession(db, organizer, now);
  return { organizer, secret, weak, session: await sessionBy(db, weak) };
}

/** Reads the code in an organizer's newest email, as its template prints it. */
export async function mailedCode(db: Db, organizer: { id: string }): Promise<string> {
  const [mail] = await db
    .select({ tokenHash: organizerCeremonies.tokenHash })
    .from(outbox)
    .innerJoin(organizerCeremonies, eq(organizerCeremonies.id, outbox.ceremonyId))
    .where(eq(outbox.organizerId, organizer.id))
    .orderBy(desc(outbox.id))
    .limit(1);
  if (!mail) throw new Error("no code was mailed");
  return organizerCode(testKeys, mail.tokenHash);
}

/** Returns a wrong code. */
export const anotherCode = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

/** Ages everyone's sign-ins, sessions and reauthentications by so many minutes. */
export async function passMinutes(db: Db, minutes: number) {
  const ago = sql`make_interval(secs => ${minutes * 60})`;
  await db
    .update(organizerSessions)
    .set({
      createdAt: sql`${organizerSessions.createdAt} - ${ago}`,
      seenAt: sql`${organizerSessions.seenAt} - ${ago}`,
    });
  await db.update(organizerCeremonies).set({ expiresAt: sql`${organizerCeremonies.expiresAt} - ${ago}` });
  await db.update(organizerChallenges).set({ expiresAt: sql`${organizerChallenges.expiresAt} - ${ago}` });
  await db.update(organizerProofs).set({ provedAt: sql`${organizerProofs.provedAt} - ${ago}` });
}
