import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import { desc, eq } from "drizzle-orm";
import { generateSync } from "otplib";
import { expect, test } from "vitest";
import type { OrganizerRole } from "#app/domain/access/organizer.ts";
import { askAgain } from "#app/domain/access/sign-in/ask-again.server.ts";
import type { ProofFor } from "#app/domain/access/sign-in/proof-for.ts";
import { hasProof, proveByCode, proveByPasskey } from "#app/domain/access/sign-in/prove.server.ts";
import { redeemCode } from "#app/domain/access/sign-in/redeem-code.server.ts";
import { requestCode } from "#app/domain/access/sign-in/request-code.server.ts";
import {
  beginTotp,
  confirmTotp,
  findTotpBegun,
} from "#app/domain/access/sign-in/second-factor/enrol-totp.server.ts";
import { enrolPasskey } from "#app/domain/access/sign-in/second-factor/pass-by-passkey.server.ts";
import { passSecondFactor } from "#app/domain/access/sign-in/second-factor/pass-second-factor.server.ts";
import { askForPasskey, beginPasskey } from "#app/domain/access/sign-in/second-factor/passkeys.server.ts";
import {
  signInByPasskey,
  signInPurpose,
} from "#app/domain/access/sign-in/second-factor/sign-in-by-passkey.server.ts";
import { rotateTotp } from "#app/domain/access/sign-in/second-factor/totp.server.ts";
import { findSession, type Session } from "#app/domain/access/sign-in/sessions/session.server.ts";
import { makeKeys } from "#app/lib/keys.server.ts";
import { render } from "#app/mail/render.server.ts";
import {
  auditEntries,
  campaignOrganizers,
  organizerRecoveryCodes,
  organizerSessions,
  organizers,
  outbox,
} from "#db/schema/index.ts";
import { aCampaign, changeRows, existing, rowsIn, testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { findEmail } from "#tests/support/find-email.ts";
import { aFileMailing } from "#tests/support/mail.ts";
import {
  anOrganizer,
  asRole,
  aWeakSession,
  enrolled,
  mailedCode,
  passMinutes,
} from "#tests/support/organizers.ts";

const db = await aDatabase();
const now = new Date("2026-11-24T12:00:00Z");
const secondsLater = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const codeAt = (secret: string, at: Date) => generateSync({ secret, epoch: at.getTime() / 1000 });

async function signedIn(organizer: { id: string }, at = now): Promise<Session> {
  return existing(await findSession(db, await aWeakSession(db, organizer, at)));
}

/** An organizer with an app: its secret and recovery codes, and a session by an email code alone. */
async function anEnrolled(role: OrganizerRole = "owner") {
  const organizer = await anOrganizer(db, { campaign: await aCampaign(db), role });
  const { secret, codes, session: strong } = await enrolled(db, organizer, now);
  return { organizer, secret, codes, strong, session: await signedIn(organizer) };
}

test("exporters and owners need a second factor, others where they set one up", async () => {
  const campaign = await aCampaign(db);
  for (const [role, second] of [
    ["owner", "enrol"],
    ["organizer", "enrol"],
    ["exporter", "enrol"],
    ["reviewer", "none"],
    ["viewer", "none"],
  ] as const) {
    expect((await signedIn(await anOrganizer(db, { campaign, role }))).second, role).toBe(second);
  }
  const { strong, session } = await anEnrolled("viewer");
  expect(session.second).toBe("ask");
  expect(await findSession(db, strong)).toMatchObject({ second: "strong" });
});

test("an app code works once, even five times at once, and never an older one", async () => {
  const { secret, session } = await anEnrolled();
  const pass = (code: string, at: Date) => passSecondFactor(db, testKeys, { session, code }, at);
  expect((await pass(codeAt(secret, now), secondsLater(5))).outcome, "used as it was set up").toBe("wrong");
  const next = codeAt(secret, secondsLater(30));
  const tried = await Promise.all(Array.from({ length: 5 }, () => pass(next, secondsLater(31))));
  expect(tried.filter(({ outcome }) => outcome === "passed")).toHaveLength(1);
  expect((await pass(codeAt(secret, secondsLater(90)), secondsLater(60))).outcome, "of the future").toBe(
    "wrong",
  );
});

test("ten wrong codes lock the second factor for 15 minutes in every session", async () => {
  const { organizer, secret, session } = await anEnrolled();
  const other = await signedIn(organizer);
  for (let n = 1; n <= 9; n += 1) {
    const tried = await passSecondFactor(
      db,
      testKeys,
      { session: n % 2 ? session : other, code: "000000" },
      now,
    );
    expect(tried.outcome).toBe("wrong");
  }
  expect((await passSecondFactor(db, testKeys, { session, code: "no-such-code" }, now)).outcome).toBe(
    "locked",
  );
  const right = { session, code: codeAt(secret, secondsLater(600)) };
  expect((await passSecondFactor(db, testKeys, right, secondsLater(600))).outcome).toBe("locked");
  const after = { session, code: codeAt(secret, secondsLater(960)) };
  expect((await passSecondFactor(db, testKeys, after, secondsLater(960))).outcome).toBe("passed");
});

test("a recovery code opens once, for its organizer alone, and only its hash is stored", async () => {
  const { organizer, codes, session } = await anEnrolled();
  expect(new Set(codes).size).toBe(10);
  expect(codes.every((one) => /^[a-z2-9]{4}(-[a-z2-9]{4}){5}$/.test(one))).toBe(true);
  const other = await anEnrolled();
  const [code] = codes as [string];
  expect((await passSecondFactor(db, testKeys, { session: other.session, code }, now)).outcome).toBe("wrong");
  const typed = code.toUpperCase().replaceAll("-", " ");
  expect((await passSecondFactor(db, testKeys, { session, code: typed }, now)).outcome).toBe("passed");
  const again = await signedIn(organizer);
  expect((await passSecondFactor(db, testKeys, { session: again, code }, now)).outcome).toBe("wrong");
  const rows = await rowsIn(db, organizerRecoveryCodes, { organizerId: organizer.id });
  expect(rows.filter(({ usedAt }) => usedAt)).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain(code);
});

test("a secret is sealed for its organizer, and sealed again when keys rotate", async () => {
  const { organizer, secret, session } = await anEnrolled();
  const stored = async () =>
    (await db.select().from(organizers).where(eq(organizers.id, organizer.id)))[0] ?? never();
  const before = await stored();
  expect(before.totpSecretEnc?.includes(secret)).toBe(false);
  const newest = "a-newer-secret-of-tests-that-is-long-enough-0002";
  const rotated = makeKeys([newest, "a-secret-for-tests-that-is-long-enough-0001"]);
  expect(rotated[1]?.id).toBe(testKeys[0].id);
  await rotateTotp(db, rotated, now);
  expect((await stored()).totpKeyId).toBe(rotated[0].id);
  const pass = { session, code: codeAt(secret, secondsLater(30)) };
  expect((await passSecondFactor(db, makeKeys([newest]), pass, secondsLater(30))).outcome).toBe("passed");
});

const never = (): never => {
  throw new Error("nothing there");
};

test("a proof holds for one purpose, one campaign, one session and five minutes", async () => {
  const { organizer, secret, session } = await anEnrolled();
  const purpose: ProofFor = { kind: "export", campaignId: 1 };
  const other = await signedIn(organizer);
  const proof = { session, purpose, ceremony: null, code: codeAt(secret, secondsLater(30)) };
  expect(await proveByCode(db, testKeys, { ...proof, code: "123456" }, secondsLater(30))).toEnd("wrong");
  expect(await proveByCode(db, testKeys, proof, secondsLater(30))).toEqual({ outcome: "proved", by: "totp" });
  expect(await proveByCode(db, testKeys, { ...proof, session: other }, secondsLater(31))).toEnd("wrong");
  expect(await hasProof(db, session, purpose)).toBe(true);
  expect(await hasProof(db, other, purpose)).toBe(false);
  expect(await hasProof(db, session, { kind: "send", campaignId: 1 })).toBe(false);
  expect(await hasProof(db, session, { kind: "export", campaignId: 2 })).toBe(false);
  await passMinutes(db, 4.5);
  expect(await hasProof(db, session, purpose)).toBe(true);
  await passMinutes(db, 0.5);
  expect(await hasProof(db, session, purpose)).toBe(false);
  await passMinutes(db, -5);
  await db.delete(organizerSessions).where(eq(organizerSessions.id, session.id));
  expect(await hasProof(db, session, purpose), "its session is over").toBe(false);
  const entries = await rowsIn(db, auditEntries, { actor: `organizer:${organizer.id}` });
  expect(entries.at(-1)).toMatchObject({ action: "identity-proved", detail: { for: "export", by: "totp" } });
});

const party = { appUrl: "http://localhost:4000" };

/** A device with one passkey (ES256): CTAP2's answering side. `verified`: finger, face or PIN. */
function aDevice({ origin = party.appUrl, verified = true } = {}) {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const id = randomBytes(16);
  let counter = 0;
  const head = (attested: boolean) => {
    const flags = 0x01 | (verified ? 0x04 : 0) | (attested ? 0x40 : 0);
    const count = Buffer.alloc(4);
    count.writeUInt32BE(++counter);
    return Buffer.concat([createHash("sha256").update("localhost").digest(), Buffer.from([flags]), count]);
  };
  const client = (type: string, challenge: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin }));
  const answer = (response: object) => ({
    id: id.toString("base64url"),
    rawId: id.toString("base64url"),
    type: "public-key",
    clientExtensionResults: {},
    response,
  });
  return {
    make(challenge: string) {
      const length = Buffer.alloc(2);
      length.writeUInt16BE(id.length);
      const data = Buffer.concat([head(true), Buffer.alloc(16), length, id, coseKey(publicKey)]);
      const long = Buffer.from([0x58, data.length]);
      const attestation = Buffer.concat([
        Buffer.from([0xa3]),
        cborText("fmt"),
        cborText("none"),
        cborText("attStmt"),
        Buffer.from([0xa0]),
        cborText("authData"),
        long,
        data,
      ]);
      return answer({
        clientDataJSON: client("webauthn.create", challenge).toString("base64url"),
        attestationObject: attestation.toString("base64url"),
      });
    },
    use(challenge: string) {
      const data = head(false);
      const json = client("webauthn.get", challenge);
      const signed = Buffer.concat([data, createHash("sha256").update(json).digest()]);
      return answer({
        clientDataJSON: json.toString("base64url"),
        authenticatorData: data.toString("base64url"),
        signature: sign("sha256", signed, privateKey).toString("base64url"),
      });
    },
  };
}

const cborText = (text: string) => Buffer.concat([Buffer.from([0x60 + text.length]), Buffer.from(text)]);

/** RFC 9053: kty EC2, alg ES256, crv P-256, x, y. */
function coseKey(key: KeyObject): Buffer {
  const { x = "", y = "" } = key.export({ format: "jwk" });
  const bytes = (of: string) => Buffer.concat([Buffer.from([0x58, 32]), Buffer.from(of, "base64url")]);
  return Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
    bytes(x),
    Buffer.from([0x22]),
    bytes(y),
  ]);
}

async function aPasskey(device = aDevice()) {
  const organizer = await anOrganizer(db, { campaign: await aCampaign(db) });
  const session = await signedIn(organizer);
  const { token, options } = await beginPasskey(db, party, session, now);
  const response = device.make(options.challenge);
  const enrolled = await enrolPasskey(db, party, { session, token, response, name: "Phone" }, now);
  return { organizer, device, enrolled, again: { session, token, response, name: "Phone" } };
}

test("a passkey alone signs in with both factors, and each answer works once", async () => {
  const { organizer, device, enrolled, again } = await aPasskey();
  expect(enrolled?.codes).toHaveLength(10);
  expect(await enrolPasskey(db, party, again, now)).toBeNull();
  const { token, options } = await askForPasskey(
    db,
    party,
    { organizerId: null, purpose: signInPurpose },
    now,
  );
  const response = device.use(options.challenge);
  const input = { token, response, userAgent: null, oldSession: null, browser: null };
  const entered = await signInByPasskey(db, party, input, now);
  expect(await findSession(db, entered?.session ?? "")).toMatchObject({
    organizerId: organizer.id,
    second: "strong",
  });
  expect(await signInByPasskey(db, party, input, now)).toBeNull();
});

test("an unverified, foreign, disabled or misdirected passkey opens nothing", async () => {
  for (const device of [aDevice({ verified: false }), aDevice({ origin: "http://localhost:4001" })])
    expect((await aPasskey(device)).enrolled).toBeNull();

  const { organizer, device } = await aPasskey();
  const use = async (purpose: string, afterMinutes = 0) => {
    const { token, options } = await askForPasskey(db, party, { organizerId: null, purpose }, now);
    await passMinutes(db, afterMinutes);
    const response = device.use(options.challenge);
    return signInByPasskey(
      db,
      party,
      { token, response, userAgent: null, oldSession: null, browser: null },
      now,
    );
  };
  expect(await use("export 1")).toBeNull();
  expect(await use(signInPurpose, 5)).toBeNull();
  await db.update(organizers).set({ disabledAt: now }).where(eq(organizers.id, organizer.id));
  expect(await use(signInPurpose)).toBeNull();
});

test("a passkey proves nothing for others, or in another session's browser", async () => {
  const [mine, theirs] = [await aPasskey(), await aPasskey()];
  const session = await signedIn(mine.organizer);
  const purpose: ProofFor = { kind: "export", campaignId: 1 };
  const ask = async (organizerId: string) => {
    const { token, options } = await askForPasskey(db, party, { organizerId, purpose: "export 1" }, now);
    return { token, challenge: options.challenge };
  };
  const prove = async (token: string, response: unknown) =>
    (await proveByPasskey(db, party, { session, purpose, token, response }, now)).outcome;
  const asked = await ask(mine.organizer.id);
  expect(await prove(asked.token, theirs.device.use(asked.challenge))).toBe("wrong");
  const ofThem = await ask(theirs.organizer.id);
  expect(await prove(ofThem.token, theirs.device.use(ofThem.challenge))).toBe("wrong");
  const [one, other] = [await ask(mine.organizer.id), await ask(mine.organizer.id)];
  expect(await prove(one.token, mine.device.use(other.challenge))).toBe("wrong");
  const right = await ask(mine.organizer.id);
  expect(await prove(right.token, mine.device.use(right.challenge))).toBe("proved");
  expect(await prove(right.token, mine.device.use(right.challenge)), "used up").toBe("wrong");
});

test("rights that need a second factor need it at once in every session", async () => {
  const organizer = await anOrganizer(db, { campaign: await aCampaign(db), role: "viewer" });
  const token = await aWeakSession(db, organizer, now);
  expect(await findSession(db, token)).toMatchObject({ second: "none" });
  const { campaignOrganizers } = await import("#db/schema/index.ts");
  const rights = [...asRole("viewer").rights, "export-pledges"];
  await db.update(campaignOrganizers).set({ rights }).where(eq(campaignOrganizers.organizerId, organizer.id));
  expect(await findSession(db, token)).toMatchObject({ second: "enrol" });
});

const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

const purpose: ProofFor = { kind: "team", campaignId: 7 };

/** A viewer, who needs no second factor, signed in. */
async function aViewer(): Promise<Session> {
  const organizer = await anOrganizer(db, { campaign: await aCampaign(db), role: "viewer" });
  return existing(await findSession(db, await aWeakSession(db, organizer, now)));
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
  await changeRows(db, campaignOrganizers, { organizerId: session.organizerId }, asRole("owner"));
  expect(await prove(session, proof)).toBe("wrong");
  await changeRows(db, campaignOrganizers, { organizerId: session.organizerId }, asRole("viewer"));
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
