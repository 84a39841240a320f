import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { screenNewNames } from "#app/domain/names/screen-new-names.server.ts";
import { eraseSupporter } from "#app/domain/upkeep/erasure/erase-supporter.server.ts";
import { nameReviews, namesAwaitingReview } from "#db/schema/index.ts";
import { testKeys } from "#tests/support/builders.ts";
import { aDatabase, openAs } from "#tests/support/database.ts";
import { namesIn } from "#tests/support/name-scene.ts";

const db = await aDatabase();
const { agreed, aScene } = namesIn(db);

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
