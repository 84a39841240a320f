import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { maxTokens, TokenForm } from "#app/domain/access/tokens/api-token.ts";
import { makeToken } from "#app/domain/access/tokens/make-token.server.ts";
import { openToken, refusalOf } from "#app/domain/access/tokens/open-token.server.ts";
import { listTokens } from "#app/domain/access/tokens/queries.server.ts";
import { revokeToken } from "#app/domain/access/tokens/revoke-token.server.ts";
import { apiTokens, auditEntries, campaignOrganizers, organizers } from "#db/schema/index.ts";
import { aToken } from "#tests/support/api-tokens.ts";
import { aCampaign, changeRows, existing } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { anOrganizer } from "#tests/support/organizers.ts";

const db = await aDatabase();
const now = new Date("2026-11-20T09:00:00Z");

async function aMaker(role: "owner" | "organizer" | "exporter" | "viewer" = "owner") {
  const campaign = await aCampaign(db);
  return { campaign, organizer: await anOrganizer(db, { campaign, role }) };
}

test("a token is told once and kept as a hash, and its making is on record without it", async () => {
  const maker = await aMaker();
  const { token, publicId } = await aToken(db, maker, ["queues", "activity"], { now });
  expect(token).toMatch(/^undersigned_[A-Za-z0-9_-]{43}$/);
  const stored = await db.execute<{ row: string }>(
    sql`select t::text as row from api_tokens t where public_id = ${publicId}
      union all select a::text from audit_entries a where subject = ${publicId}`,
  );
  expect(stored).toHaveLength(2);
  const secret = token.slice("undersigned_".length);
  for (const { row } of stored) {
    expect(row).not.toContain(secret);
    expect(row).not.toContain(Buffer.from(secret).toString("hex"));
  }
  const [entry] = await db.select().from(auditEntries).where(eq(auditEntries.subject, publicId));
  expect(entry).toMatchObject({
    action: "api-token-made",
    detail: { scopes: ["activity", "queues"], days: 30 },
  });
});

test("a token opens its campaign and scopes until it expires, and notes its last day", async () => {
  const maker = await aMaker();
  const { token, expiresAt } = await aToken(db, maker, ["activity"], { now, days: 7 });
  const open = existing(await openToken(db, token, now));
  expect(refusalOf(open, maker.campaign.slug, ["activity"])).toBe(null);
  expect(refusalOf(open, maker.campaign.slug, ["queues"])).toBe("scope-missing");
  const other = await aMaker();
  expect(refusalOf(open, other.campaign.slug, ["activity"])).toBe("other-campaign");
  const [listed] = await listTokens(db, { campaignId: maker.campaign.id, organizerId: null }, now);
  expect(listed).toMatchObject({ lastUsedOn: "2026-11-20", state: "works" });

  expect(await openToken(db, token, new Date(expiresAt.getTime() - 1))).not.toBe(null);
  expect(await openToken(db, token, expiresAt)).toBe(null);
  for (const wrong of [
    "",
    "undersigned_",
    `${token}x`,
    token.slice(0, -1),
    token.toUpperCase(),
    "' or true --",
  ])
    expect(await openToken(db, wrong, now)).toBe(null);
});

test("a token ends when revoked, and when its maker leaves or is shut out", async () => {
  const maker = await aMaker();
  const { campaignId, actor } = { campaignId: maker.campaign.id, actor: "operator" } as const;
  const made = () => aToken(db, maker, ["activity"], { now });
  const [one, two, three] = [await made(), await made(), await made()];
  const other = await aMaker();
  const revoke = (organizerId: string | null, ofCampaign: number) =>
    revokeToken(db, { campaignId: ofCampaign, publicId: one.publicId, actor, organizerId }, now);
  expect(await revoke(null, other.campaign.id)).toBe(false);
  expect(await revoke(other.organizer.id, campaignId)).toBe(false);
  expect(await openToken(db, one.token, now)).not.toBe(null);
  expect(await revoke(maker.organizer.id, campaignId)).toBe(true);
  expect(await revoke(maker.organizer.id, campaignId)).toBe(false);
  expect(await openToken(db, one.token, now)).toBe(null);

  const shut = (disabledAt: Date | null) =>
    db.update(organizers).set({ disabledAt }).where(eq(organizers.id, maker.organizer.id));
  await shut(now);
  expect(await openToken(db, two.token, now)).toBe(null);
  await shut(null);
  expect(await openToken(db, two.token, now)).not.toBe(null);
  await db.delete(campaignOrganizers).where(eq(campaignOrganizers.organizerId, maker.organizer.id));
  expect(await openToken(db, three.token, now)).toBe(null);
  expect(await db.$count(apiTokens, eq(apiTokens.campaignId, campaignId))).toBe(0);
});

test("no token may do more than its maker may, then and later", async () => {
  const { campaign, organizer } = await aMaker("viewer");
  const input = {
    campaignId: campaign.id,
    organizerId: organizer.id,
    actor: "operator",
    name: "x",
    days: 7,
  } as const;
  expect(await makeToken(db, { ...input, scopes: ["activity", "export-signatures"] }, now)).toEqual({
    outcome: "no-right",
    scope: "export-signatures",
  });
  const elsewhere = await aMaker();
  expect(
    await makeToken(db, { ...input, organizerId: elsewhere.organizer.id, scopes: ["activity"] }, now),
  ).toMatchObject({ outcome: "no-right" });

  const exporter = await aMaker("exporter");
  const { token } = await aToken(db, exporter, ["export-signatures"], { now });
  await changeRows(
    db,
    campaignOrganizers,
    { campaignId: exporter.campaign.id, organizerId: exporter.organizer.id },
    { rights: ["view"] },
  );
  const open = await openToken(db, token, now);
  expect(open && refusalOf(open, exporter.campaign.slug, ["export-signatures"])).toBe("right-lost");
});

test("twenty tokens of one person work at a time", async () => {
  const maker = await aMaker();
  for (let n = 0; n < maxTokens; n++) await aToken(db, maker, ["activity"], { now, days: 7 });
  await expect(aToken(db, maker, ["activity"], { now })).rejects.toThrow("too-many");
  await aToken(db, maker, ["activity"], { now: new Date(now.getTime() + 8 * 86_400_000) });
});

test("a token's form names its wrong field, and exports last a quarter at most", () => {
  const problems = (fields: object) => {
    const parsed = TokenForm.safeParse(fields);
    return parsed.success
      ? []
      : parsed.error.issues.map(({ path, message }) => `${String(path[0])} ${message}`);
  };
  const right = { name: " Weekly ", scope: ["activity"], days: "365" };
  expect(TokenForm.parse(right)).toEqual({ name: "Weekly", scope: ["activity"], days: 365 });
  expect(problems({})).toEqual(["name name-missing", "scope scope-missing", "days days-unknown"]);
  expect(problems({ ...right, name: "x".repeat(81) })).toEqual(["name name-long"]);
  expect(problems({ ...right, scope: ["everything"] })).toEqual(["scope scope-unknown"]);
  expect(problems({ ...right, days: "100" })).toEqual(["days days-unknown"]);
  expect(problems({ ...right, scope: "export-pledges" })).toEqual(["days days-too-many"]);
});
