import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { organizerPasskeys, organizerRecoveryCodes, organizerSessions } from "#db/schema/index.ts";
import { aFolder, anOperator } from "#tests/support/operator.ts";
import { anOrganizer } from "#tests/support/organizers.ts";

const folder = aFolder();

test("every second factor of someone who lost them is taken off, and nobody else's", async () => {
  const { db, campaign, run } = await anOperator(folder);
  const people = await Promise.all([1, 2].map(() => anOrganizer(db, { campaign, role: "owner" })));
  const [lost, other] = people;
  if (!lost || !other) throw new Error("nobody is here");
  for (const person of people) {
    await db.insert(organizerPasskeys).values({
      organizerId: person.id,
      credentialId: `key-of-${person.id}`,
      publicKey: Buffer.alloc(8),
      counter: 0,
      transports: [],
      name: "Key",
      createdAt: new Date(),
    });
  }

  const reset = await run(
    "organizer",
    "reset-second-factor",
    "--email",
    ` ${lost.email.toUpperCase()} `,
    "--json",
  );
  expect(reset).toEqual({ code: 0, out: `${JSON.stringify({ outcome: "reset" })}\n`, err: "" });
  const left = await db.select({ of: organizerPasskeys.organizerId }).from(organizerPasskeys);
  expect(left).toEqual([{ of: other.id }]);
  expect(await db.$count(organizerRecoveryCodes, eq(organizerRecoveryCodes.organizerId, lost.id))).toBe(0);
  expect(await db.$count(organizerSessions, eq(organizerSessions.organizerId, lost.id))).toBe(0);

  const unknown = await run("organizer", "reset-second-factor", "--email", "nobody@example.org");
  expect([unknown.code, unknown.out]).toEqual([1, ""]);
  expect(unknown.err).toContain("No organizer has that address.");
  expect((await run("organizer", "reset-second-factor")).code).toBe(2);
});
