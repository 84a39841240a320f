import { desc, eq } from "drizzle-orm";
import { generateSync } from "otplib";
import { expect, test } from "vitest";
import { askAgain } from "#app/domain/access/sign-in/ask-again.server.ts";
import type { ProofFor } from "#app/domain/access/sign-in/proof-for.ts";
import { proveByCode } from "#app/domain/access/sign-in/prove.server.ts";
import { redeemCode } from "#app/domain/access/sign-in/redeem-code.server.ts";
import { requestCode } from "#app/domain/access/sign-in/request-code.server.ts";
import {
  beginTotp,
  confirmTotp,
  findTotpBegun,
} from "#app/domain/access/sign-in/second-factor/enrol-totp.server.ts";
import { findSession, type Session } from "#app/domain/access/sign-in/sessions/session.server.ts";
import { render } from "#app/mail/render.server.ts";
import { campaignOrganizers, organizerSessions, outbox } from "#db/schema/index.ts";
import { aCampaign, testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { findEmail } from "#tests/support/find-email.ts";
import { aFileMailing } from "#tests/support/mail.ts";
import {
  anOrganizer,
  anotherCode,
  asRole,
  aWeakSession,
  mailedCode,
  passMinutes,
} from "#tests/support/organizers.ts";

const db = await aDatabase();
const now = new Date("2026-11-24T12:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

const purpose: ProofFor = { kind: "team", campaignId: 7 };

/** A viewer, who needs no second factor, signed in. */
async function aViewer(): Promise<Session> {
  const organizer = await anOrganizer(db, { campaign: await aCampaign(db), role: "viewer" });
  const session = await findSession(db, await aWeakSession(db, organizer, now));
  if (!session) throw new Error("no session");
  return session;
}

async function asked({ organizerId, id: sessionId }: Session) {
  const asked = await askAgain(db, testKeys, { organizerId, sessionId, purpose }, now);
  if (asked.outcome !== "mailed") throw new Error(asked.outcome);
  return { ceremony: asked.token, code: await mailedCode(db, { id: organizerId }) };
}

const prove = async (
  session: Session,
  proof: { ceremony: string; code: string },
  { at = now, ...values }: Partial<{ at: Date; purpose: ProofFor }> = {},
) => (await proveByCode(db, testKeys, { session, purpose, ...proof, ...values }, at)).outcome;

test("a mailed code proves what it was asked for, once, and signs nobody in", async () => {
  const session = await aViewer();
  const proof = await asked(session);
  const sessions = await db.$count(organizerSessions);
  const answers = await Promise.all(Array.from({ length: 3 }, () => prove(session, proof)));
  expect(answers.filter((outcome) => outcome === "proved")).toHaveLength(1);
  expect(await prove(session, proof)).toBe("wrong");
  expect(await db.$count(organizerSessions)).toBe(sessions);
});

test("it works for ten minutes, and for three tries", async () => {
  const session = await aViewer();
  const late = await asked(session);
  await passMinutes(db, 10);
  expect(await prove(session, late)).toBe("wrong");

  const proof = await asked(session);
  const wrong = { ...proof, code: anotherCode(proof.code) };
  await Promise.all(Array.from({ length: 20 }, () => prove(session, wrong)));
  expect(await prove(session, proof)).toBe("wrong");
});

test("it is good for nothing else, nor for anybody else, nor in another browser", async () => {
  const [session, other] = [await aViewer(), await aViewer()];
  const proof = await asked(session);
  expect(await prove(session, proof, { purpose: { kind: "send", campaignId: 7 } })).toBe("wrong");
  expect(await prove(session, proof, { purpose: { kind: "team", campaignId: 8 } })).toBe("wrong");
  expect(await prove(other, proof)).toBe("wrong");
  const elsewhere = await asked(other);
  expect(await prove(session, { ...proof, ceremony: elsewhere.ceremony })).toBe("wrong");

  const signIn = { ceremony: proof.ceremony, code: proof.code, userAgent: null, oldSession: null };
  expect(await redeemCode(db, testKeys, signIn, now)).toEqual({ outcome: "over" });
  expect(await prove(session, proof)).toBe("proved");
});

test("a code for signing in proves nothing", async () => {
  const session = await aViewer();
  const { token: ceremony } = await requestCode(db, testKeys, { email: session.email }, now);
  const code = await mailedCode(db, { id: session.organizerId });
  expect(await prove(session, { ceremony, code })).toBe("wrong");
});

test("a mailed code proves nothing of who has a second factor, or must have one", async () => {
  const session = await aViewer();
  const proof = await asked(session);
  await db
    .update(campaignOrganizers)
    .set(asRole("owner"))
    .where(eq(campaignOrganizers.organizerId, session.organizerId));
  expect(await prove(session, proof)).toBe("wrong");
  await db
    .update(campaignOrganizers)
    .set(asRole("viewer"))
    .where(eq(campaignOrganizers.organizerId, session.organizerId));
  const token = await beginTotp(db, testKeys, session, now);
  const begun = await findTotpBegun(db, testKeys, { ...session, token });
  const code = generateSync({ secret: begun?.secret ?? "", epoch: now.getTime() / 1000 });
  expect((await confirmTotp(db, testKeys, { session, token, code }, now)).outcome).toBe("enrolled");
  expect(await prove(session, proof)).toBe("wrong");
});

test("someone whose access ended is mailed nothing", async () => {
  const gone = await anOrganizer(db, { disabledAt: now });
  const attempt = { organizerId: gone.id, sessionId: 1, purpose };
  expect(await askAgain(db, testKeys, attempt, now)).toEqual({ outcome: "gone" });
});

test("beyond five codes an hour and ten a day it says when the next one can be mailed", async () => {
  const organizer = await anOrganizer(db);
  const attempt = { organizerId: organizer.id, sessionId: 987, purpose };
  const ask = (minutes: number) => askAgain(db, testKeys, attempt, later(minutes));
  for (const minutes of [0, 1, 2, 3, 4]) expect((await ask(minutes)).outcome).toBe("mailed");
  expect(await ask(5)).toEqual({ outcome: "too-many", until: later(60) });
  expect((await ask(60)).outcome).toBe("mailed");
  for (const minutes of [61, 62, 63, 64]) expect((await ask(minutes)).outcome).toBe("mailed");
  expect(await ask(600)).toEqual({ outcome: "too-many", until: later(24 * 60) });
});

test("its mail says what it proves, and a sign-in code says that it signs in", async () => {
  const session = await aViewer();
  const { mailing } = await aFileMailing();
  const written = async () => {
    const [mail] = await db
      .select({ id: outbox.id })
      .from(outbox)
      .where(eq(outbox.organizerId, session.organizerId))
      .orderBy(desc(outbox.id))
      .limit(1);
    const found = await findEmail(db, mailing, mail?.id ?? 0);
    return found ? await render(found.email) : null;
  };
  await asked(session);
  const proof = await written();
  expect(proof?.subject).toBe("Your code to confirm it’s you");
  expect(proof?.text.replace(/\s+/g, " ")).toContain("change someone’s rights");
  await requestCode(db, testKeys, { email: session.email }, now);
  expect((await written())?.subject).toBe("Your sign-in code");
});
