import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { letters, supporters } from "#db/schema/index.ts";
import { anAddress, aSite, linkIn, press, waitForMail } from "#tests/support/site.ts";

const site = await aSite();

/** The longest response time of the site during other work, in milliseconds. */
async function longestWait(work: Promise<unknown>): Promise<number> {
  let done = false;
  void work.finally(() => {
    done = true;
  });
  let longest = 0;
  while (!done) {
    const asked = performance.now();
    expect((await site.get("/healthz")).status).toBe(200);
    longest = Math.max(longest, performance.now() - asked);
  }
  return longest;
}

test("a letter made to be hard to read keeps nobody waiting", async () => {
  const email = anAddress();
  const letter = { name: "Ana Sample", email, country: "US", body: "Al ".repeat(1666) };
  const agreed = { consent_letter: "on", consent_deliver: "on" };
  expect((await site.post("/c/microsoft-ice/letter", { ...letter, ...agreed })).status).toBe(303);
  const link = linkIn(await waitForMail(site, email), "confirm");
  const confirmed = press(site, link);
  // Nested patterns took 40 seconds.
  expect(await longestWait(confirmed)).toBeLessThan(2000);
  expect((await confirmed).status).toBe(303);
  const [row] = await site.db
    .select({ state: letters.state, holdReason: letters.holdReason })
    .from(letters)
    .innerJoin(supporters, eq(supporters.id, letters.supporterId))
    .where(eq(supporters.email, email));
  expect(row).toEqual({ state: "confirmed", holdReason: null });
});
