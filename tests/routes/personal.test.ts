import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { createToken } from "#app/lib/token.server.ts";
import { testKeys } from "#tests/support/builders.ts";
import { anAddress, aSite, linkIn, press, waitForMail, waitForReceipt } from "#tests/support/site.ts";
import { inboxOf } from "#tests/support/ways.ts";

const site = await aSite();
const campaign = "/c/microsoft-ice";
/** The database's current count; pages and count.json follow within two seconds. */
const counted = async () => {
  const [row] = await site.db.execute(sql`select sum(confirmed + erased)::int as n from campaign_counts`);
  return Number(row?.n);
};
const published = async () =>
  ((await (await site.get(`${campaign}/count.json`)).json()) as { signatures: number }).signatures;

async function aConfirmedSigner(fields: Record<string, string> = {}) {
  const email = anAddress();
  await site.post(`${campaign}/sign`, {
    name: "Ana Sample",
    email,
    country: "US",
    consent_sign: "on",
    ...fields,
  });
  await press(site, linkIn(await waitForMail(site, email), "confirm"));
  const receipt = await waitForReceipt(site, email);
  const [row] = await site.db.execute<{ person: string; signature: string }>(sql`
    select p.public_id as person, s.public_id as signature
    from supporters p join signatures s on s.supporter_id = p.id where p.email = ${email}`);
  if (!row) throw new Error("nothing was stored");
  return { email, link: linkIn(receipt, "manage"), ...row };
}

const consentsOf = async (email: string) => {
  const rows = await site.db.execute<{ purpose: string }>(sql`
    select c.purpose from consents c join supporters p on p.id = c.supporter_id
    where p.email = ${email} and c.revoked_at is null order by c.purpose::text`);
  return rows.map(({ purpose }) => purpose);
};

test("a person sees everything that is held, corrects it and changes each consent", async () => {
  const { email, link, signature } = await aConfirmedSigner({ comment: "First words", display: "public" });
  // An address may break after its @ and before its dots.
  const page = (await (await site.get(link)).text()).replaceAll("<wbr/>", "");
  for (const expected of ["Ana Sample", email, "United States", "First words", "counted"])
    expect(page).toContain(expected);

  const corrected = await site.post(link, {
    intent: "correct",
    signature,
    name: "Ana Corrected",
    country: "DE",
    postal_code: "10115",
    comment: "Better words",
  });
  expect(await corrected.text()).toContain("Your corrections are saved.");
  const [row] = await site.db.execute(sql`
    select p.name, p.country, p.postal_code, s.comment from supporters p
    join signatures s on s.supporter_id = p.id
    where p.email = ${email}`);
  expect(row).toEqual({
    name: "Ana Corrected",
    country: "DE",
    postal_code: "10115",
    comment: "Better words",
  });

  await site.post(link, { intent: "consent", signature, consent_deliver: "on", display: "initials" });
  expect(await consentsOf(email)).toEqual(["deliver_to_company", "public_name", "sign"]);
  await site.post(link, { intent: "hide", signature });
  expect(await consentsOf(email)).toEqual(["deliver_to_company", "sign"]);
});

test("a correction that cannot be stored keeps what was typed", async () => {
  const { link, signature } = await aConfirmedSigner();
  const answer = await site.post(link, {
    intent: "correct",
    signature,
    name: "",
    country: "US",
    comment: "Kept words",
  });
  expect(answer.status).toBe(422);
  const html = await answer.text();
  expect(html).toContain("Enter your name");
  expect(html).toContain("Kept words");

  // The same form in Spanish, with all that was typed; nothing is stored.
  const action = /formAction="([^"]+\?again=corrected)"/i.exec(html)?.[1] ?? "";
  expect(action).toMatch(/^\/es\/manage\//);
  const spanish = await site.post(action, { signature, name: "", country: "ES", comment: "Kept words" });
  expect(spanish.status).toBe(422);
  const pageText = await spanish.text();
  expect(pageText).toContain("Escriba su nombre");
  expect(pageText).toContain("Kept words");
  expect(pageText).toContain('<option value="ES" selected="">');
  const rows = await site.db.execute(sql`
    select p.country from supporters p join signatures s on s.supporter_id = p.id
    where s.public_id = ${signature}`);
  expect([...rows]).toEqual([{ country: "US" }]);
});

test("withdrawing takes the signature out of the count, for good unless one signs again", async () => {
  const { link, signature } = await aConfirmedSigner();
  const before = await counted();
  expect(await (await site.post(link, { intent: "withdraw", signature })).text()).toContain(
    "no longer counts",
  );
  expect(await counted()).toBe(before - 1);
  await expect.poll(published).toBe(before - 1);
});

test("one person's link does nothing to another person's signature", async () => {
  const mine = await aConfirmedSigner();
  const other = await aConfirmedSigner({ display: "public" });
  for (const intent of ["withdraw", "hide", "correct", "consent"]) {
    await site.post(mine.link, {
      intent,
      signature: other.signature,
      name: "Evil",
      country: "US",
      display: "anonymous",
    });
  }
  const [row] = await site.db.execute(sql`
    select p.name, s.state, s.display from supporters p join signatures s on s.supporter_id = p.id
    where s.public_id = ${other.signature}`);
  expect(row).toEqual({ name: "Ana Sample", state: "confirmed", display: "public" });
});

test("an act on no signature of one's own is refused", async () => {
  const { link } = await aConfirmedSigner();
  for (const intent of ["withdraw", "hide", "consent"]) {
    expect((await site.post(link, { intent, signature: "not-a-uuid" })).status).toBe(422);
    expect((await site.post(link, { intent })).status).toBe(422);
  }
});

test("everything held can be taken away as a file by a fresh link only", async () => {
  const { email, link, person } = await aConfirmedSigner();
  const asked = await site.post(link, { intent: "export" });
  expect(asked.status).toBe(303);
  const file = await site.get(asked.headers.get("location") ?? "");
  expect(file.headers.get("content-disposition")).toContain("attachment");
  const ownData = (await file.json()) as { person: { email: string }; consents: unknown[]; mails: unknown[] };
  expect(ownData.person.email).toBe(email);
  expect(ownData.consents).toHaveLength(1);
  expect(JSON.stringify(ownData)).not.toMatch(/"id"|supporterId|campaignId/);

  const old = staleLink(person, 25);
  expect(await (await site.get(old)).text()).toContain("must be less than a day old");
  expect((await site.get(`${old}/export`)).status).toBe(404);
  await site.post(old, { intent: "erase", understood: "on" });
  expect(await site.db.execute(sql`select 1 from supporters where email = ${email}`)).toHaveLength(1);
});

const staleLink = (person: string, hours: number) => {
  const issuedAt = new Date(Date.now() - hours * 3_600_000);
  const expiresAt = new Date(issuedAt.getTime() + 7 * 86_400_000);
  return `/manage/${createToken(testKeys, "manage", { subject: person, issuedAt, expiresAt })}`;
};

test("erasing leaves nothing in the database or the mail folder, and the count stays", async () => {
  const { email, link } = await aConfirmedSigner({
    name: "Quetzalcoatl Onlyonce",
    comment: "Unrepeatable remark",
  });
  const before = await counted();
  const refused = await site.post(link, { intent: "erase" });
  expect(refused.status).toBe(422);
  expect(await (await site.post(link, { intent: "erase", understood: "on" })).text()).toContain(
    "All your data is erased",
  );

  const tables = await site.db.execute<{ name: string }>(sql`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema')`);
  for (const { name } of tables) {
    const rows = await site.db.$client.unsafe(`select t::text as row from ${name} t`);
    const dump = rows.map(({ row }) => row).join("\n");
    for (const trace of [email, "Quetzalcoatl", "Unrepeatable"]) {
      expect(dump, name).not.toContain(trace);
      expect(dump, name).not.toContain(Buffer.from(trace).toString("hex"));
    }
  }
  const files = readdirSync(site.mailDir).map((name) => readFileSync(join(site.mailDir, name), "utf8"));
  for (const file of files) for (const trace of [email, "Quetzalcoatl"]) expect(file).not.toContain(trace);
  expect(readFileSync(join(site.folder, "erasures.log"), "utf8")).not.toContain(email);
  expect(await counted()).toBe(before);
  expect((await site.get(link)).status).toBe(404);

  await site.post(`${campaign}/sign`, { name: "Ana", email, country: "US", consent_sign: "on" });
  await press(site, linkIn(await waitForMail(site, email), "confirm"));
  expect(await counted()).toBe(before);
});

test("asking for a link answers the same for every address, and mails only a known one", async () => {
  const { email } = await aConfirmedSigner();
  const known = await (await site.post("/manage", { email })).text();
  const unknown = await (await site.post("/manage", { email: anAddress() })).text();
  expect(known).toBe(unknown);
  await waitForMail(site, email, ({ subject }) => subject !== "One step left: confirm your signature");
  const resent = await site.post(`${campaign}/resend`, { email: anAddress() });
  expect(inboxOf(resent)).toBe(`${campaign}/check-your-inbox?for=388`);
  expect((await site.post("/manage", { email: "nonsense" })).status).toBe(422);
});

test("links that are expired, cut short or of another kind open nothing", async () => {
  const { link, person } = await aConfirmedSigner();
  expect((await site.get(staleLink(person, 24 * 8))).status).toBe(410);
  const token = link.split("/").pop() ?? "";
  expect((await site.get(link.slice(0, -1))).status).toBe(404);
  expect((await site.get(`/confirm/${token}`)).status).toBe(404);
  expect((await site.get(`/thanks/${token}`)).status).toBe(404);
});

test("what nobody confirmed says so, and can be confirmed until it expires", async () => {
  const email = anAddress();
  await site.post(`${campaign}/sign`, { name: "Ana", email, country: "US", consent_sign: "on" });
  await waitForMail(site, email);
  const [row] = await site.db.execute<{ id: string }>(sql`
    select s.public_id as id from signatures s join supporters p on p.id = s.supporter_id
    where p.email = ${email}`);
  const issuedAt = new Date(Date.now() - 8 * 86_400_000);
  const expired = createToken(testKeys, "confirm", {
    subject: row?.id ?? "",
    issuedAt,
    expiresAt: new Date(Date.now() - 86_400_000),
  });
  expect((await site.get(`/confirm/${expired}`)).status).toBe(404);
  await site.post(`/confirm/${expired}`, {});
  const [after] = await site.db.execute(sql`select state from signatures where public_id = ${row?.id}`);
  expect(after?.state).toBe("pending");
});
