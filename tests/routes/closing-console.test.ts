import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { campaigns } from "#db/schema/index.ts";
import { aCampaign } from "#tests/support/builders.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";
import { htmlOf, signedIn } from "#tests/support/signed-in.ts";
import { aSite } from "#tests/support/site.ts";

const site = await aSite();
const { db } = site;

const statusOf = async ({ id }: { id: number }) =>
  (await db.select({ status: campaigns.status }).from(campaigns).where(eq(campaigns.id, id)))[0]?.status;

test("two people close a campaign, each reauthenticated, and one reopens it", async () => {
  const campaign = await aCampaign(db);
  await aStoredSignature(db, campaign);
  const [ada, bea] = [
    await signedIn(site, campaign, "owner", { name: "Ada Asks" }),
    await signedIn(site, campaign, "owner", { name: "Bea Agrees" }),
  ];
  const page = `/organize/c/${campaign.slug}/close`;
  const press = (who: typeof ada, fields: Record<string, string>) => who.post(page, fields);

  const tried = await press(ada, { intent: "try", months: "6" });
  expect(tried.status).toBe(200);
  const html = await htmlOf(tried);
  expect(html).toContain("Dry run: nothing was changed.");
  expect(html).toContain("Bea Agrees must approve");
  const wrong = await press(ada, { intent: "ask", months: "25" });
  expect([wrong.status, (await htmlOf(wrong)).includes('value="25"')]).toEqual([422, true]);

  expect((await press(ada, { intent: "ask", months: "6" })).headers.get("location")).toBe(
    `${page}?done=asked`,
  );
  expect(await bea.read(`/organize/c/${campaign.slug}/team`)).toContain(
    "Someone asked to close this campaign.",
  );
  expect((await press(ada, { intent: "approve", months: "6" })).status).toBe(409);
  expect(await ada.read(page)).toContain("Someone else must approve: Bea Agrees.");
  expect(await statusOf(campaign)).toBe("open");
  // Only what was shown is approved: after another request with other months this form does nothing.
  expect((await press(bea, { intent: "approve", months: "24" })).status).toBe(409);
  expect((await press(bea, { intent: "approve", months: "6" })).headers.get("location")).toBe(
    `${page}?done=closed`,
  );
  expect(await statusOf(campaign)).toBe("closed");
  const closed = await ada.read(page);
  expect(closed).toContain("Ada Asks asked, Bea Agrees approved.");

  expect((await press(ada, { intent: "reopen" })).headers.get("location")).toBe(`${page}?done=reopened`);
  expect(await statusOf(campaign)).toBe("open");
});

test("nobody closes, agrees or opens again without having just proved who they are", async () => {
  const campaign = await aCampaign(db);
  const ada = await signedIn(site, campaign, "owner", { name: "Ada Alone" });
  await db.execute(sql`delete from organizer_proofs`);
  const page = `/organize/c/${campaign.slug}/close`;
  for (const intent of ["ask", "approve", "reopen"]) {
    const asked = await ada.post(page, { intent, months: "6" });
    expect([intent, asked.status]).toEqual([intent, 403]);
    expect(await htmlOf(asked)).toContain("Before you close the campaign, confirm it’s you.");
  }
  const [row] = await db.execute<{ n: number }>(sql`
    select count(*)::int as n from campaign_closings where campaign_id = ${campaign.id}`);
  expect(row?.n).toBe(0);
});
