import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { decideWords } from "#app/domain/moderation/decide-words.server.ts";
import { listWords } from "#app/domain/moderation/list-words.server.ts";
import type { NameDecision } from "#app/domain/names/name-review.ts";
import { screenNewNames } from "#app/domain/names/screen-new-names.server.ts";
import { eraseSupporter } from "#app/domain/upkeep/erasure/erase-supporter.server.ts";
import { nameReviews, namesAwaitingReview } from "#db/schema/index.ts";
import { aCampaign, testKeys } from "#tests/support/builders.ts";
import { aDatabase, openAs } from "#tests/support/database.ts";
import { anOrganizer } from "#tests/support/organizers.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";

const db = await aDatabase();

const agreed = ["sign", "deliver_to_company"] as const;

async function aScene() {
  const campaign = await aCampaign(db);
  const organizer = await anOrganizer(db, { campaign, role: "reviewer" });
  const scope = { campaignId: campaign.id, organizerId: organizer.id };
  const sign = (name: string, values: object = {}) =>
    aStoredSignature(db, campaign, { name, consents: agreed, ...values });
  const inState = async (state: "queued" | "kept" | "hidden" | "asked") =>
    (await listWords(db, scope, { state, kind: null, reason: null, after: null })).words;
  const decide = async (name: string, decision: NameDecision, alike = false) => {
    const all = await Promise.all((["queued", "kept", "hidden", "asked"] as const).map(inState));
    const reviews = all.flat().filter((one) => one.name === name);
    return decideWords(db, {
      ...scope,
      decision,
      alike,
      reviews: reviews.slice(0, 1).map((one) => one.publicId),
    });
  };
  return { campaign, scope, sign, inState, decide };
}

test("name review and erasure of the same people do not deadlock", async () => {
  const { sign } = await aScene();
  const failed: unknown[] = [];
  const ports = { keys: testKeys, record: async () => {}, removeMails: async () => {} };
  for (let round = 0; round < 4; round++) {
    const people = [];
    for (let n = 0; n < 40; n++)
      people.push(
        await sign(`Donald Duck 2026 ${"abcdefghij"[n % 10]}`, {
          consents: [...agreed, "public_name"],
          display: "public",
          comment: `Words of ${round}, ${n}`,
        }),
      );
    await Promise.all(
      [
        screenNewNames(db),
        screenNewNames(openAs("app", db)),
        ...people.map(({ supporter: { publicId } }) =>
          eraseSupporter(db, ports, { publicId, actor: "supporter" }),
        ),
      ].map((attempt) => attempt.catch((error) => failed.push(error.cause?.message ?? error.message))),
    );
  }
  expect(failed).toEqual([]);
});

test("two workers look at every name, each once", async () => {
  const { campaign, sign } = await aScene();
  for (let n = 0; n < 30; n++)
    await sign(n % 3 === 0 ? "Batman" : `Nora ${"ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜÉ"[n]}berg`);
  await Promise.all([screenNewNames(db), screenNewNames(db)]);
  expect(await db.$count(namesAwaitingReview)).toBe(0);
  expect(await db.$count(nameReviews, eq(nameReviews.campaignId, campaign.id))).toBe(10);
});
