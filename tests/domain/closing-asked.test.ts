import { expect, test } from "vitest";
import {
  approveClosing,
  askClosing,
  withdrawClosing,
} from "#app/domain/campaign/closing/ask-closing.server.ts";
import { closeCampaign, reopenCampaign } from "#app/domain/campaign/closing/close-campaign.server.ts";
import { previewClosing, readClosing } from "#app/domain/campaign/closing/read-closing.server.ts";
import type { Db } from "#db/index.ts";
import { auditEntries, campaignOrganizers } from "#db/schema/index.ts";
import { aCampaign } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { anOrganizer } from "#tests/support/organizers.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";

const now = new Date("2026-11-24T12:00:00Z");

async function aTeam(db: Db, ...names: string[]) {
  const campaign = await aCampaign(db);
  const team = await Promise.all(names.map((name) => anOrganizer(db, { campaign, name })));
  const on = (n: number) => ({ campaignId: campaign.id, actor: `organizer:${team[n]?.id}` as const });
  return { campaign, on };
}
const actions = async (db: Db) =>
  (await db.select().from(auditEntries).orderBy(auditEntries.id)).map(({ action }) => action);

test("a campaign is closed by the word of two, and by neither of them alone", async () => {
  const db = await aDatabase();
  const { campaign, on } = await aTeam(db, "Ada Asks", "Bea Approves");
  await aStoredSignature(db, campaign);
  expect(await askClosing(db, { ...on(0), months: 6 }, now)).toEqual({ outcome: "asked" });
  expect(await askClosing(db, { ...on(1), months: 3 }, now)).toEqual({ outcome: "already-asked" });
  expect(await approveClosing(db, { ...on(0), months: 6 }, now)).toEqual({ outcome: "own" });
  const waits = await readClosing(db, campaign.id);
  expect(waits).toMatchObject({
    status: "open",
    closed: null,
    asked: { by: { name: "Ada Asks" }, months: 6, due: { signatures: 1, counted: 1 } },
  });
  expect(await approveClosing(db, { ...on(1), months: 1 }, now)).toEqual({ outcome: "other" });
  expect(await approveClosing(db, { ...on(1), months: 6 }, now)).toEqual({ outcome: "closed" });
  expect(await readClosing(db, campaign.id)).toMatchObject({
    status: "closed",
    asked: null,
    closed: {
      askedBy: "Ada Asks",
      approvedBy: "Bea Approves",
      alone: false,
      months: 6,
      at: now.toISOString(),
      erasesOn: "2027-05-24T12:00:00.000Z",
      counts: { signatures: 1 },
    },
  });
  expect(await approveClosing(db, { ...on(1), months: 6 }, now)).toEqual({ outcome: "none" });
  expect(await actions(db)).toEqual(["closing-asked", "campaign-closed"]);
});

test("a team of one approves alone, which is stored and in the log", async () => {
  const db = await aDatabase();
  const { campaign, on } = await aTeam(db, "Ada Alone");
  await anOrganizer(db, { campaign, role: "organizer" });
  await askClosing(db, { ...on(0), months: 12 }, now);
  expect(await approveClosing(db, { ...on(0), months: 12 }, now)).toEqual({ outcome: "closed" });
  expect((await readClosing(db, campaign.id)).closed).toMatchObject({ alone: true, approvedBy: "Ada Alone" });
  const [, closed] = await db.select().from(auditEntries);
  expect(closed).toMatchObject({ action: "campaign-closed", detail: { alone: true, months: 12 } });
});

test("a member without the right to manage can do nothing about closing", async () => {
  const db = await aDatabase();
  const { campaign, on } = await aTeam(db, "Ada Asks");
  const member = await anOrganizer(db, { campaign, role: "organizer" });
  const stranger = await anOrganizer(db, { campaign: await aCampaign(db) });
  await askClosing(db, { ...on(0), months: 12 }, now);
  for (const { id } of [member, stranger]) {
    const other = { campaignId: campaign.id, actor: `organizer:${id}` } as const;
    expect(await askClosing(db, { ...other, months: 1 }, now)).toEqual({ outcome: "gone" });
    expect(await approveClosing(db, { ...other, months: 12 }, now)).toEqual({ outcome: "gone" });
    expect(await withdrawClosing(db, other, now)).toEqual({ outcome: "gone" });
    const reopened = await reopenCampaign(db, { campaignSlug: campaign.slug, actor: other.actor }, now);
    expect(reopened).toEqual({ outcome: "unknown-campaign" });
  }
  await db.delete(campaignOrganizers);
  expect(await approveClosing(db, { ...on(0), months: 12 }, now)).toEqual({ outcome: "gone" });
});

test("a closing request is withdrawn by either manager, or by the operator's closing", async () => {
  const db = await aDatabase();
  const { campaign, on } = await aTeam(db, "Ada Asks", "Bea Objects");
  expect(await withdrawClosing(db, on(0), now)).toEqual({ outcome: "none" });
  await askClosing(db, { ...on(0), months: 12 }, now);
  expect(await withdrawClosing(db, on(1), now)).toEqual({ outcome: "withdrawn" });
  expect((await readClosing(db, campaign.id)).asked).toBeNull();
  await askClosing(db, { ...on(0), months: 12 }, now);
  const closing = { campaignSlug: campaign.slug, months: 2, actor: "operator", dryRun: false } as const;
  await closeCampaign(db, closing, now);
  expect(await readClosing(db, campaign.id)).toMatchObject({
    asked: null,
    closed: { alone: true, askedBy: null, approvedBy: null, months: 2 },
  });
  expect(await askClosing(db, { ...on(0), months: 12 }, now)).toEqual({ outcome: "not-open" });
});

test("a try tells what would go and when, and changes and records nothing", async () => {
  const db = await aDatabase();
  const { campaign } = await aTeam(db, "Ada Asks");
  await aStoredSignature(db, campaign);
  expect(await previewClosing(db, campaign.id, 3, now)).toMatchObject({
    months: 3,
    erasesOn: "2027-02-24T12:00:00.000Z",
    due: { signatures: 1, pledges: 0, counted: 1 },
  });
  expect(await actions(db)).toEqual([]);
  expect((await readClosing(db, campaign.id)).status).toBe("open");
});
