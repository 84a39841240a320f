import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import {
  campaigns,
  letterRecipients,
  letters,
  meetings,
  pledges,
  supporters,
  targets,
} from "#db/schema/index.ts";
import { aCampaign, rowIn, storeRow } from "#tests/support/builders.ts";
import { aSecondCompany } from "#tests/support/companies.ts";
import { pledging, writing } from "#tests/support/forms.ts";
import { aHolder } from "#tests/support/holders.ts";
import { aLetter } from "#tests/support/letters.ts";
import { aMeeting, nextYear } from "#tests/support/pledges.ts";
import { anAddress, aSite, hiddenFieldsOf, linkIn, press, waitForMail } from "#tests/support/site.ts";

const site = await aSite();
const campaign = "/c/microsoft-ice";
const row = await rowIn(site.db, campaigns, { slug: "microsoft-ice" });
const [first] = await site.db.select().from(targets).where(eq(targets.id, row.targetId));
const second = await aSecondCompany(site.db, row);
await aMeeting(site.db, { targetId: second.id, zone: second.zone }, nextYear);
await storeRow(site.db, letterRecipients, {
  campaignId: row.id,
  companyId: second.id,
  name: "Shareholder Services",
  email: "shareholders@hoshino.example",
});
const companiesOf = async (email: string, table: "letters" | "pledges") => {
  await site.formsTaken();
  const own = eq(supporters.email, email);
  const rows =
    table === "letters"
      ? await site.db
          .select({ companyId: letters.companyId })
          .from(letters)
          .innerJoin(supporters, eq(supporters.id, letters.supporterId))
          .where(own)
          .orderBy(asc(letters.id))
      : await site.db
          .select({ companyId: meetings.targetId })
          .from(pledges)
          .innerJoin(supporters, eq(supporters.id, pledges.supporterId))
          .innerJoin(meetings, eq(meetings.id, pledges.meetingId))
          .where(own)
          .orderBy(asc(pledges.id));
  return rows.map(({ companyId }) => companyId);
};

test("forms that were read before ask once there are two companies", async () => {
  const growing = await aCampaign(site.db, { languages: ["en", "es"] });
  await aMeeting(site.db, growing, nextYear);
  const forms = ["", "/es"].flatMap((at) =>
    ["letter", "pledge"].map((form) => `${at}/c/${growing.slug}/${form}`),
  );
  const ask = () =>
    Promise.all(forms.map(async (form) => (await (await site.get(form)).text()).includes('name="company"')));
  expect(await ask()).toEqual([false, false, false, false]);
  const { id, zone } = await aSecondCompany(site.db, growing);
  await aMeeting(site.db, { targetId: id, zone }, nextYear);
  await expect.poll(ask).toEqual([true, true, true, true]);
});

test.each([
  ["", "Hoshino", "Which company do you write to?", "Choose another company"],
  ["/es", "Hoshino Motores", "¿A qué empresa escribe?", "Elegir otra empresa"],
])(
  "the letter form asks to which company, and carries the answer along (%s)",
  async (at, name, ask, other) => {
    const path = `${at}${campaign}/letter`;
    const asks = await (await site.get(path)).text();
    expect(asks).toContain(ask);
    expect(asks).toContain(`value="${second.slug}"`);
    expect(asks).not.toContain('name="body"');
    const form = await site.post(path, { step: "company", company: second.slug });
    const html = await form.text();
    expect([form.status, form.headers.get("cache-control")]).toEqual([200, "no-store"]);
    expect(html).toContain(`<input type="hidden" name="company" value="${second.slug}"`);
    expect(html).toContain(other);
    expect(html).toContain(name);
    expect(html).not.toContain(`Dear ${first?.name}`);
    const preview = await site.post(path, writing(undefined, { company: second.slug, step: "preview" }));
    const seen = await preview.text();
    expect(seen).toContain(name);
    expect(seen).toContain(`name="company" value="${second.slug}"`);
  },
);

test.each([
  ["", "Hoshino", "Which company’s shares do you own?"],
  ["/es", "Hoshino Motores", "¿De qué empresa tiene acciones?"],
])("the pledge form asks at which company, and carries the answer along (%s)", async (at, name, ask) => {
  const path = `${at}${campaign}/pledge`;
  const asks = await (await site.get(path)).text();
  expect(asks).toContain(ask);
  expect(asks).not.toContain('name="way"');
  const start = await (await site.post(path, { step: "company", company: second.slug })).text();
  expect(start).toContain(`name="company" value="${second.slug}"`);
  expect(start).toContain('name="way"');
  expect(start).toContain(name);
  const person = { name: "Ana Sample", email: anAddress(), country: "US" };
  const whole = await (
    await site.post(path, { step: "1", company: second.slug, way: "broker", ...person })
  ).text();
  expect(whole).toContain(`name="company" value="${second.slug}"`);
  expect(whole).toContain('name="consent_pledge"');
});

test("a letter goes to the company that it names, without one to the first; its email names it", async () => {
  const email = anAddress();
  for (const company of ["", second.slug])
    expect((await site.post(`${campaign}/letter`, writing(email, { company }))).status).toBe(303);
  expect(await companiesOf(email, "letters")).toEqual([row.targetId, second.id]);
  const mail = await waitForMail(site, email, ({ text }) => text?.includes("Hoshino") ?? false);
  const answer = await press(site, linkIn(mail, "confirm"));
  expect(answer.status).toBe(303);
  const thanks = await (await site.get(answer.headers.get("location") ?? "")).text();
  const print = { ...hiddenFieldsOf(thanks), step: "print" };
  const paper = await (await site.post(`${campaign}/letter`, print)).text();
  expect(paper).toContain("Shareholder Services");
  expect(paper).not.toContain("One Microsoft Way");
  await waitForMail(
    site,
    email,
    ({ text }) => /\/manage\/[A-Za-z0-9_-]{50}/.test(text ?? "") && (text ?? "").includes("Hoshino"),
  );
});

test("a pledge is for the meeting of the company that it names, without one of the first", async () => {
  const email = anAddress();
  for (const company of ["", second.slug])
    expect((await site.post(`${campaign}/pledge`, pledging(email, { company }))).status).toBe(303);
  expect(await companiesOf(email, "pledges")).toEqual([row.targetId, second.id]);
  const mail = await waitForMail(site, email, ({ text }) => text?.includes("Hoshino") ?? false);
  expect((await press(site, linkIn(mail, "confirm"))).status).toBe(303);
});

test("a company of another campaign is refused, and nothing is stored", async () => {
  const [foreign] = await site.db
    .insert(targets)
    .values({ slug: "foreign", name: "Foreign", ticker: "F", exchange: "X" })
    .returning();
  const email = anAddress();
  for (const [form, fields] of [
    ["letter", writing(email, { company: foreign?.slug ?? "" })],
    ["pledge", pledging(email, { company: foreign?.slug ?? "" })],
  ] as const) {
    const answer = await site.post(`${campaign}/${form}`, fields);
    expect([form, answer.status]).toEqual([form, 422]);
    expect(await answer.text()).toContain("Choose a company from the list");
  }
  await site.formsTaken();
  expect(await site.db.$count(supporters, eq(supporters.email, email))).toBe(0);
});

test("the count gives the sums, no shares, and each company apart", async () => {
  const counted = await aCampaign(site.db);
  const one = await (await site.get(`/c/${counted.slug}/count.json`)).json();
  expect(Object.keys(one)).toEqual(["signatures", "holders", "wholeShares", "letters", "asOf"]);
  const other = await aSecondCompany(site.db, counted);
  const abroad = await aMeeting(site.db, { targetId: other.id, zone: other.zone }, nextYear);
  await aHolder(site.db, { campaign: counted, meeting: abroad });
  await aLetter(site.db, counted);
  await aLetter(site.db, counted, { companyId: other.id });
  const count = async () => (await site.get(`/c/${counted.slug}/count.json`)).json();
  await expect.poll(count).toMatchObject({
    holders: 1,
    wholeShares: null,
    letters: 2,
    companies: [
      { holders: 0, letters: 1 },
      { company: other.slug, name: "Hoshino", letters: 1, holders: 1 },
    ],
  });
  const api = await (await site.get(`/api/v1/campaigns/${counted.slug}/counts`)).json();
  expect(api.companies).toHaveLength(2);
  const { holders, letters: written } = api;
  const sum = (of: "holders" | "letters") =>
    api.companies.reduce((all: number, company: Record<string, number>) => all + (company[of] ?? 0), 0);
  expect([holders, written]).toEqual([sum("holders"), sum("letters")]);
});

test("the case names every company", async () => {
  expect(await (await site.get(campaign)).text()).toContain(`${first?.name} or Hoshino`);
  expect(await (await site.get(`/es${campaign}`)).text()).toContain(`${first?.name} u Hoshino Motores`);
});
