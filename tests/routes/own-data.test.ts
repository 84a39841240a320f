import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { createToken } from "#app/lib/token.server.ts";
import { testKeys } from "#tests/support/builders.ts";
import { holding, letter } from "#tests/support/forms.ts";
import { anAddress, aSite, linkIn, press, waitForMail } from "#tests/support/site.ts";

const site = await aSite({ TRUST_PROXY: "1" });
const campaign = "/c/microsoft-ice";

let networks = 0;
/** Posts from a new network. */
const fromElsewhere = (path: string, fields: Record<string, string>) => {
  const n = ++networks;
  return site.post(path, fields, { "x-forwarded-for": `10.${n >> 8}.${n & 255}.1` });
};

const holder = { name: "A Stranger", country: "US" };
const written = { ...letter, role: "customer" };
const signs = (email: string) => fromElsewhere(`${campaign}/sign`, { ...holder, email, consent_sign: "on" });
const pledges = (email: string) => fromElsewhere(`${campaign}/pledge`, { ...holder, ...holding, email });
const writes = (email: string, body = letter.body) =>
  fromElsewhere(`${campaign}/letter`, { ...holder, ...written, email, body });

/** Lets an hour pass for emails to this address: those that wait a minute may be sent again. */
const anHourPasses = (email: string) =>
  site.db.execute(sql`
    update outbox d set created_at = d.created_at - interval '1 hour', due_at = least(d.due_at, now())
    from supporters p where p.id = d.supporter_id and p.email = ${email}`);

const mailsTo = async (email: string) =>
  (await site.mails()).filter((mail) => [mail.to].flat().some((to) => to?.text === email));

test("forms that a stranger fills in leave a person the link to their own data", async () => {
  const email = anAddress();
  for (const post of [signs, pledges, writes]) expect((await post(email)).status).toBe(303);
  await expect.poll(async () => (await mailsTo(email)).length).toBeGreaterThanOrEqual(2);
  for (let again = 0; again < 3; again++) {
    await anHourPasses(email);
    await fromElsewhere(`${campaign}/resend`, { email });
    await writes(email, `Words of somebody else, ${again}.`);
  }

  await site.post("/manage", { email });
  const link = linkIn(await waitForMail(site, email, isManage), "manage");
  const erased = await site.post(link, { intent: "erase", understood: "on" });
  expect(await erased.text()).toContain("All your data is erased");
});

const isManage = ({ text }: { text?: string | undefined }) => /\/manage\/[A-Za-z0-9_-]{50}/.test(text ?? "");

test("past the daily limit people confirm from their own page", async () => {
  const email = anAddress();
  for (const body of ["Words of somebody else.", "More of them."]) await writes(email, body);
  await site.formsTaken();
  const own = { ...holder, name: "Olga Owner" };
  await fromElsewhere(`${campaign}/letter`, { ...own, ...written, email, body: "My own words to you." });
  await fromElsewhere(`${campaign}/pledge`, { ...own, ...holding, email });
  await site.formsTaken();
  await fromElsewhere("/manage", { email });
  const page = linkIn(await waitForMail(site, email, isManage), "manage");
  const html = await (await site.get(page)).text();
  const confirms = [...html.matchAll(/href="(\/confirm\/[\w-]+)">([^<]+)</g)];
  expect(confirms.map(([, , words]) => words).sort()).toEqual([
    ...Array(3).fill("Read this letter and confirm it"),
    "Review and confirm this pledge",
  ]);

  for (const [, link = ""] of confirms) {
    const pageHtml = await (await site.get(link)).text();
    if (/somebody else|More of them/.test(pageHtml)) continue;
    expect(pageHtml).toContain("Olga Owner");
    expect((await press(site, link)).status).toBe(303);
  }
  const after = await (await site.get(page)).text();
  expect(after).toContain("My own words to you.");
  expect(after).not.toMatch(/somebody else|More of them|\/confirm\//);
});

test("forms that ask for an address answer without waiting for stored data", async () => {
  const email = anAddress();
  const posts: [path: string, fields: Record<string, string>][] = ["", "/es"].flatMap((language) => [
    [`${language}/manage`, {}],
    [`${language}${campaign}/resend`, {}],
    [`${language}${campaign}/pledge`, { ...holder, step: "1", way: "broker" }],
    [`${language}${campaign}/pledge`, { ...holder, ...holding }],
    [`${language}${campaign}/letter`, { ...holder, ...written, step: "preview" }],
    [`${language}${campaign}/letter`, { ...holder, ...written }],
  ]);
  await signs(email);
  await waitForMail(site, email);

  // Only the test may even read who signed, pledged, wrote or was emailed.
  const hold = site.db.$client.begin(async (tx) => {
    await tx`lock table supporters, signatures, pledges, letters, consents, outbox,
      suppressions in access exclusive mode`;
    const answers = [];
    for (const [path, fields] of posts) {
      for (const whose of [email, anAddress()])
        answers.push((await fromElsewhere(path, { ...fields, email: whose })).status);
    }
    return answers;
  });
  expect(await hold).toEqual(
    posts.flatMap(([path, fields]) =>
      Array(2).fill(path.endsWith("/manage") || "step" in fields ? 200 : 303),
    ),
  );
  await site.formsTaken();
});

test("a link that has expired mails a fresh one, which nobody without it can keep away", async () => {
  const email = anAddress();
  await signs(email);
  await waitForMail(site, email);
  const [row] = await site.db.execute<{ id: string }>(
    sql`select public_id as id from supporters where email = ${email}`,
  );
  const hours = (n: number) => new Date(Date.now() - n * 3_600_000);
  const linkOf = (age: number) => {
    const times = { issuedAt: hours(age), expiresAt: hours(age - 168) };
    return `/manage/${createToken(testKeys, "manage", { subject: row?.id ?? "", ...times })}`;
  };
  const links = async () => (await mailsTo(email)).filter(isManage).length;
  for (let asked = 1; asked <= 4; asked++) {
    const page = await (await fromElsewhere("/manage", { email })).text();
    expect(page).toContain("a link to your page is on its way or came in the last 24 hours");
    await site.formsTaken();
    await expect.poll(links).toBe(Math.min(asked, 3));
    await anHourPasses(email);
  }

  const ask = (age: number) => fromElsewhere(linkOf(age), { intent: "fresh-link" });
  expect(await (await ask(24 * 30)).text()).toContain("A new link is on its way to your address");
  await expect.poll(links).toBe(4);
  await anHourPasses(email);
  expect(await (await fromElsewhere(`/es${linkOf(30)}`, { intent: "fresh-link" })).text()).toContain(
    "está en camino a su dirección",
  );
  await expect.poll(links).toBe(5);
  await anHourPasses(email);
  await ask(30);
  await expect.poll(links).toBe(6);
  await anHourPasses(email);
  expect(await (await ask(30)).text()).toContain("came in the last 24 hours");
  expect((await fromElsewhere("/manage/none", { intent: "fresh-link" })).status).toBe(404);
});
