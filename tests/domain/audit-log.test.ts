import { createHash } from "node:crypto";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { kindOfAction } from "#app/domain/record/audit.ts";
import { exportEntries } from "#app/domain/record/export-entries.server.ts";
import { type AuditFilter, listEntries } from "#app/domain/record/list-entries.server.ts";
import { noteListView } from "#app/domain/record/note-view.server.ts";
import { actFrom } from "#app/domain/record/origin.server.ts";
import { type AuditAction, recordAudit } from "#app/domain/record/record.server.ts";
import { sealAuditEntries } from "#app/domain/record/seal.server.ts";
import { words } from "#app/i18n/index.ts";
import type { Db } from "#db/index.ts";
import { aCampaign } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { anOrganizer } from "#tests/support/organizers.ts";

const everything: AuditFilter = {
  scope: "campaign",
  who: null,
  kind: null,
  from: null,
  to: null,
  subject: null,
  cursor: null,
};
const sha256 = (...parts: (Buffer | string)[]) => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
};

async function aCampaignWithViews(db: Db, views: number) {
  const campaign = await aCampaign(db);
  const organizer = await anOrganizer(db, { campaign });
  const scope = { campaignId: campaign.id, organizerId: organizer.id };
  for (let n = 0; n < views; n++) await noteListView(db, scope, { list: "signatures", rows: n });
  return { campaign, organizer, scope };
}

test("every action of the log has words, and none has words that nothing writes", () => {
  expect(Object.keys(words("en").audit.actions).sort()).toEqual(Object.keys(kindOfAction).sort());
  expect(Object.keys(words("en").audit.kinds).sort()).toEqual(
    [...new Set(Object.values(kindOfAction))].sort(),
  );
});

test("two deeds from one network on one day carry one mark, and no address is stored", async () => {
  const db = await aDatabase();
  const { scope } = await aCampaignWithViews(db, 0);
  const aView = (network: string | null, day: string) =>
    actFrom(network, () =>
      noteListView(db, scope, { list: "letters", rows: 1 }, new Date(`${day}T10:00:00Z`)),
    );
  await aView("203.0.113", "2026-10-01");
  await aView("203.0.113", "2026-10-01");
  await aView("198.51.100", "2026-10-01");
  await aView("203.0.113", "2026-10-02");
  await aView(null, "2026-10-02");
  const { entries } = await listEntries(db, { ...scope, organizerId: null }, everything);
  const [none, nextDay, other, second, first] = entries.map(({ from }) => from);
  expect(first).toMatch(/^[0-9a-f]{16}$/);
  expect(second).toBe(first);
  expect(new Set([first, other, nextDay]).size).toBe(3);
  expect(none).toBeNull();
  expect(JSON.stringify(entries)).not.toContain("203.0");
});

test("without the right to manage, people read only their own log entries", async () => {
  const db = await aDatabase();
  const { campaign, scope } = await aCampaignWithViews(db, 2);
  const other = await anOrganizer(db, { campaign, role: "viewer" });
  await aCampaignWithViews(db, 1);
  const all = await listEntries(db, { campaignId: campaign.id, organizerId: null }, everything);
  expect(all.entries).toHaveLength(2);
  const own = await listEntries(db, { campaignId: campaign.id, organizerId: other.id }, everything);
  expect(own.entries).toHaveLength(0);
  const who = await listEntries(
    db,
    { campaignId: campaign.id, organizerId: other.id },
    { ...everything, who: `organizer:${scope.organizerId}` },
  );
  expect(who.entries).toHaveLength(0);
});

test("pages of the log meet without a gap, in both directions", async () => {
  const db = await aDatabase();
  const { campaign } = await aCampaignWithViews(db, 7);
  const reader = { campaignId: campaign.id, organizerId: null };
  const first = await listEntries(db, reader, everything, 3);
  const second = await listEntries(
    db,
    reader,
    { ...everything, cursor: { side: "older", than: first.older ?? 0 } },
    3,
  );
  expect([...first.entries, ...second.entries].map(({ detail }) => detail.rows)).toEqual([6, 5, 4, 3, 2, 1]);
  const back = await listEntries(
    db,
    reader,
    { ...everything, cursor: { side: "newer", than: second.newer ?? 0 } },
    3,
  );
  expect(back.entries).toEqual(first.entries);
  expect([first.newer, back.newer]).toEqual([null, null]);
});

test("an exported log verifies every seal and tells nothing of other campaigns", async () => {
  const db = await aDatabase();
  const { campaign } = await aCampaignWithViews(db, 2);
  await sealAuditEntries(db);
  const secret = { actor: "operator", action: "campaign-changed" as AuditAction, subject: null } as const;
  await recordAudit(db, { ...secret, campaignId: null, detail: { fields: ["only-elsewhere"] } }, new Date());
  await aCampaignWithViews(db, 1);
  await sealAuditEntries(db);

  let csv = "";
  for await (const piece of exportEntries(db, { campaignId: campaign.id, actor: "operator" })) csv += piece;
  expect(csv).not.toContain("only-elsewhere");
  const rows = parse(csv, { columns: true }) as Record<string, string>[];
  let previous = "";
  let leaves: Buffer[] = [];
  const seals = [];
  for (const row of rows) {
    if (row.row === "entry") expect(sha256(row.text ?? "")).toBe(row.sha256);
    if (row.row === "seal") {
      expect(row.previous).toBe(previous);
      expect(sha256(Buffer.from(previous, "hex"), ...leaves)).toBe(row.sha256);
      previous = row.sha256 ?? "";
      leaves = [];
      seals.push(row.id);
    } else leaves.push(Buffer.from(row.sha256 ?? "", "hex"));
  }
  expect(seals).toHaveLength(2);
  expect(rows.filter(({ row }) => row === "withheld")).toHaveLength(2);
  expect(rows.at(-1)).toMatchObject({ row: "entry", action: "audit-exported", seal: "" });
});
