import { and, eq, isNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { writeProven } from "#app/domain/entries/letters/writing/write-proven.server.ts";
import { pledgeProven } from "#app/domain/entries/pledges/pledge-proven.server.ts";
import { signProven } from "#app/domain/entries/signatures/sign-proven.server.ts";
import type { ConsentPurpose } from "#app/domain/supporters/consent.ts";
import { setConsents } from "#app/domain/supporters/set-consents.server.ts";
import { undoEntry } from "#app/domain/upkeep/undo-entry.server.ts";
import { consents, supporters } from "#db/schema/index.ts";
import { aCampaign, testKeys as keys } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aHolder, pledgeAnswers } from "#tests/support/holders.ts";
import { aMeeting } from "#tests/support/pledges.ts";
import { aWriter, written } from "#tests/support/writers.ts";

const db = await aDatabase();
const now = new Date("2026-11-24T12:00:00Z");
const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

/** Somebody who wrote a letter or pledged, agreeing to `before`, and what a link that knows them enters. */
async function aScene(
  kind: "signature" | "pledge" | "letter",
  before: ConsentPurpose[] = [],
  shown: ConsentPurpose[] = ["public_name", "updates"],
) {
  const campaign = await aCampaign(db);
  const meeting = await aMeeting(db, campaign, 2027);
  const { supporterId } =
    kind === "letter"
      ? (await aHolder(db, { campaign, meeting }, { consents: ["pledge", ...before] }, { now })).pledge
      : (await aWriter(db, campaign, { consents: ["letter", "deliver_letter", ...before] }, now)).letter;
  const [person] = await db.select().from(supporters).where(eq(supporters.id, supporterId));
  const about = { supporterPublicId: person?.publicId ?? "", campaign, locale: "en" };
  const display = "public" as const;
  const entered =
    kind === "signature"
      ? await signProven(
          db,
          keys,
          { ...about, display, consents: ["sign", ...shown], linkFrom: now },
          after(5),
        )
      : kind === "pledge"
        ? await pledgeProven(
            db,
            keys,
            {
              ...about,
              meetingId: meeting.id,
              answers: pledgeAnswers({ display }),
              consents: ["pledge", ...shown],
            },
            after(5),
          )
        : await writeProven(
            db,
            keys,
            { ...about, answers: written({ display }), consents: ["letter", "deliver_letter", ...shown] },
            after(5),
          );
  if (!("publicId" in entered)) throw new Error(`nothing was entered: ${entered.outcome}`);
  const inForce = async () => {
    const own = and(eq(consents.supporterId, supporterId), isNull(consents.revokedAt));
    const rows = await db.select().from(consents).where(own);
    return rows.map(({ purpose }) => purpose).filter((purpose) => /updates|public_name/.test(purpose));
  };
  return { about, supporterId, meeting, inForce, entry: { kind, publicId: entered.publicId } };
}

test.each(["signature", "pledge", "letter"] as const)(
  "the undo of a %s revokes the consents that came with it, and no earlier one",
  async (kind) => {
    const fresh = await aScene(kind);
    expect((await fresh.inForce()).sort()).toEqual(["public_name", "updates"]);
    expect(await undoEntry(db, keys, fresh.entry, after(10))).toBe(true);
    expect(await fresh.inForce()).toEqual([]);

    const known = await aScene(kind, ["updates"]);
    expect(await undoEntry(db, keys, known.entry, after(10))).toBe(true);
    expect(await known.inForce()).toEqual(["updates"]);
  },
);

test.each(["signature", "pledge", "letter"] as const)(
  "the undo of a %s revokes what was ticked for it later, by which a stranger could add to it",
  async (kind) => {
    const { about, supporterId, inForce, entry } = await aScene(kind, [], ["public_name"]);
    const terms = { textVersion: "1", locale: "en", granted: ["updates"] as const, asked: [] };
    await db.transaction((tx) =>
      setConsents(tx, { supporterId, campaignId: about.campaign.id, ...terms }, after(7)),
    );
    expect((await inForce()).sort()).toEqual(["public_name", "updates"]);
    expect(await undoEntry(db, keys, entry, after(10))).toBe(true);
    expect(await inForce()).toEqual([]);
  },
);

test("an undo leaves the name public where another entry shows it, and what was agreed to later", async () => {
  const { about, meeting, inForce, entry } = await aScene("signature");
  const pledged = { meetingId: meeting.id, answers: pledgeAnswers({ display: "public" }) };
  await pledgeProven(db, keys, { ...about, ...pledged, consents: ["pledge", "public_name"] }, after(7));
  expect(await undoEntry(db, keys, entry, after(10))).toBe(true);
  expect(await inForce()).toEqual(["public_name"]);
});
