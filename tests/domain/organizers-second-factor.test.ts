import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import { eq } from "drizzle-orm";
import { generateSync } from "otplib";
import { expect, test } from "vitest";
import type { OrganizerRole } from "#app/domain/access/organizer.ts";
import { askAgain } from "#app/domain/access/sign-in/ask-again.server.ts";
import type { ProofFor } from "#app/domain/access/sign-in/proof-for.ts";
import { hasProof, proveByCode, proveByPasskey } from "#app/domain/access/sign-in/prove.server.ts";
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
import { auditEntries, organizerRecoveryCodes, organizers } from "#db/schema/index.ts";
import { aCampaign, testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
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
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const codeAt = (secret: string, at: Date) => generateSync({ secret, epoch: at.getTime() / 1000 });

async function signedIn(organizer: { id: string }, at = now): Promise<Session> {
  const session = await findSession(db, await aWeakSession(db, organizer, at));
  if (!session) throw new Error("no session");
  return session;
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
  expect((await pass(codeAt(secret, now), later(5))).outcome, "used as it was set up").toBe("wrong");
  const next = codeAt(secret, later(30));
  const tried = await Promise.all(Array.from({ length: 5 }, () => pass(next, later(31))));
  expect(tried.filter(({ outcome }) => outcome === "passed")).toHaveLength(1);
  expect((await pass(codeAt(secret, later(90)), later(60))).outcome, "of the future").toBe("wrong");
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
  const right = { session, code: codeAt(secret, later(600)) };
  expect((await passSecondFactor(db, testKeys, right, later(600))).outcome).toBe("locked");
  const after = { session, code: codeAt(secret, later(960)) };
  expect((await passSecondFactor(db, testKeys, after, later(960))).outcome).toBe("passed");
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
  const rows = await db
    .select()
    .from(organizerRecoveryCodes)
    .where(eq(organizerRecoveryCodes.organizerId, organizer.id));
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
  const pass = { session, code: codeAt(secret, later(30)) };
  expect((await passSecondFactor(db, makeKeys([newest]), pass, later(30))).outcome).toBe("passed");
});

const never = (): never => {
  throw new Error("nothing there");
};

test("a proof holds for one purpose, one campaign, one session and five minutes", async () => {
  const { organizer, secret, session } = await anEnrolled();
  const purpose: ProofFor = { kind: "export", campaignId: 1 };
  const other = await signedIn(organizer);
  const proof = { session, purpose, ceremony: null, code: codeAt(secret, later(30)) };
  expect(await proveByCode(db, testKeys, { ...proof, code: "123456" }, later(30))).toEqual({
    outcome: "wrong",
  });
  expect(await proveByCode(db, testKeys, proof, later(30))).toEqual({ outcome: "proved", by: "totp" });
  expect(await proveByCode(db, testKeys, { ...proof, session: other }, later(31))).toEqual({
    outcome: "wrong",
  });
  expect(await hasProof(db, session, purpose)).toBe(true);
  expect(await hasProof(db, other, purpose)).toBe(false);
  expect(await hasProof(db, session, { kind: "send", campaignId: 1 })).toBe(false);
  expect(await hasProof(db, session, { kind: "export", campaignId: 2 })).toBe(false);
  await passMinutes(db, 5);
  expect(await hasProof(db, session, purpose)).toBe(false);
  const entries = await db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.actor, `organizer:${organizer.id}`))
    .orderBy(auditEntries.id);
  expect(entries.at(-1)).toMatchObject({ action: "identity-proved", detail: { for: "export", by: "totp" } });
});

test("a mailed code proves too, for what it was asked for and in the browser that asked", async () => {
  const organizer = await anOrganizer(db, { campaign: await aCampaign(db), role: "viewer" });
  const session = await signedIn(organizer);
  const purpose: ProofFor = { kind: "team", campaignId: 7 };
  const asked = await askAgain(
    db,
    testKeys,
    { organizerId: organizer.id, sessionId: session.id, purpose },
    now,
  );
  if (asked.outcome !== "mailed") throw new Error(asked.outcome);
  const code = await mailedCode(db, organizer);
  const prove = (values: object) =>
    proveByCode(db, testKeys, { session, purpose, ceremony: asked.token, code, ...values }, now);
  expect((await prove({ purpose: { kind: "team", campaignId: 8 } })).outcome).toBe("wrong");
  expect((await prove({ ceremony: null })).outcome).toBe("wrong");
  expect(await prove({})).toEqual({ outcome: "proved", by: "code" });
  expect((await prove({})).outcome).toBe("wrong");
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
