import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { OrganizerRole } from "#app/domain/access/organizer.ts";
import { findCompany } from "#app/domain/campaign/company/find-company.server.ts";
import { auditEntries } from "#db/schema/index.ts";
import { aCampaign } from "#tests/support/builders.ts";
import { dateFromNow } from "#tests/support/days.ts";
import { anOrganizer, aSession } from "#tests/support/organizers.ts";
import { aSite } from "#tests/support/site.ts";

const site = await aSite();
const { db } = site;

async function signedIn(campaign: { id: number }, role: OrganizerRole = "organizer") {
  const organizer = await anOrganizer(db, { campaign, role });
  return `session=${await aSession(db, organizer)}`;
}
const pageOf = ({ slug }: { slug: string }) => `/organize/c/${slug}/meetings/company`;
const seenIn = (html: string) => /name="seen" value="([^"]*)"/.exec(html)?.[1] ?? "";
const fields = {
  name: "Hoshino",
  ticker: "9999",
  exchange: "Tokyo Stock Exchange",
  zone: "Asia/Tokyo",
  country: "JP",
  jurisdiction: "other",
};

test("an organizer edits the company, and its name is on the public page", async () => {
  const campaign = await aCampaign(db);
  const cookie = await signedIn(campaign);
  const before = await (await site.get(pageOf(campaign), { cookie })).text();
  expect(before).toContain("Sample Corporation");
  expect(before).toContain('<option value="America/New_York" selected');
  const source = { source_url: "https://hoshino.example/ir", as_of: dateFromNow(-1), checked: "on" };
  const edit = { ...fields, name_es: "Hoshino Motores", ...source, seen: seenIn(before) };
  const saved = await site.post(pageOf(campaign), edit, { cookie });
  expect(saved.status).toBe(303);
  const after = await (await site.get(saved.headers.get("location") ?? "", { cookie })).text();
  for (const text of ["Company saved.", "Tokyo Stock Exchange: 9999", "Japan", "Checked by"])
    expect(after, text).toContain(text);
  expect(await (await site.get(`/c/${campaign.slug}/pledge`)).text()).toContain("Hoshino");
  const [entry] = await db.select().from(auditEntries).where(eq(auditEntries.campaignId, campaign.id));
  expect(entry).toMatchObject({ action: "company-changed" });
  const late = await site.post(pageOf(campaign), { ...edit, name: "Late" }, { cookie });
  expect(late.status).toBe(409);
  const html = await late.text();
  expect(html).toContain("Someone else saved first");
  expect(html).toContain('value="Late"');
});

test("what cannot be stored of a company comes back with what was typed", async () => {
  const campaign = await aCampaign(db);
  const cookie = await signedIn(campaign);
  const answer = await site.post(
    pageOf(campaign),
    { ...fields, zone: "", legal_name: "Kept K.K." },
    { cookie },
  );
  expect(answer.status).toBe(422);
  const html = await answer.text();
  for (const text of [
    "Choose the time zone of the exchange",
    'value="Kept K.K."',
    "Nothing you typed is lost",
  ])
    expect(html, text).toContain(text);
  expect((await findCompany(db, campaign.id)).name).toBe("Sample Corporation");
  const viewer = await signedIn(campaign, "viewer");
  const page = await (await site.get(pageOf(campaign), { cookie: viewer })).text();
  expect(page).toContain("Your role can’t change these");
  expect(page).not.toContain('class="keep-form"');
});

test("the owner of a draft gives it a company of its own", async () => {
  const draft = await aCampaign(db, { status: "draft" });
  const cookie = await signedIn(draft, "owner");
  expect(await (await site.get(pageOf(draft), { cookie })).text()).toContain("Choose another company");
  const other = `${pageOf(draft)}/other`;
  expect(await (await site.get(other, { cookie })).text()).toContain("A new company");
  const empty = await site.post(other, { intent: "add", ticker: "9999" }, { cookie });
  expect(empty.status).toBe(422);
  const emptyPage = await empty.text();
  for (const text of ['value="9999"', "Enter the company’s short name", "Enter the exchange"])
    expect(emptyPage, text).toContain(text);
  const unknown = await site.post(other, { intent: "choose", company: "none" }, { cookie });
  expect(await unknown.text()).toContain("Choose a company from the list");
  const added = await site.post(other, { intent: "add", ...fields }, { cookie });
  expect(added.status).toBe(303);
  expect(await (await site.get(added.headers.get("location") ?? "", { cookie })).text()).toContain(
    "Company added. This campaign is about it now.",
  );
  expect(await findCompany(db, draft.id)).toMatchObject({ name: "Hoshino", zone: "Asia/Tokyo" });
});

test("a campaign that is public keeps its company, and the page says why", async () => {
  const campaign = await aCampaign(db);
  const cookie = await signedIn(campaign, "owner");
  const other = `${pageOf(campaign)}/other`;
  const page = await (await site.get(other, { cookie })).text();
  expect(page).toContain("people signed about this company");
  expect(page).not.toContain("keep-form");
  expect((await site.post(other, { intent: "add", ...fields }, { cookie })).status).toBe(409);
});
