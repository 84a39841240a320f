import { and, eq, isNull, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { knownPath } from "#app/domain/entries/known-path.server.ts";
import { words } from "#app/i18n/index.ts";
import { makeKeys } from "#app/lib/keys.server.ts";
import { consents, signatures, supporters, targets } from "#db/schema/index.ts";
import { aCampaign } from "#tests/support/builders.ts";
import { aSecondCompany, seededCampaign } from "#tests/support/companies.ts";
import { pledging } from "#tests/support/forms.ts";
import { textOfPage } from "#tests/support/guard-rails.ts";
import { aMeeting, nextYear } from "#tests/support/pledges.ts";
import {
  anAddress,
  aSite,
  hiddenFieldsOf,
  linkIn,
  press,
  waitForMail,
  waitForReceipt,
} from "#tests/support/site.ts";

const site = await aSite();
const path = "/c/microsoft-ice";
const { campaign } = await seededCampaign(site.db);
const [first] = await site.db.select().from(targets).where(eq(targets.id, campaign.targetId));
if (!first) throw new Error("the seed has no company");
const second = await aSecondCompany(site.db, campaign);
const [foreign] = await site.db
  .insert(targets)
  .values({ slug: "foreign", name: "Foreign", ticker: "F", exchange: "X" })
  .returning();
type Fields = Record<string, string>;
const person = { name: "Ana Sample", country: "US", consent_sign: "on" };
const bodyOf = (fields: Fields, ticked: readonly string[]) =>
  new URLSearchParams([
    ...Object.entries(fields),
    ...ticked.map((company) => ["consent_deliver", company] as [string, string]),
  ]);
const signs = (ticked: readonly string[], more: Fields = {}, at = "") =>
  site.post(`${at}${path}/sign`, bodyOf({ ...person, email: anAddress(), ...more }, ticked));

/** Each box by its company, and whether it is ticked. */
const boxesIn = (html: string) =>
  Object.fromEntries(
    [...html.matchAll(/<input[^>]*name="consent_deliver"[^>]*>/g)].map(([box]) => [
      /value="([^"]*)"/.exec(box)?.[1],
      / checked=/.test(box),
    ]),
  );
const neither = { [first.slug]: false, [second.slug]: false };
const theSecond = { ...neither, [second.slug]: true };

/** Ids of the companies that got somebody's name, and of those in their form. */
async function companiesOf(email: string) {
  await site.formsTaken();
  const [asked] = await site.db
    .select({ ids: signatures.askedCompanyIds })
    .from(signatures)
    .innerJoin(supporters, eq(supporters.id, signatures.supporterId))
    .where(eq(supporters.email, email));
  const rows = await site.db
    .select({ id: consents.companyId })
    .from(consents)
    .innerJoin(supporters, eq(supporters.id, consents.supporterId))
    .where(
      and(
        eq(supporters.email, email),
        eq(consents.purpose, "deliver_to_company"),
        isNull(consents.revokedAt),
      ),
    )
    .orderBy(consents.companyId);
  return { asked: asked?.ids ?? null, agreed: rows.map(({ id }) => id) };
}

test("a campaign about one company asks with one box, as it did", async () => {
  const { slug } = await aCampaign(site.db);
  const alone = {
    case: await (await site.get(`/c/${slug}`)).text(),
    sign: await (await site.post(`/c/${slug}/sign`, { consent_deliver: "on" })).text(),
  };
  for (const html of [alone.case, alone.sign]) {
    expect(html.match(/name="consent_deliver"/g)).toHaveLength(1);
    expect(html).toMatch(/<input type="checkbox" id="consent_deliver"[^>]*value="on"/);
    expect(textOfPage(html)).toContain("Put my name on the list for Sample Corporation. (optional)");
  }
  expect(alone.case).not.toMatch(/id="consent_deliver"[^>]* checked/);
  expect(alone.sign).toMatch(/id="consent_deliver"[^>]* checked/);
});

test.each([
  ["", "Put my name on the list for:", "Hoshino"],
  ["/es", "Incluyan mi nombre en la lista para:", "Hoshino Motores"],
] as const)("case and widget ask for each company, none ticked (%s)", async (at, ask, name) => {
  const { consents: say } = words(at === "" ? "en" : "es").sign.form;
  for (const page of [path, `${path}/widget`]) {
    const read = async () => (await site.get(`${at}${page}`)).text();
    await expect.poll(async () => boxesIn(await read())).toEqual(neither);
    const html = await read();
    expect(html).toMatch(new RegExp(`<label for="consent_deliver-${second.slug}">${name}</label>`));
    expect(textOfPage(html)).toContain(ask);
    expect(textOfPage(html).split(say.deliverHint(null))).toHaveLength(2);
  }
});

test.each(["", "/es"])("a form that comes back keeps the companies that were ticked (%s)", async (at) => {
  for (const [more, status] of [
    [{ name: "" }, 422],
    // A spelling to choose: hidden fields keep them, and so does the form behind.
    [{ email: "ana@gmial.com" }, 422],
  ] as const) {
    const answer = await signs([second.slug], more, at);
    const html = await answer.text();
    expect(answer.status).toBe(status);
    expect(html).toContain("<details open");
    if ("email" in more) expect(hiddenFieldsOf(html).consent_deliver).toBe(second.slug);
    const form = html.slice(html.lastIndexOf('class="sign-form"'));
    expect(boxesIn(form)).toEqual(theSecond);
  }
  // The same form in the other language, as typed.
  const other = await site.post(
    `${at === "" ? "/es" : ""}${path}/sign?again=as-typed`,
    bodyOf(person, [first.slug, second.slug]),
  );
  expect([other.status, boxesIn(await other.text())]).toEqual([
    200,
    { [first.slug]: true, [second.slug]: true },
  ]);
});

test("a company of another campaign, and one that is ticked twice, are refused", async () => {
  const email = anAddress();
  for (const [at, say] of [
    ["", "Choose a company from the list"],
    ["/es", words("es").errors.form["company-unknown"] ?? ""],
  ] as const)
    for (const ticked of [[foreign?.slug ?? ""], [second.slug, foreign?.slug ?? ""], [""], ["1 or 1=1"]]) {
      const answer = await signs(ticked, { email }, at);
      const html = await answer.text();
      expect([ticked, answer.status]).toEqual([ticked, 422]);
      expect(html).toContain(say);
      expect(html).toContain('href="#consent_deliver"');
    }
  expect((await signs([second.slug, second.slug], { email })).status).toBe(422);
  expect((await signs(["on", "on"], { email })).status).toBe(422);
  await site.formsTaken();
  expect(await site.db.$count(supporters, eq(supporters.email, email))).toBe(0);
});

test("a program that was written for one company gives the name to the first", async () => {
  const email = anAddress();
  expect((await signs(["on"], { email })).status).toBe(303);
  expect(await companiesOf(email)).toEqual({ asked: [first.id], agreed: [] });
  const none = anAddress();
  expect((await signs([], { email: none })).status).toBe(303);
  expect((await press(site, linkIn(await waitForMail(site, none), "confirm"))).status).toBe(303);
  expect(await companiesOf(none)).toEqual({ asked: null, agreed: [] });
});

test.each([
  [
    "",
    "en",
    "giving your name to Hoshino with the petition. Microsoft does not get your name.",
    "Your name goes on the list for Hoshino. Your name does not go to Microsoft; it gets only the count.",
    "Microsoft and Hoshino",
    "Hoshino",
  ],
  [
    "/es",
    "es",
    "dar su nombre a Hoshino Motores con la petición. Microsoft no recibe su nombre.",
    "Su nombre va en la lista para Hoshino Motores. Su nombre no se entrega a Microsoft, " +
      "que solo recibe el número de firmas.",
    "Microsoft y Hoshino Motores",
    "Hoshino Motores",
  ],
] as const)(
  "from the form to their own data, somebody sees and changes who gets their name (%s)",
  async (at, locale, mailed, displayed, both, name) => {
    const say = words(locale);
    const flat = (text: string | undefined) => (text ?? "").replace(/\s+/g, " ");
    const email = anAddress();
    expect((await signs([second.slug], { email }, at)).status).toBe(303);
    expect(await companiesOf(email)).toEqual({ asked: [second.id], agreed: [] });
    const asks = await waitForMail(site, email);
    expect(flat(asks.text)).toContain(mailed);
    expect(flat(asks.text)).toContain(say.mail.parts.notAffiliated(both));

    const link = linkIn(asks, at === "" ? "confirm" : "es/confirm");
    expect(textOfPage(await (await site.get(link)).text())).toContain(displayed);
    const confirmed = await press(site, link);
    expect(confirmed.status).toBe(303);
    expect(await companiesOf(email)).toEqual({ asked: null, agreed: [second.id] });
    const thanks = textOfPage(await (await site.get(confirmed.headers.get("location") ?? "")).text());
    expect(thanks).toContain(mailed);
    const receipt = await waitForReceipt(site, email);
    expect(flat(receipt.text)).toContain(mailed);

    const own = linkIn(receipt, at === "" ? "manage" : "es/manage");
    const page = await (await site.get(own)).text();
    expect(boxesIn(page)).toEqual(theSecond);
    expect(textOfPage(page)).toContain(`${say.personal.manage.purposes.deliver_to_company} (${name})`);
    const signature = /name="signature" value="([^"]+)"/.exec(page)?.[1] ?? "";
    const choose = (ticked: readonly string[]) =>
      site.post(own, bodyOf({ intent: "consent", signature, display: "anonymous" }, ticked));
    for (const [ticked, agreed] of [
      [
        [first.slug, second.slug],
        [first.id, second.id],
      ],
      [[first.slug], [first.id]],
      [[], []],
    ] as const) {
      expect((await choose(ticked)).status).toBe(200);
      expect((await companiesOf(email)).agreed).toEqual([...agreed].sort((a, b) => a - b));
      expect(Object.entries(boxesIn(await (await site.get(own)).text())).filter(([, on]) => on)).toEqual(
        ticked.map((slug) => [slug, true]),
      );
    }
    expect((await choose([second.slug, foreign?.slug ?? ""])).status).toBe(422);
    expect((await companiesOf(email)).agreed).toEqual([]);
  },
);

test("the form that knows somebody asks for each company, keeps ticks, and refuses another's", async () => {
  const email = anAddress();
  await signs([first.slug], { email });
  await press(site, linkIn(await waitForMail(site, email), "confirm"));
  await site.db.execute(sql`
    update signatures set state = 'withdrawn', withdrawn_at = now()
    where supporter_id = (select id from supporters where email = ${email})`);
  const [whose] = await site.db
    .select({ supporterPublicId: supporters.publicId })
    .from(supporters)
    .where(eq(supporters.email, email));
  const known = knownPath(
    makeKeys([site.env.SECRET]),
    "sign",
    { supporterPublicId: whose?.supporterPublicId ?? "", campaign: campaign.slug },
    new Date(),
  );
  expect(boxesIn(await (await site.get(known)).text())).toEqual(neither);
  const refused = await site.post(known, bodyOf({}, [second.slug]));
  expect([refused.status, boxesIn(await refused.text())]).toEqual([422, theSecond]);
  const foreignTicked = await site.post(known, bodyOf({ consent_sign: "on" }, [foreign?.slug ?? ""]));
  expect(foreignTicked.status).toBe(422);
  expect((await companiesOf(email)).agreed).toEqual([first.id]);
  // Omitted consents are revoked: their link proves who they are.
  expect((await site.post(known, bodyOf({ consent_sign: "on" }, [second.slug]))).status).toBe(303);
  expect((await companiesOf(email)).agreed).toEqual([second.id]);
});

test("the page of two pledges shows for each company whether it is agreed to contact", async () => {
  await aMeeting(site.db, { targetId: second.id, zone: second.zone }, nextYear);
  const email = anAddress();
  const form = async () => (await site.get(`${path}/pledge`)).text();
  await expect.poll(async () => (await form()).includes(second.slug)).toBe(true);
  for (const more of [{ company: first.slug, consent_contact: "on" }, { company: second.slug }])
    expect((await site.post(`${path}/pledge`, pledging(email, more))).status).toBe(303);
  await site.formsTaken();
  const asked = await Promise.all(
    [first.name, second.name].map((name) =>
      waitForMail(site, email, ({ text }) => text?.includes(`affiliated with ${name}`) ?? false),
    ),
  );
  for (const mail of asked) expect((await press(site, linkIn(mail, "confirm"))).status).toBe(303);
  const receipt = await waitForReceipt(site, email);
  const page = await (await site.get(linkIn(receipt, "manage"))).text();
  const boxes = [...page.matchAll(/<input[^>]*name="consent_contact"[^>]*>/g)].map(([box]) =>
    / checked=/.test(box),
  );
  // The second's law has no co-filing: it is not asked about.
  expect(boxes).toEqual([true]);
});
