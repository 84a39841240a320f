import { and, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { redeemCode } from "#app/domain/access/sign-in/redeem-code.server.ts";
import { requestCode } from "#app/domain/access/sign-in/request-code.server.ts";
import { endSession, findSession } from "#app/domain/access/sign-in/sessions/session.server.ts";
import { endSessionsOf } from "#app/domain/access/sign-in/sessions/sessions.server.ts";
import { sweepSignIn } from "#app/domain/access/sign-in/sweep.server.ts";
import { makeKeys } from "#app/lib/keys.server.ts";
import {
  auditEntries,
  organizerCeremonies,
  organizerSessions,
  organizers,
  outbox,
} from "#db/schema/index.ts";
import { rowsIn, testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { anOrganizer, anotherCode, aSession, mailedCode, passMinutes } from "#tests/support/organizers.ts";

const db = await aDatabase();
const now = new Date("2026-11-24T12:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const redeem = (ceremony: string, code: string, at = now, oldSession: string | null = null) =>
  redeemCode(db, testKeys, { ceremony, code, userAgent: "test", oldSession }, at);

const mailsTo = (organizer: { id: string }) =>
  db.$count(outbox, and(eq(outbox.organizerId, organizer.id), eq(outbox.template, "organizer-code")));

test("the mailed code signs in the browser that asked for it", async () => {
  const organizer = await anOrganizer(db);
  const { token: ceremony } = await requestCode(db, testKeys, { email: organizer.email }, now);
  await passMinutes(db, 9);
  const redeemed = await redeem(ceremony, await mailedCode(db, organizer), later(9));

  if (redeemed.outcome !== "signed-in") throw new Error(redeemed.outcome);
  expect(await findSession(db, redeemed.session)).toMatchObject({
    organizerId: organizer.id,
    email: organizer.email,
  });
  const entries = await rowsIn(db, auditEntries, { actor: `organizer:${organizer.id}` });
  expect(entries.map((entry) => entry.action)).toEqual(["organizer-signed-in"]);
});

test("another browser cannot use the code", async () => {
  const organizer = await anOrganizer(db);
  await requestCode(db, testKeys, { email: organizer.email }, now);
  const code = await mailedCode(db, organizer);
  const { token: other } = await requestCode(db, testKeys, { email: "nobody-known@example.org" }, now);

  expect(await redeem(other, code)).toMatchObject({ outcome: "wrong" });
  expect(await redeem("not-a-ceremony", code)).toEqual({ outcome: "over" });
});

test("a code works once, and also when it is given back twenty times at once", async () => {
  const organizer = await anOrganizer(db);
  const { token: ceremony } = await requestCode(db, testKeys, { email: organizer.email }, now);
  const code = await mailedCode(db, organizer);
  const all = await Promise.all(Array.from({ length: 20 }, () => redeem(ceremony, code)));

  expect(all.filter(({ outcome }) => outcome === "signed-in")).toHaveLength(1);
  expect(await redeem(ceremony, code)).toEqual({ outcome: "over" });
  expect(await db.$count(organizerSessions, eq(organizerSessions.organizerId, organizer.id))).toBe(1);
});

test("of twenty wrong tries at once three are checked", async () => {
  const organizer = await anOrganizer(db);
  const { token: ceremony } = await requestCode(db, testKeys, { email: organizer.email }, now);
  const code = await mailedCode(db, organizer);
  const all = await Promise.all(Array.from({ length: 20 }, () => redeem(ceremony, anotherCode(code))));

  const left = all.flatMap((one) => (one.outcome === "wrong" ? one.triesLeft : []));
  expect(left.sort()).toEqual([0, 1, 2]);
  expect(all.filter(({ outcome }) => outcome === "over")).toHaveLength(17);
  expect(await redeem(ceremony, code)).toEqual({ outcome: "over" });
});

test("a code ends after ten minutes", async () => {
  const organizer = await anOrganizer(db);
  const { token: ceremony } = await requestCode(db, testKeys, { email: organizer.email }, now);
  await passMinutes(db, 10);
  expect(await redeem(ceremony, await mailedCode(db, organizer))).toEqual({ outcome: "over" });
});

test("unknown, inactive and disabled addresses get a ceremony and no email", async () => {
  const inactive = await anOrganizer(db, { activatedAt: null });
  const disabled = await anOrganizer(db, { disabledAt: now });
  const unknown = "no-organizer@example.org";
  for (const email of [inactive.email, disabled.email, unknown]) {
    const before = await db.$count(organizerCeremonies);
    const { token: ceremony } = await requestCode(db, testKeys, { email }, now);
    expect(ceremony).toMatch(/^[\w-]{43}$/);
    expect(await db.$count(organizerCeremonies)).toBe(before + 1);
    expect(await redeem(ceremony, "000000")).toMatchObject({ outcome: "wrong", triesLeft: 2 });
  }
  expect(await mailsTo(inactive)).toBe(0);
  expect(await mailsTo(disabled)).toBe(0);
});

test("an address gets five codes an hour and ten a day, also when asked for all at once", async () => {
  const organizer = await anOrganizer(db);
  await Promise.all(
    Array.from({ length: 12 }, () => requestCode(db, testKeys, { email: organizer.email }, now)),
  );
  expect(await mailsTo(organizer)).toBe(5);

  for (const minutes of [61, 62, 63, 64, 65, 130, 131]) {
    await requestCode(db, testKeys, { email: organizer.email }, later(minutes));
  }
  expect(await mailsTo(organizer)).toBe(10);
  await requestCode(db, testKeys, { email: organizer.email }, later(24 * 60 + 1));
  expect(await mailsTo(organizer)).toBe(11);
});

test("the limit of mails holds over a change of keys, and so does a code on its way", async () => {
  const organizer = await anOrganizer(db);
  const rotated = makeKeys([
    "a-new-secret-for-tests-that-is-long-enough",
    "a-secret-for-tests-that-is-long-enough-0001",
  ]);
  const { token: ceremony } = await requestCode(db, testKeys, { email: organizer.email }, now);
  const code = await mailedCode(db, organizer);
  for (let n = 0; n < 6; n++) await requestCode(db, rotated, { email: organizer.email }, now);

  expect(await mailsTo(organizer)).toBe(5);
  const input = { ceremony, code, userAgent: null, oldSession: null };
  expect(await redeemCode(db, rotated, input, now)).toMatchObject({ outcome: "signed-in" });
});

test("signing in ends the session the browser came with", async () => {
  const organizer = await anOrganizer(db);
  const old = await aSession(db, organizer, now);
  const { token: ceremony } = await requestCode(db, testKeys, { email: organizer.email }, now);
  const redeemed = await redeem(ceremony, await mailedCode(db, organizer), now, old);

  if (redeemed.outcome !== "signed-in") throw new Error(redeemed.outcome);
  expect(redeemed.session).not.toBe(old);
  expect(await findSession(db, old)).toBeNull();
  expect(await findSession(db, redeemed.session)).not.toBeNull();
});

test("a session ends after 30 minutes without a request", async () => {
  const organizer = await anOrganizer(db);
  const token = await aSession(db, organizer, now);
  for (const _ of [1, 2]) {
    await passMinutes(db, 29);
    expect(await findSession(db, token)).not.toBeNull();
  }
  await passMinutes(db, 30);
  expect(await findSession(db, token)).toBeNull();
});

test("a session ends after 12 hours however busy it is", async () => {
  const organizer = await anOrganizer(db);
  const token = await aSession(db, organizer, now);
  for (let minutes = 20; minutes < 720; minutes += 20) {
    await passMinutes(db, 20);
    expect(await findSession(db, token), `after ${minutes} minutes`).not.toBeNull();
  }
  await passMinutes(db, 20);
  expect(await findSession(db, token)).toBeNull();
});

test("being seen is written at most once a minute", async () => {
  const organizer = await anOrganizer(db);
  const token = await aSession(db, organizer, now);
  const seenAgo = async () => {
    const [row] = await db
      .select({ seconds: sql<number>`extract(epoch from now() - ${organizerSessions.seenAt})::float8` })
      .from(organizerSessions)
      .where(eq(organizerSessions.organizerId, organizer.id));
    return row?.seconds;
  };
  await passMinutes(db, 0.8);
  await findSession(db, token);
  expect(await seenAgo()).toBeGreaterThan(45);
  await passMinutes(db, 0.3);
  await findSession(db, token);
  expect(await seenAgo()).toBeLessThan(45);
});

test("tokens are stored as hashes alone", async () => {
  const organizer = await anOrganizer(db);
  const session = await aSession(db, organizer, now);
  const { token: ceremony } = await requestCode(db, testKeys, { email: organizer.email }, now);
  const stored = JSON.stringify([
    await db.select().from(organizerSessions),
    await db.select().from(organizerCeremonies),
  ]);
  for (const token of [session, ceremony]) {
    expect(stored).not.toContain(token);
    expect(stored).not.toContain(JSON.stringify([...Buffer.from(token, "base64url")]));
  }
});

test("signing out and revoking end sessions, and only their own", async () => {
  const [one, two] = [await anOrganizer(db), await anOrganizer(db)];
  const [first, second, third] = [await aSession(db, one), await aSession(db, one), await aSession(db, two)];
  await endSession(db, first);
  expect(await findSession(db, first)).toBeNull();
  expect(await findSession(db, second)).not.toBeNull();
  expect(await endSessionsOf(db, one.id)).toBe(1);
  expect(await findSession(db, second)).toBeNull();
  expect(await findSession(db, third)).not.toBeNull();
});

test("a disabled organizer's session opens nothing", async () => {
  const organizer = await anOrganizer(db);
  const token = await aSession(db, organizer);
  await db.update(organizers).set({ disabledAt: now }).where(eq(organizers.id, organizer.id));
  expect(await findSession(db, token)).toBeNull();
});

test("the sweep removes what is over and keeps what is not", async () => {
  const inactive = await anOrganizer(db, { activatedAt: null, createdAt: later(-60 * 25) });
  const active = await anOrganizer(db);
  await aSession(db, active);
  await passMinutes(db, 12 * 60);
  const kept = await aSession(db, active);
  await requestCode(db, testKeys, { email: active.email }, later(-60 * 25));
  await requestCode(db, testKeys, { email: active.email }, now);
  await sweepSignIn(db, now);

  expect(await db.$count(organizers, eq(organizers.id, inactive.id))).toBe(0);
  expect(await db.$count(organizerSessions, eq(organizerSessions.organizerId, active.id))).toBe(1);
  expect(await findSession(db, kept)).not.toBeNull();
  expect(await db.$count(organizerCeremonies, eq(organizerCeremonies.organizerId, active.id))).toBe(1);
});
