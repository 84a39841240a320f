// Response times of the forms that take an address must not reveal whose address is known.
import { performance } from "node:perf_hooks";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { campaigns, supporters } from "#db/schema/index.ts";
import { holding, letter } from "#tests/support/forms.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";
import { aSiteAlone } from "#tests/support/site.ts";
import { tell } from "./sizes.ts";

/** Tries of each form; half of them with a known address. */
const tries = 2000;
const slug = "microsoft-ice";
const campaign = `/c/${slug}`;

const person = { name: "A Stranger", country: "US" };
const written = { ...letter, role: "customer" };
const forms: [name: string, path: string, fields: Record<string, string>][] = [
  ["signing", `${campaign}/sign`, { ...person, consent_sign: "on" }],
  ["signing, in Spanish", `/es${campaign}/sign`, { ...person, consent_sign: "on" }],
  ["manage", "/manage", {}],
  ["resend", `${campaign}/resend`, {}],
  ["the first step of a pledge", `${campaign}/pledge`, { ...person, step: "1", way: "broker" }],
  ["a pledge", `${campaign}/pledge`, { ...person, ...holding }],
  ["the preview of a letter", `${campaign}/letter`, { ...person, ...written, step: "preview" }],
  ["a letter", `${campaign}/letter`, { ...person, ...written }],
  ["manage, in Spanish", "/es/manage", {}],
  ["a letter, in Spanish", `/es${campaign}/letter`, { ...person, ...written }],
];

const known = (n: number) => `known-${n}@example.org`;

/** A site on which half as many people have signed and confirmed as there are tries. */
async function aKnownSite() {
  const site = await aSiteAlone({ TRUST_PROXY: "1" });
  const [seeded] = await site.db.select().from(campaigns).where(eq(campaigns.slug, slug));
  for (let n = 0; n < tries / 2; n++)
    await aStoredSignature(site.db, seeded ?? { id: 0 }, { email: known(n) });
  await site.db.update(supporters).set({ confirmedAt: sql`created_at` });

  let sent = 0;
  /** Milliseconds until the complete answer to one try, from a new network. */
  return async (path: string, fields: Record<string, string>, email = `unknown-${sent}@example.org`) => {
    const n = ++sent;
    const from = `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`;
    const began = performance.now();
    const answer = await site.post(path, { ...fields, email }, { "x-forwarded-for": from });
    await answer.arrayBuffer();
    const took = performance.now() - began;
    if (answer.status !== 200 && answer.status !== 303) throw new Error(`${path}: ${answer.status}`);
    return took;
  };
}

type Tried = { isKnown: boolean; took: number };

const median = (tried: readonly Tried[], which: boolean) => {
  const times = tried.filter(({ isKnown }) => isKnown === which).map(({ took }) => took);
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
};
const shuffled = <T>(items: T[]): T[] =>
  items
    .map((item) => ({ item, at: Math.random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item);

/** The share of `tried` that a threshold classifies correctly. */
const rightBy = ({ at, above }: { at: number; above: boolean }, tried: readonly Tried[]) =>
  tried.filter(({ isKnown, took }) => (took > at === above) === isKnown).length / tried.length;

/** The threshold that classifies most of `tried` correctly, and on which side the known ones are. */
function learn(tried: readonly Tried[]) {
  let best = { at: 0, above: true, right: 0 };
  for (const { took: at } of tried)
    for (const above of [true, false]) {
      const right = rightBy({ at, above }, tried);
      if (right > best.right) best = { at, above, right };
    }
  return best;
}

const millisecondsApart = 2;
const tellsApart = 0.55;

/** Rounds at most: other work on the machine moves medians. */
const rounds = 3;

/** Difference of medians by chance if tries were labelled randomly: exceeded in one of 100 cases. */
const byChance = (tried: readonly Tried[]) =>
  Math.max(
    ...Array.from({ length: 99 }, () => {
      const labels = shuffled(tried.map(({ isKnown }) => isKnown));
      const mixed = tried.map(({ took }, n) => ({ took, isKnown: labels[n] ?? false }));
      return Math.abs(median(mixed, true) - median(mixed, false));
    }),
  );

test.runIf(process.env.FULL)(
  "how long a form takes that asks for an address does not tell whether the address is known",
  { timeout: 3_600_000 },
  async () => {
    const timeOf = await aKnownSite();
    for (const [name, path, fields] of forms) {
      let found = { beyond: Number.POSITIVE_INFINITY, right: 1 };
      for (let n = 0; n < 50; n++) await timeOf(path, fields);
      for (let round = 1; round <= rounds; round++) {
        const tried: Tried[] = [];
        for (const n of shuffled(Array.from({ length: tries }, (_, n) => n))) {
          const isKnown = n % 2 === 0;
          tried.push({ isKnown, took: await timeOf(path, fields, isKnown ? known(n / 2) : undefined) });
        }
        const [ofKnown, ofUnknown] = [median(tried, true), median(tried, false)];
        const right = rightBy(learn(tried.slice(0, tries / 2)), tried.slice(tries / 2));
        const chance = byChance(tried);
        found = { beyond: Math.abs(ofKnown - ofUnknown) - Math.max(millisecondsApart, chance), right };
        tell(`${name}, round ${round}`, {
          known: `${ofKnown.toFixed(2)} ms`,
          unknown: `${ofUnknown.toFixed(2)} ms`,
          "by chance": `${chance.toFixed(2)} ms`,
          "told apart": `${(100 * right).toFixed(1)} %`,
        });
        if (found.beyond < 0 && found.right <= tellsApart) break;
      }
      expect.soft(found.beyond, name).toBeLessThan(0);
      expect.soft(found.right, name).toBeLessThanOrEqual(tellsApart);
    }
  },
);
