import { expect, test } from "vitest";
import { askAgain, reauthenticate } from "#app/domain/organizers/reauthenticate.server.ts";
import { redeemCode } from "#app/domain/organizers/redeem-code.server.ts";
import { requestCode } from "#app/domain/organizers/request-code.server.ts";
import { organizerSessions } from "#db/schema/index.ts";
import { testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { anOrganizer, anotherCode, mailedCode } from "#tests/support/organizers.ts";

const db = await aDatabase();
const now = new Date("2026-11-24T12:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

async function asked(organizer: { id: string }, purpose = "a deed") {
  const asked = await askAgain(db, testKeys, { organizerId: organizer.id, purpose }, now);
  if (asked.outcome !== "mailed") throw new Error(asked.outcome);
  return { ceremony: asked.token, code: await mailedCode(db, organizer) };
}

const prove = (
  organizer: { id: string },
  proof: { ceremony: string; code: string },
  purpose = "a deed",
  at = now,
) => reauthenticate(db, testKeys, { organizerId: organizer.id, purpose, ...proof }, async () => "done", at);

test("a mailed code does the deed it was asked for, once, and signs nobody in", async () => {
  const organizer = await anOrganizer(db);
  const proof = await asked(organizer);
  const answers = await Promise.all(Array.from({ length: 3 }, () => prove(organizer, proof)));
  expect(answers.filter(({ outcome }) => outcome === "proved")).toEqual([
    { outcome: "proved", result: "done" },
  ]);
  expect(await prove(organizer, proof)).toEqual({ outcome: "over" });
  expect(await db.$count(organizerSessions)).toBe(0);
});

test("it works for ten minutes, and for three tries", async () => {
  const organizer = await anOrganizer(db);
  const late = await asked(organizer);
  expect(await prove(organizer, late, "a deed", later(11))).toEqual({ outcome: "over" });

  const proof = await asked(organizer);
  const wrong = { ...proof, code: anotherCode(proof.code) };
  const tries = await Promise.all(Array.from({ length: 20 }, () => prove(organizer, wrong)));
  expect(tries.filter(({ outcome }) => outcome === "wrong")).toHaveLength(3);
  expect(await prove(organizer, proof)).toEqual({ outcome: "over" });
});

test("it is good for nothing else, nor for anybody else, nor in another browser", async () => {
  const [organizer, other] = [await anOrganizer(db), await anOrganizer(db)];
  const proof = await asked(organizer);
  expect(await prove(organizer, proof, "another deed")).toEqual({ outcome: "over" });
  expect(await prove(other, proof)).toEqual({ outcome: "over" });
  const elsewhere = await asked(other);
  expect((await prove(organizer, { ...proof, ceremony: elsewhere.ceremony })).outcome).not.toBe("proved");

  const signIn = { ceremony: proof.ceremony, code: proof.code, userAgent: null, oldSession: null };
  expect(await redeemCode(db, testKeys, signIn, now)).toEqual({ outcome: "over" });
});

test("a code for signing in proves nothing", async () => {
  const organizer = await anOrganizer(db);
  const ceremony = await requestCode(db, testKeys, organizer.email, now);
  const proof = { ceremony, code: await mailedCode(db, organizer) };
  expect(await prove(organizer, proof)).toEqual({ outcome: "over" });
});

test("someone whose access ended is mailed nothing", async () => {
  const gone = await anOrganizer(db, { disabledAt: now });
  const deed = { organizerId: gone.id, purpose: "a deed" };
  expect(await askAgain(db, testKeys, deed, now)).toEqual({ outcome: "gone" });
});

test("beyond five codes an hour and ten a day it says when the next one can be mailed", async () => {
  const organizer = await anOrganizer(db);
  const deed = { organizerId: organizer.id, purpose: "a deed" };
  const ask = (minutes: number) => askAgain(db, testKeys, deed, later(minutes));
  for (const minutes of [0, 1, 2, 3, 4]) expect((await ask(minutes)).outcome).toBe("mailed");
  expect(await ask(5)).toEqual({ outcome: "too-many", until: later(60) });
  expect((await ask(60)).outcome).toBe("mailed");
  for (const minutes of [61, 62, 63, 64]) expect((await ask(minutes)).outcome).toBe("mailed");
  expect(await ask(600)).toEqual({ outcome: "too-many", until: later(24 * 60) });
});
