import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { knownPath } from "#app/domain/entries/known-path.server.ts";
import { words } from "#app/i18n/index.ts";
import { makeKeys } from "#app/lib/keys.server.ts";
import { createToken, type TokenPurpose } from "#app/lib/token.server.ts";
import { textOfPage } from "#tests/support/guard-rails.ts";
import { anAddress, aSite, linkIn, press, waitForMail } from "#tests/support/site.ts";

const site = await aSite();
const campaign = "/c/microsoft-ice";
const agreed = { consent_sign: "on" };

/** Somebody whose pledge is confirmed, and the form that knows them. */
async function aHolder() {
  const email = anAddress();
  await site.post(`${campaign}/pledge`, {
    name: "Ada Holder",
    email,
    country: "US",
    kind: "direct",
    holding_form: "broker",
    shares: "1250",
    consent_pledge: "on",
  });
  const confirmed = await press(site, linkIn(await waitForMail(site, email), "confirm"));
  const html = await (await site.get(confirmed.headers.get("location") ?? "")).text();
  const [form = ""] = /\/c\/microsoft-ice\/sign\/[A-Za-z0-9_-]{54}/.exec(html) ?? [];
  return { email, form };
}
const signaturesOf = (email: string) =>
  site.db.execute<{ state: string; person: string }>(sql`
    select g.state, s.public_id as person from supporters s left join signatures g on g.supporter_id = s.id
    where s.email = ${email}`);

test("a holder signs from the step before without typing, and counts at once", async () => {
  const { email, form } = await aHolder();
  const page = await site.get(form);
  expect([page.status, page.headers.get("cache-control")]).toEqual([200, "no-store"]);
  const html = await page.text();
  for (const part of ["You sign as", "Ada Holder", email, "Not you?"])
    expect(textOfPage(html)).toContain(part);
  expect(html).not.toMatch(/name="(email|name|country)"|1,?250/);
  expect((await site.post(form, {})).status).toBe(422);
  expect(await signaturesOf(email)).toMatchObject([{ state: null }]);

  const done = await site.post(form, agreed);
  expect(done.status).toBe(303);
  expect(textOfPage(await (await site.get(done.headers.get("location") ?? "")).text())).toContain(
    "Thank you, Ada Holder",
  );
  expect(await signaturesOf(email)).toMatchObject([{ state: "confirmed" }]);
  const isReceipt = ({ text }: { text?: string }) =>
    /Undo it until/.test(text ?? "") && /You signed/.test(text ?? "");
  expect((await waitForMail(site, email, isReceipt)).text).toMatch(/\/undo\/[A-Za-z0-9_-]{54}/);
});

test("pressed twice at once it is one signature, and what counts stays as it is", async () => {
  const { email, form } = await aHolder();
  const answers = await Promise.all([site.post(form, agreed), site.post(form, agreed)]);
  expect(answers.map(({ status }) => status)).toEqual([303, 303]);
  expect((await site.post(form, { ...agreed, display: "public" })).status).toBe(303);
  expect(await signaturesOf(email)).toMatchObject([{ state: "confirmed" }]);
  const [row] = await site.db.execute(sql`
    select g.display, (select count(*)::int from outbox d
      where d.signature_id = g.id and template = 'receipt') as n
    from signatures g join supporters s on s.id = g.supporter_id where s.email = ${email}`);
  expect(row).toEqual({ display: "anonymous", n: 1 });
});

test("the form that knows somebody warns as the public one, and keeps what was chosen", async () => {
  const { form } = await aHolder();
  const page = await (await site.get(form)).text();
  const open = await (await site.get(campaign)).text();
  const { consents } = words("en").sign.form;
  const texts = [consents.deliverHint("Microsoft"), consents.deliver("Microsoft"), consents.sign];
  for (const each of texts)
    expect([textOfPage(open), textOfPage(page)]).toEqual([
      expect.stringContaining(each),
      expect.stringContaining(each),
    ]);
  for (const link of [
    `href="${campaign}/petition"`,
    `href="${campaign}/privacy"`,
    `href="${campaign}/signers"`,
  ])
    expect(page).toContain(link);
  const chosen = { display: "initials", consent_deliver: "on", consent_updates: "on" };
  const refused = await site.post(form, chosen);
  expect(refused.status).toBe(422);
  const again = await refused.text();
  for (const box of ["consent_deliver", "consent_updates"])
    expect(again).toMatch(new RegExp(`<input[^>]*name="${box}"[^>]*checked=""`));
  expect(again).not.toMatch(/<input[^>]*name="consent_sign"[^>]*checked=""/);
  expect(again).toMatch(/<option[^>]*value="initials"[^>]*selected=""/);
});

test("the form knows somebody for half an hour, by link, unless set aside", async () => {
  const { email } = await aHolder();
  const [{ person = "" } = {}] = await signaturesOf(email);
  const keys = makeKeys([site.env.SECRET]);
  const link = (purpose: TokenPurpose, minutesAgo: number) => {
    const issuedAt = new Date(Date.now() - minutesAgo * 60_000);
    const expiresAt = new Date(issuedAt.getTime() + 30 * 60_000);
    return `${campaign}/sign/${createToken(keys, purpose, { subject: person, issuedAt, expiresAt })}`;
  };
  const known = (minutesAgo: number) => {
    const whose = { supporterPublicId: person, campaign: "microsoft-ice" };
    return knownPath(keys, "sign", whose, new Date(Date.now() - minutesAgo * 60_000));
  };
  // An expired link leads to the public form.
  const form = await site.get(known(31));
  expect([form.status, form.headers.get("location")]).toEqual([303, `${campaign}#sign`]);
  expect((await site.post(known(31), agreed)).headers.get("location")).toBe(`${campaign}#sign`);
  for (const dead of [
    link("sign", 1),
    link("pledge", 1),
    link("manage", 1),
    `${campaign}/sign/${"A".repeat(54)}`,
  ])
    expect([(await site.get(dead)).status, (await site.post(dead, agreed)).status]).toEqual([404, 404]);
  expect(await signaturesOf(email)).toMatchObject([{ state: null }]);
  const evil = await site.post(known(29), agreed, { origin: "https://evil.example" });
  expect(evil.status).toBe(403);
  expect((await site.post(known(29), agreed)).status).toBe(303);
  await site.db.execute(sql`
    update signatures set state = 'invalidated', invalidated_at = now()
    where supporter_id = (select id from supporters where email = ${email})`);
  expect((await site.post(known(1), agreed)).status).toBe(404);
  expect(await signaturesOf(email)).toMatchObject([{ state: "invalidated" }]);
});

test("the pledge form from the step before shows and changes no pledge in force", async () => {
  const { email } = await aHolder();
  const [{ person = "" } = {}] = await signaturesOf(email);
  const whose = { supporterPublicId: person, campaign: "microsoft-ice" };
  const at = (minutesAgo: number) => new Date(Date.now() - minutesAgo * 60_000);
  const form = knownPath(makeKeys([site.env.SECRET]), "pledge", whose, at(0));
  const late = await site.get(knownPath(makeKeys([site.env.SECRET]), "pledge", whose, at(31)));
  expect([late.status, late.headers.get("location")]).toEqual([303, `${campaign}/pledge`]);
  const pledges = () =>
    site.db.execute(sql`
      select p.version, p.status from pledges p join supporters s on s.id = p.supporter_id where s.email = ${email}`);
  const pledged = { kind: "direct", holding_form: "broker", consent_pledge: "on" };
  const first = await (await site.get(form)).text();
  const second = await (await site.post(form, { way: "broker", step: "1" })).text();
  for (const html of [first, second]) {
    expect(textOfPage(html)).not.toMatch(/1,?250|Change how you will vote/);
    expect(html).not.toMatch(/value="1250"/);
  }
  const [who = ""] = /class="who".*?<\/p>/s.exec(second) ?? [];
  expect(who).toContain("Ada Holder");
  expect(who).not.toContain("United States");
  const answer = await site.post(form, { ...pledged, shares: "7", comment: "Words of somebody else." });
  expect(answer.status).toBe(409);
  const text = textOfPage(await answer.text());
  expect(text).toContain("This pledge was not stored");
  expect(text).toContain("Words of somebody else.");
  expect(await pledges()).toEqual([{ version: 1, status: "active" }]);
  await waitForMail(site, email, ({ text = "" }) => /entered\s+another\s+pledge/.test(text));
  // Repeating a pledge counts as the one in force only by a link made before it, as by pressing twice.
  const later = knownPath(makeKeys([site.env.SECRET]), "pledge", whose, at(-0.1));
  expect((await site.post(later, { ...pledged, shares: "1250" })).status).toBe(409);
  const before = knownPath(makeKeys([site.env.SECRET]), "pledge", whose, at(1));
  expect((await site.post(before, { ...pledged, shares: "1250" })).status).toBe(303);
  expect(await pledges()).toEqual([{ version: 1, status: "active" }]);
});
