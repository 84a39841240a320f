import { eq, inArray } from "drizzle-orm";
import { expect, test } from "vitest";
import { SignatureForm } from "#app/domain/entries/signatures/signature-form.ts";
import { processForms } from "#app/domain/entries/waiting-forms/process-forms.server.ts";
import { readFields } from "#app/http/form.server.ts";
import { createLog } from "#app/lib/log.server.ts";
import { signatures, supporters, waitingForms } from "#db/schema/index.ts";
import { aCampaign, aSignatureInput, testKeys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { keepSignature } from "#tests/support/sign.ts";

const db = await aDatabase();

const log = createLog("silent");

type Input = Parameters<typeof keepSignature>[1];

const post = (inputs: Input[]) => Promise.all(inputs.map((input) => keepSignature(db, input)));

test("workers store a wave of the same addresses in any order, no deadlock", async () => {
  const campaign = await aCampaign(db);
  const people = Array.from({ length: 60 }, (_, n) => `several-${1000 + n}@example.org`);
  await post([...people, ...people.toReversed()].map((to) => aSignatureInput(campaign, { to })));
  let refused = 0;
  const countingLog = { ...log, warn: () => refused++, error: () => refused++ } as unknown as typeof log;
  while (
    (await Promise.all([1, 2, 3].map(() => processForms(db, testKeys, { log: countingLog })))).some(
      (n) => n > 0,
    )
  );
  expect(refused).toBe(0);
  expect(await db.$count(signatures, eq(signatures.campaignId, campaign.id))).toBe(60);
  expect(await db.$count(supporters, inArray(supporters.emailCanonical, people))).toBe(60);
  expect(await db.$count(waitingForms)).toBe(0);
});

test("the tables take all that the form takes, so no accepted form fails later", async () => {
  const campaign = await aCampaign(db);
  const characters = [
    "x",
    "é",
    "e\u0301",
    "\u{1F468}\u200D\u{1F469}",
    "\u{1D4D0}",
    "ஹா",
    "م",
    "\uFFFD",
    "'",
    "\\",
    '"',
    "{",
    "\u0000",
    "\uD800",
    "\uFFFE",
    "\u202E",
    "\n",
  ];
  const lengths = [1, 2, 79, 80, 99, 100, 101, 120, 200, 999, 1000, 1001];
  const posts = characters.flatMap((character) =>
    lengths.flatMap((length) => {
      const text = character.repeat(length);
      return [
        { name: text },
        { comment: text },
        { postal_code: text },
        { name: `Ana ${text}`, comment: `Because ${text}.` },
      ];
    }),
  );
  let taken = 0;
  for (const [n, fields] of posts.entries()) {
    const filled = { name: "Ana", country: "US", consent_sign: "on", display: "public", ...fields };
    const body = new URLSearchParams({ ...filled, email: `filled-${n}@example.org` }).toString();
    const form = readFields(new URLSearchParams(body), SignatureForm);
    if (!form.ok) continue;
    taken += 1;
    const { name, comment, postal_code: postalCode } = form.value;
    await keepSignature(
      db,
      aSignatureInput(campaign, { to: `filled-${n}@example.org`, name, comment, postalCode }),
    );
  }
  expect(taken).toBeGreaterThan(300);
  const refused: unknown[] = [];
  const telling = {
    ...log,
    warn() {},
    error: (what: { err: Error }) => refused.push(what.err.cause ?? what.err),
  };
  expect(await processForms(db, testKeys, { log: telling as unknown as typeof log })).toBe(taken);
  expect(refused).toEqual([]);
  expect(await db.$count(signatures, eq(signatures.campaignId, campaign.id))).toBe(taken);
});
