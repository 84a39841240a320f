import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { anAddress, aSite, linkIn, press, waitForMail, waitForReceipt } from "#tests/support/site.ts";

const site = await aSite();
const campaign = "/c/microsoft-ice";
const plain = (html: string) => html.replaceAll("<!-- -->", "").replaceAll("&amp;", "&");
const page = async (path: string) => plain(await (await site.get(path)).text());

/** Signs on the page that a link led to, and confirms. */
async function aSigner(query = "") {
  const email = anAddress();
  const fields = { name: "Ana Sample", email, country: "US", consent_sign: "on" };
  await site.post(`${campaign}/sign`, fields, { referer: `${site.url}${campaign}${query}` });
  const answer = await press(site, linkIn(await waitForMail(site, email), "confirm"));
  const receipt = await waitForReceipt(site, email);
  return { email, thanks: answer.headers.get("location") ?? "", manage: linkIn(receipt, "manage") };
}

const codeIn = (html: string) => /\?source=(p-[0-9a-z]{10})"/.exec(html)?.[1] ?? "";

test("a personal share link exists only on request, then in every link", async () => {
  const { thanks, email } = await aSigner();
  const before = await page(thanks);
  expect(codeIn(before)).toBe("");
  expect(before).toContain("source%3Dmail");
  expect(before).toContain("Get my own link");
  const links = await site.db.execute(sql`
    select l.code from share_links l join supporters p on p.id = l.supporter_id where p.email = ${email}`);
  expect([...links]).toEqual([]);

  const answer = await site.post(thanks, { intent: "own-link" });
  expect([answer.status, answer.headers.get("location")]).toEqual([303, `${thanks}#share`]);
  const after = await page(thanks);
  const code = codeIn(after);
  expect(code).toMatch(/^p-/);
  expect(after).not.toContain("source%3Dmail");
  expect(after.split(`source%3D${code}`).length).toBeGreaterThan(8);
  expect(after).toContain("These links are your own now.");
  await site.post(thanks, { intent: "own-link" });
  expect(codeIn(await page(thanks))).toBe(code);
});

test("signatures count for a personal link, shown in steps of five", async () => {
  const sharer = await aSigner();
  await site.post(sharer.thanks, { intent: "own-link" });
  const code = codeIn(await page(sharer.thanks));
  const came = await aSigner(`?source=${code}`);
  const [row] = await site.db.execute<{ source: string; arrived: number; back: number | null }>(sql`
    select s.source, l.arrived, s.share_link_id as back from signatures s
    join supporters p on p.id = s.supporter_id
    cross join share_links l where p.email = ${came.email} and l.code = ${code}`);
  expect(row).toEqual({ source: "own-link", arrived: 1, back: null });
  expect(await page(came.manage)).not.toContain(code);

  const managePath = await page(sharer.manage);
  expect(managePath).toContain(`${site.url}${campaign}?source=${code}`);
  expect(managePath).toContain("Fewer than 5 people have signed through it since");
  await site.db.execute(sql`update share_links set arrived = 12 where code = ${code}`);
  expect(await page(sharer.manage)).toContain("At least 10 people have signed through it since");
});

test("its person ends it on their page, in their language, and asks for another there", async () => {
  const sharer = await aSigner();
  await site.post(`/es${sharer.thanks}`, { intent: "own-link" });
  const [row] = await site.db.execute<{ signature: string; code: string }>(sql`
    select s.public_id as signature, l.code from share_links l join supporters p on p.id = l.supporter_id
    join signatures s on s.supporter_id = p.id where p.email = ${sharer.email}`);
  const { signature = "", code = "" } = row ?? {};
  const manage = `/es${sharer.manage}`;
  expect(await page(manage)).toContain("Menos de 5 personas firmaron con él desde el");
  const ended = await (await site.post(manage, { intent: "forget-link", signature })).text();
  expect(ended).toContain("El enlace está olvidado.");
  expect(ended).not.toContain(code);
  const again = await (await site.post(manage, { intent: "own-link", signature })).text();
  expect(codeIn(plain(again))).toMatch(/^p-/);
  expect(codeIn(plain(again))).not.toBe(code);
});

test("a visit by somebody’s own link is counted without its code", async () => {
  const sharer = await aSigner();
  await site.post(sharer.thanks, { intent: "own-link" });
  const code = codeIn(await page(sharer.thanks));
  await site.get(`${campaign}?source=${code}`, { "user-agent": "Mozilla/5.0" });
  await expect
    .poll(async () => {
      const rows = await site.db.execute<{ value: string }>(
        sql`select distinct value from activity_hours where measure = 'visit-source' and value like '%own%'
          or value = ${code}`,
      );
      return rows.map(({ value }) => value);
    })
    .toEqual(["own-link"]);
});
