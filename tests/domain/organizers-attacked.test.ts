import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { createSecretToken } from "#app/domain/access/secret-token.server.ts";
import { askAgain } from "#app/domain/access/sign-in/ask-again.server.ts";
import type { ProofFor } from "#app/domain/access/sign-in/proof-for.ts";
import { proveByCode } from "#app/domain/access/sign-in/prove.server.ts";
import { redeemCode } from "#app/domain/access/sign-in/redeem-code.server.ts";
import { requestCode, requestCodeByLink } from "#app/domain/access/sign-in/request-code.server.ts";
import { resetSecondFactor } from "#app/domain/access/sign-in/second-factor/change-second-factor.server.ts";
import { passSecondFactor } from "#app/domain/access/sign-in/second-factor/pass-second-factor.server.ts";
import {
  findKnownBrowser,
  forgetBrowser,
  listKnownBrowsers,
  rememberBrowser,
} from "#app/domain/access/sign-in/sessions/known-browser.server.ts";
import { findSession, type Session } from "#app/domain/access/sign-in/sessions/session.server.ts";
import { endSessionsOf } from "#app/domain/access/sign-in/sessions/sessions.server.ts";
import { sweepSignIn } from "#app/domain/access/sign-in/sweep.server.ts";
import { acceptInvitation } from "#app/domain/team/accept-invitation.server.ts";
import { disableOrganizer } from "#app/domain/team/disable-organizer.server.ts";
import { inviteOrganizer } from "#app/domain/team/invite.server.ts";
import { createToken } from "#app/lib/token.server.ts";
import { render } from "#app/mail/render.server.ts";
import { organizerChallenges, outbox } from "#db/schema/index.ts";
import type { Email } from "#emails/index.ts";
import { aCampaign, existing, testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { findEmail } from "#tests/support/find-email.ts";
import { aFileMailing } from "#tests/support/mail.ts";
import {
  anOrganizer,
  anOwnerWithApp,
  anotherCode,
  aStolenSession,
  aWeakSession,
  codeAt,
  enrolled,
  mailedCode,
  sessionBy,
} from "#tests/support/organizers.ts";

const db = await aDatabase();
const now = new Date("2026-11-24T12:00:00Z");
const secondsLater = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const purpose: ProofFor = { kind: "export", campaignId: 1 };

test("a session planted in a browser opens nothing after a sign-in there", async () => {
  const { organizer, secret, weak, session } = await anOwnerWithApp(db, now);
  const attacker = await anOrganizer(db, { campaign: await aCampaign(db) });
  for (const planted of [await aStolenSession(db, attacker, now), createSecretToken()]) {
    const { token: ceremony } = await requestCode(db, testKeys, { email: organizer.email }, now);
    const code = await mailedCode(db, organizer);
    const redeemed = await redeemCode(
      db,
      testKeys,
      { ceremony, code, userAgent: null, oldSession: planted },
      now,
    );
    if (redeemed.outcome !== "signed-in") throw new Error(redeemed.outcome);
    expect(redeemed.session).not.toBe(planted);
    expect(await findSession(db, planted)).toBeNull();
  }
  const passed = await passSecondFactor(db, testKeys, { session, code: codeAt(secret, now) }, now);
  expect(passed.outcome).toBe("passed");
  expect(await findSession(db, weak)).toBeNull();
});

test("an app code that signed in proves nothing, and the reverse", async () => {
  const { organizer, secret, session } = await anOwnerWithApp(db, now);
  const code = codeAt(secret, now);
  expect((await passSecondFactor(db, testKeys, { session, code }, now)).outcome).toBe("passed");
  const proof = { session, purpose, ceremony: null, code };
  expect((await proveByCode(db, testKeys, proof, secondsLater(20))).outcome).toBe("wrong");
  const next = { ...proof, code: codeAt(secret, secondsLater(30)) };
  expect((await proveByCode(db, testKeys, next, secondsLater(30))).outcome).toBe("proved");
  const send: ProofFor = { kind: "send", campaignId: 1 };
  expect((await proveByCode(db, testKeys, { ...next, purpose: send }, secondsLater(31))).outcome).toBe(
    "wrong",
  );
  const other = await sessionBy(db, await aWeakSession(db, organizer, now));
  const again = { session: other, code: next.code };
  expect((await passSecondFactor(db, testKeys, again, secondsLater(32))).outcome).toBe("wrong");
});

test("an app's code can be guessed ten times in all, over all sessions and uses", async () => {
  const { organizer, secret, session } = await anOwnerWithApp(db, now);
  const sessions = [session];
  for (let n = 0; n < 5; n++) sessions.push(await sessionBy(db, await aWeakSession(db, organizer, now)));
  const wrong = anotherCode(codeAt(secret, now));
  const tried = await Promise.all(
    Array.from({ length: 30 }, (_, n) => {
      const from = sessions[n % sessions.length] as Session;
      const kind = (["export", "send", "team"] as const)[n % 3] ?? "export";
      return n % 2
        ? passSecondFactor(db, testKeys, { session: from, code: wrong }, now)
        : proveByCode(
            db,
            testKeys,
            { session: from, purpose: { kind, campaignId: n }, ceremony: null, code: wrong },
            now,
          );
    }),
  );
  expect(tried.filter(({ outcome }) => outcome === "wrong")).toHaveLength(9);
  expect(tried.filter(({ outcome }) => outcome === "locked")).toHaveLength(21);
  const right = { session, code: codeAt(secret, now) };
  expect((await passSecondFactor(db, testKeys, right, now)).outcome).toBe("locked");
});

const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const ask = async (email: string, at: Date, browser: string | null = null) =>
  (await requestCode(db, testKeys, { email, browser }, at)).token;
const codesTo = async (organizer: { id: string }) =>
  (await db.select().from(outbox).where(eq(outbox.organizerId, organizer.id))).filter(
    ({ template }) => template === "organizer-code",
  ).length;

async function sessionOf(organizer: { id: string }, at = now) {
  return existing(await findSession(db, await aWeakSession(db, organizer, at)));
}

/** A stranger requests all the codes allowed for this address. */
async function useUp(email: string, at = now) {
  for (let n = 0; n < 12; n++) await ask(email, at);
}

test("a stranger's requests use up no code that proves something for who is signed in", async () => {
  const organizer = await anOrganizer(db, { campaign: await aCampaign(db), role: "viewer" });
  const session = await sessionOf(organizer);
  await useUp(organizer.email);
  const purpose = { kind: "team", campaignId: 7 } as const;
  const asked = await askAgain(
    db,
    testKeys,
    { organizerId: session.organizerId, sessionId: session.id, purpose },
    now,
  );
  expect(asked.outcome).toBe("mailed");
});

test("a stolen session uses up no code to sign in with, nor one of another session", async () => {
  const organizer = await anOrganizer(db, { campaign: await aCampaign(db), role: "viewer" });
  const [stolen, own] = [await sessionOf(organizer), await sessionOf(organizer)];
  const purpose = { kind: "team", campaignId: 7 } as const;
  const prove = ({ id: sessionId, organizerId }: typeof own) =>
    askAgain(db, testKeys, { organizerId, sessionId, purpose }, now);
  const outcomes = [];
  for (let n = 0; n < 6; n++) outcomes.push((await prove(stolen)).outcome);
  expect(outcomes.filter((outcome) => outcome === "mailed")).toHaveLength(5);
  expect((await prove(own)).outcome).toBe("mailed");
  const before = await codesTo(organizer);
  await ask(organizer.email, now);
  expect(await codesTo(organizer)).toBe(before + 1);
});

test("a stranger's requests block no invitation, and its holder no sign-in", async () => {
  const campaign = await aCampaign(db);
  const organizer = await anOrganizer(db);
  const { email } = organizer;
  const invited = await inviteOrganizer(
    db,
    { campaignSlug: campaign.slug, role: "viewer", by: "operator" },
    now,
  );
  if (invited.outcome !== "invited") throw new Error(invited.outcome);
  const accept = (address: string) =>
    acceptInvitation(db, testKeys, { invitation: invited.token, name: "Ada", email: address }, now);
  await useUp(email);
  const before = await codesTo(organizer);
  await accept(email);
  expect(await codesTo(organizer)).toBe(before + 1);

  const other = await anOrganizer(db);
  for (let n = 0; n < 12; n++) await accept(other.email);
  // One link emails five codes an hour, to all addresses together.
  expect(await codesTo(other)).toBe(4);
  await ask(other.email, now);
  expect(await codesTo(other)).toBe(5);
});

test("a code under way survives any requests and guesses for the same address", async () => {
  const organizer = await anOrganizer(db);
  const ceremony = await ask(organizer.email, now);
  const code = await mailedCode(db, organizer);
  for (let n = 0; n < 12; n++) {
    const theirs = await ask(organizer.email, later(1));
    const guess = { ceremony: theirs, code: anotherCode(code), userAgent: null, oldSession: null };
    for (let tries = 0; tries < 4; tries++) await redeemCode(db, testKeys, guess, later(1));
  }
  const own = { ceremony, code, userAgent: null, oldSession: null };
  expect((await redeemCode(db, testKeys, own, later(9))).outcome).toBe("signed-in");
});

test("guesses at the app's codes keep nobody out who has a recovery code", async () => {
  const organizer = await anOrganizer(db, { campaign: await aCampaign(db) });
  const { codes } = await enrolled(db, organizer, now);
  const guesser = await sessionOf(organizer);
  for (let n = 0; n < 10; n++)
    await passSecondFactor(db, testKeys, { session: guesser, code: "000000" }, later(5));
  const own = { session: await sessionOf(organizer, later(6)), code: codes[0] ?? "" };
  expect((await passSecondFactor(db, testKeys, own, later(6))).outcome).toBe("passed");
});

test("requests for a passkey that nobody answered go with the sweep", async () => {
  await db.insert(organizerChallenges).values([
    { tokenHash: Buffer.alloc(32, 1), createdAt: now, expiresAt: sql`now() - interval '1 second'` },
    { tokenHash: Buffer.alloc(32, 2), createdAt: now, expiresAt: sql`now() + interval '5 minutes'` },
  ]);
  await sweepSignIn(db, now);
  const left = await db.select().from(organizerChallenges);
  expect(left.map(({ tokenHash }) => tokenHash[0])).not.toContain(1);
  expect(left.map(({ tokenHash }) => tokenHash[0])).toContain(2);
});

/** Signs in with an emailed code, in a browser with this cookie; returns the new cookie. */
async function signIn(organizer: { id: string; email: string }, at: Date, browser: string | null = null) {
  const ceremony = await ask(organizer.email, at, browser);
  const input = { ceremony, code: await mailedCode(db, organizer), userAgent: "test", oldSession: null };
  const redeemed = await redeemCode(db, testKeys, { ...input, browser }, at);
  if (redeemed.outcome !== "signed-in") throw new Error(redeemed.outcome);
  return redeemed.browser;
}

test("a known browser has its own code limits, for half a year or until forgotten", async () => {
  const organizer = await anOrganizer(db);
  const browser = await signIn(organizer, now);
  await useUp(organizer.email, later(1));
  expect(await codesTo(organizer)).toBe(5);
  for (let n = 0; n < 12; n++) await ask(organizer.email, later(2), browser);
  expect(await codesTo(organizer)).toBe(10);

  const renewed = await signIn(organizer, later(24 * 60 + 3), browser);
  expect(await findKnownBrowser(db, { organizerId: organizer.id, token: browser }, now)).toBeNull();
  const known = (at: Date) => findKnownBrowser(db, { organizerId: organizer.id, token: renewed }, at);
  expect(await known(later(180 * 1440))).not.toBeNull();
  expect(await known(later(182 * 1440))).toBeNull();

  const [listed, ...others] = await listKnownBrowsers(db, organizer.id, later(1500));
  expect(others).toEqual([]);
  const stranger = await anOrganizer(db);
  const id = listed?.id ?? 0;
  expect(await forgetBrowser(db, { organizerId: stranger.id, id }, later(1500))).toBe(false);
  expect(await forgetBrowser(db, { organizerId: organizer.id, id }, later(1500))).toBe(true);
  expect(await known(later(1500))).toBeNull();
});

test("two organizers of one browser are known there, each for their address", async () => {
  const [ada, ben] = [await anOrganizer(db), await anOrganizer(db)];
  const browser = await signIn(ben, now, await signIn(ada, now));
  for (const { id: organizerId } of [ada, ben])
    expect(await findKnownBrowser(db, { organizerId, token: browser }, now)).not.toBeNull();
  const eve = await anOrganizer(db);
  await useUp(eve.email);
  await ask(eve.email, now, browser);
  expect(await codesTo(eve)).toBe(5);
});

test("who signs an organizer out or closes their account forgets their browsers", async () => {
  const organizer = await anOrganizer(db);
  const known = async (token: string) => findKnownBrowser(db, { organizerId: organizer.id, token }, now);
  for (const end of [
    () => endSessionsOf(db, organizer.id, now),
    () => resetSecondFactor(db, organizer.email, now),
    () => disableOrganizer(db, organizer.email, now),
  ]) {
    const token = await db.transaction((tx) =>
      rememberBrowser(tx, { organizerId: organizer.id, browser: null, userAgent: null }, now),
    );
    expect(await known(token)).not.toBeNull();
    await end();
    expect(await known(token)).toBeNull();
  }
});

test("the link of a warning mails codes of its own for two days, and nobody can make one", async () => {
  const organizer = await anOrganizer(db, { campaign: await aCampaign(db) });
  await useUp(organizer.email);
  await useUp(organizer.email, later(120));
  const { mailing } = await aFileMailing();
  const mails = await db.select().from(outbox).where(eq(outbox.organizerId, organizer.id));
  const warnings = mails.filter(({ template }) => template === "codes-asked");
  expect(warnings).toHaveLength(1);
  const written = await findEmail(db, mailing, warnings[0]?.id ?? 0);
  expect(written?.to).toBe(organizer.email);
  const { text } = await render(written?.email as Email);
  const link = /\/sign-in\/([\w-]{54})/.exec(text)?.[1] ?? "";
  const before = await codesTo(organizer);
  for (let n = 0; n < 7; n++) expect(await requestCodeByLink(db, testKeys, link, later(130))).not.toBeNull();
  expect(await codesTo(organizer)).toBe(before + 5);
  expect(await requestCodeByLink(db, testKeys, link, later(48 * 60 + 1))).toBeNull();
  const lives = { issuedAt: now, expiresAt: later(60) };
  const other = createToken(testKeys, "manage", { subject: organizer.id, ...lives });
  for (const made of [other, `${link.slice(0, 30)}AAAA${link.slice(34)}`, ""])
    expect(await requestCodeByLink(db, testKeys, made, later(1))).toBeNull();
  // A day later, and still under attack, the next warning has the next link.
  await useUp(organizer.email, later(25 * 60));
  const all = await db.select().from(outbox).where(eq(outbox.organizerId, organizer.id));
  expect(all.filter(({ template }) => template === "codes-asked")).toHaveLength(2);
});
