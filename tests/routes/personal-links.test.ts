import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { changePledgePath, knownPath, nextStepPath } from "#app/domain/entries/known-path.server.ts";
import { votedPath } from "#app/domain/entries/pledges/personal-links.server.ts";
import { createReceiptCode } from "#app/domain/entries/signatures/receipt-code.server.ts";
import { suppressAddress } from "#app/domain/queue/suppress-address.server.ts";
import { makeKeys } from "#app/lib/keys.server.ts";
import { createToken } from "#app/lib/token.server.ts";
import { shareLinks, signatures, supporters } from "#db/schema/index.ts";
import { aCampaign, storeRow } from "#tests/support/builders.ts";
import { textOfPage } from "#tests/support/guard-rails.ts";
import { anAddress, aSite, linkIn, press, waitForMail } from "#tests/support/site.ts";

const site = await aSite();
const campaign = "/c/microsoft-ice";
const keys = makeKeys([site.env.SECRET]);
const pledged = { kind: "direct", holding_form: "broker", shares: "1250", consent_pledge: "on" };
type Mail = { text?: string };
const receiptOf =
  (kind: RegExp) =>
  ({ text = "" }: Mail) =>
    text.includes("/undo/") && kind.test(text);

/** Somebody who signed, and pledged through the link in their thanks. */
async function aHolder() {
  const email = anAddress();
  await site.post(`${campaign}/sign`, { name: "Ana Sample", email, country: "US", consent_sign: "on" });
  const confirm = linkIn(await waitForMail(site, email), "confirm");
  const thanks = (await press(site, confirm)).headers.get("location") ?? "";
  const html = await (await site.get(thanks)).text();
  const [form = ""] = /\/c\/microsoft-ice\/pledge\/[A-Za-z0-9_-]{54}/.exec(html) ?? [];
  const done = await site.post(form, pledged);
  if (done.status !== 303) throw new Error(`${thanks}: ${textOfPage(html)}`);
  const undo = linkIn(await waitForMail(site, email, receiptOf(/pledge/)), "undo");
  const [person] = await site.db.select().from(supporters).where(eq(supporters.email, email));
  return { email, confirm, thanks, undo, publicId: person?.publicId ?? "" };
}

/** Every link to somebody's data, or to a form that knows them, as made `minutes` ago. */
function linksOf(publicId: string, minutes: number) {
  const issuedAt = new Date(Date.now() - minutes * 60_000);
  const whose = { supporterPublicId: publicId, campaign: "microsoft-ice" };
  const expiresAt = new Date(issuedAt.getTime() + 7 * 86_400_000);
  const manage = createToken(keys, "manage", { subject: publicId, issuedAt, expiresAt });
  return {
    manage: `/manage/${manage}`,
    data: `/manage/${manage}/export`,
    next: nextStepPath(keys, "letter", whose, { issuedAt, expiresAt }),
    letter: knownPath(keys, "letter", whose, issuedAt),
    change: changePledgePath(keys, whose, issuedAt, 24),
  };
}
const answersTo = async (links: ReturnType<typeof linksOf>) =>
  Object.fromEntries(
    await Promise.all(
      Object.entries(links).map(async ([name, path]) => [name, (await site.get(path)).status] as const),
    ),
  );
const open = { manage: 200, data: 200, next: 200, letter: 200, change: 200 };
const ended = { manage: 410, data: 404, next: 303, letter: 303, change: 404 };

test("an undo ends the links made before it, and its owner gets new ones", async () => {
  const { email, confirm, thanks, undo, publicId } = await aHolder();
  const before = linksOf(publicId, 1);
  expect(await answersTo(before)).toEqual(open);
  expect((await site.post(undo, {})).status).toBe(200);
  expect(await answersTo(before)).toEqual(ended);
  expect((await site.post(before.manage, { intent: "erase", understood: "on" })).status).toBe(404);
  expect((await site.post(before.change, pledged)).status).toBe(410);
  // Thanks for the signature would make new links.
  const html = await (await site.get(thanks)).text();
  expect(html).not.toMatch(/\/c\/microsoft-ice\/(pledge|letter)\/[A-Za-z0-9_-]{54}/);
  expect(textOfPage(html)).not.toContain("Ana Sample");
  await site.post(thanks, {});
  expect(await site.db.$count(shareLinks)).toBe(0);
  // Pressed again, the link that confirmed the signature thanks again, and makes no new links either.
  const again = (await press(site, confirm)).headers.get("location") ?? "";
  expect(await (await site.get(again)).text()).not.toMatch(
    /\/c\/microsoft-ice\/(pledge|letter)\/[A-Za-z0-9_-]{54}/,
  );

  expect(await answersTo(linksOf(publicId, -0.1))).toEqual(open);
  await site.post(before.manage, { intent: "fresh-link" });
  const fresh = await waitForMail(
    site,
    email,
    ({ text = "" }) => text.includes("/manage/") && !text.includes("/undo/"),
  );
  expect(fresh.text).toMatch(/\/manage\/[A-Za-z0-9_-]{54}/);
});

test("“never write to me” ends every link of its address", async () => {
  const { confirm, thanks, publicId } = await aHolder();
  const before = linksOf(publicId, 1);
  expect(await answersTo(before)).toEqual(open);
  const pageText = textOfPage(await (await site.post(confirm, { intent: "never" })).text());
  expect(pageText).toContain("This signature had been confirmed");
  expect(pageText).not.toMatch(/link in your receipt/);
  expect(await answersTo(before)).toEqual(ended);
  expect((await site.get(thanks)).status).toBe(404);
  // An entry through a link made later could not be emailed to anybody.
  expect((await site.get(linksOf(publicId, -0.1).change)).status).toBe(404);
});

test("a link to say how one voted ends with the others", async () => {
  const { confirm, publicId } = await aHolder();
  const [pledge] = await site.db.execute<{ id: string }>(sql`
    select p.public_id as id from pledges p join supporters s on s.id = p.supporter_id
    where s.public_id = ${publicId}`);
  const about = { publicId: pledge?.id ?? "", meeting: { on: null, year: 2030 } };
  const voted = votedPath(keys, about, new Date(Date.now() - 60_000));
  expect((await site.get(voted)).status).toBe(200);
  await site.post(confirm, { intent: "never" });
  expect((await site.get(voted)).status).toBe(404);
  expect((await site.post(voted, { outcome: "voted_as_pledged" })).status).toBe(404);
});

test("an address that gets no email is offered no form that would not open", async () => {
  const { email, thanks, publicId } = await aHolder();
  const manage = linksOf(publicId, 1).manage;
  const known = /\/c\/microsoft-ice\/(sign|pledge|letter)\/[A-Za-z0-9_-]{54}/;
  for (const path of [thanks, manage]) expect(await (await site.get(path)).text()).toMatch(known);
  await suppressAddress(site.db.$client, keys, { address: email, reason: "hard_bounce" });
  for (const path of [thanks, manage]) {
    const page = await site.get(path);
    expect(page.status).toBe(200);
    expect(await page.text()).not.toMatch(known);
  }
});

test("a link that changes a pledge is for its campaign", async () => {
  const { publicId } = await aHolder();
  const other = await aCampaign(site.db);
  const [person] = await site.db.select().from(supporters).where(eq(supporters.publicId, publicId));
  await storeRow(site.db, signatures, {
    campaignId: other.id,
    supporterId: person?.id ?? 0,
    petitionVersion: 1,
    display: "anonymous",
    receiptCode: createReceiptCode(),
    state: "confirmed",
    confirmedAt: new Date(),
  });
  const { change } = linksOf(publicId, 1);
  expect((await site.get(change)).status).toBe(200);
  const elsewhere = change.replace("microsoft-ice", other.slug);
  expect((await site.get(elsewhere)).status).toBe(404);
  expect((await site.post(elsewhere, pledged)).status).toBe(410);
});

test("a link makes its owner no more than ten receipts a day", async () => {
  const { email, publicId } = await aHolder();
  const { change, letter } = linksOf(publicId, 1);
  await site.db.execute(sql`
    insert into outbox (campaign_id, supporter_id, template, state)
    select c.id, s.id, 'pledge-receipt', 'accepted' from campaigns c, supporters s, generate_series(3, 10)
    where c.slug = 'microsoft-ice' and s.email = ${email}`);
  const written = { body: "I write to you.", consent_letter: "on", consent_deliver: "on" };
  const whose = { supporterPublicId: publicId, campaign: "microsoft-ice" };
  const stored = () =>
    site.db.execute(sql`
      select (select count(*)::int from pledges where supporter_id = s.id) as pledges,
        (select count(*)::int from letters where supporter_id = s.id) as letters,
        (select count(*)::int from outbox where supporter_id = s.id) as emails
      from supporters s where s.email = ${email}`);
  const before = await stored();
  for (const [form, fields, typed] of [
    [change, { ...pledged, shares: "9", comment: "Typed for nothing." }, "Typed for nothing."],
    [letter, written, written.body],
  ] as const) {
    const answer = await site.post(form, fields);
    expect([form, answer.status]).toEqual([form, 429]);
    const pageText = textOfPage(await answer.text());
    expect(pageText).toContain("Ten entries were already made for this address in the last 24 hours");
    expect(pageText).toContain(typed);
  }
  await site.db.execute(sql`update signatures set state = 'withdrawn', withdrawn_at = now() where supporter_id =
    (select id from supporters where email = ${email})`);
  const sign = await site.post(knownPath(keys, "sign", whose, new Date()), { consent_sign: "on" });
  expect(sign.status).toBe(429);
  expect(textOfPage(await sign.text())).toContain("Ten entries were already made for this address");
  expect(await stored()).toEqual(before);
});
