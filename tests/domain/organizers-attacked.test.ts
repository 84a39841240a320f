import { generateSync } from "otplib";
import { expect, test } from "vitest";
import { createSecretToken, hashOfToken } from "#app/domain/access/secret-token.server.ts";
import { organizerCode } from "#app/domain/access/sign-in/code.server.ts";
import type { ProofFor } from "#app/domain/access/sign-in/proof-for.ts";
import { hasProof, proveByCode } from "#app/domain/access/sign-in/prove.server.ts";
import { redeemCode } from "#app/domain/access/sign-in/redeem-code.server.ts";
import { requestCode } from "#app/domain/access/sign-in/request-code.server.ts";
import {
  beginTotp,
  confirmTotp,
  findTotpBegun,
} from "#app/domain/access/sign-in/second-factor/enrol-totp.server.ts";
import { passSecondFactor } from "#app/domain/access/sign-in/second-factor/pass-second-factor.server.ts";
import { findSession, type Session } from "#app/domain/access/sign-in/sessions/session.server.ts";
import { organizerSessions } from "#db/schema/index.ts";
import { aCampaign, testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import {
  anOrganizer,
  anotherCode,
  aStolenSession,
  aWeakSession,
  mailedCode,
  passMinutes,
} from "#tests/support/organizers.ts";

const db = await aDatabase();
const now = new Date("2026-11-24T12:00:00Z");
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const codeAt = (secret: string, at: Date) => generateSync({ secret, epoch: at.getTime() / 1000 });
const purpose: ProofFor = { kind: "export", campaignId: 1 };

async function sessionOf(token: string): Promise<Session> {
  const session = await findSession(db, token);
  if (!session) throw new Error("no session");
  return session;
}

/** An owner with an app, set up five minutes ago: its secret, and a session that has not used it. */
async function anOwner() {
  const organizer = await anOrganizer(db, { campaign: await aCampaign(db) });
  const before = later(-300);
  const first = await sessionOf(await aWeakSession(db, organizer, before));
  const token = await beginTotp(db, testKeys, first, before);
  const begun = await findTotpBegun(db, testKeys, { ...first, token });
  const secret = begun?.secret ?? "";
  await confirmTotp(db, testKeys, { session: first, token, code: codeAt(secret, before) }, before);
  const weak = await aWeakSession(db, organizer, now);
  return { organizer, secret, weak, session: await sessionOf(weak) };
}

test("a session planted in a browser opens nothing after a sign-in there", async () => {
  const { organizer, secret, weak, session } = await anOwner();
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
  const { organizer, secret, session } = await anOwner();
  const code = codeAt(secret, now);
  expect((await passSecondFactor(db, testKeys, { session, code }, now)).outcome).toBe("passed");
  const proof = { session, purpose, ceremony: null, code };
  expect((await proveByCode(db, testKeys, proof, later(20))).outcome).toBe("wrong");
  const next = { ...proof, code: codeAt(secret, later(30)) };
  expect((await proveByCode(db, testKeys, next, later(30))).outcome).toBe("proved");
  const send: ProofFor = { kind: "send", campaignId: 1 };
  expect((await proveByCode(db, testKeys, { ...next, purpose: send }, later(31))).outcome).toBe("wrong");
  const other = await sessionOf(await aWeakSession(db, organizer, now));
  const again = { session: other, code: next.code };
  expect((await passSecondFactor(db, testKeys, again, later(32))).outcome).toBe("wrong");
});

test("codes guessed from many browsers are checked against five emails an hour", async () => {
  const addresses = [await anOrganizer(db), await anOrganizer(db)];
  for (const { email } of addresses) {
    const browsers = await Promise.all(
      Array.from({ length: 12 }, () => requestCode(db, testKeys, { email }, now)),
    );
    const guesses = browsers.map(async ({ token: ceremony }) => {
      const right = organizerCode(testKeys, hashOfToken(ceremony));
      const give = (code: string) =>
        redeemCode(db, testKeys, { ceremony, code, userAgent: null, oldSession: null }, now);
      await give(anotherCode(right));
      return (await give(right)).outcome;
    });
    const ended = await Promise.all(guesses);
    expect(ended.filter((outcome) => outcome === "signed-in")).toHaveLength(5);
    expect(ended.filter((outcome) => outcome === "wrong")).toHaveLength(7);
  }
});

test("an app's code can be guessed ten times in all, over all sessions and uses", async () => {
  const { organizer, secret, session } = await anOwner();
  const sessions = [session];
  for (let n = 0; n < 5; n++) sessions.push(await sessionOf(await aWeakSession(db, organizer, now)));
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

test("a month of guessing gets under 500 tries, and the owner still gets in", async () => {
  const { secret, session } = await anOwner();
  const month = 30 * 86_400;
  let at = now;
  let rounds = 0;
  while (at.getTime() < later(month).getTime() && rounds < 500) {
    const code = anotherCode(codeAt(secret, at));
    const tried = await passSecondFactor(db, testKeys, { session, code }, at);
    rounds++;
    if (tried.outcome === "locked") at = new Date(tried.until.getTime() + 1000);
  }
  expect(rounds).toBeLessThan(500);
  const passed = await passSecondFactor(db, testKeys, { session, code: codeAt(secret, at) }, at);
  expect(passed.outcome).toBe("passed");
});

test("a proof ends with its session or after five minutes, and works in no other", async () => {
  const { organizer, secret, session } = await anOwner();
  const proof = { session, purpose, ceremony: null, code: codeAt(secret, now) };
  expect((await proveByCode(db, testKeys, proof, now)).outcome).toBe("proved");
  const other = await sessionOf(await aStolenSession(db, organizer, now));
  expect(await hasProof(db, other, purpose)).toBe(false);
  await passMinutes(db, 4.5);
  expect(await hasProof(db, session, purpose)).toBe(true);
  await passMinutes(db, 0.5);
  expect(await hasProof(db, session, purpose)).toBe(false);
  await passMinutes(db, -5);
  expect(await hasProof(db, session, purpose)).toBe(true);
  await db.delete(organizerSessions);
  expect(await hasProof(db, session, purpose)).toBe(false);
});
