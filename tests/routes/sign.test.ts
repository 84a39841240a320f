import { connect } from "node:net";
import { type SQL, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { anAddress, aSite, linkIn, press, waitForMail } from "#tests/support/site.ts";
import { inboxOf } from "#tests/support/ways.ts";

const site = await aSite();
const campaign = "/c/microsoft-ice";
const filled = (email: string) => ({ name: "Ana Sample", email, country: "US", consent_sign: "on" });
/** Queries the database once the worker has taken the forms. */
const afterwards = async (query: SQL) => {
  await site.formsTaken();
  return site.db.execute(query);
};
const stored = async (email: string) =>
  (await afterwards(sql`select 1 from supporters where email = ${email}`)).length;
const everyone = async () => Number((await afterwards(sql`select count(*)::int as n from supporters`))[0]?.n);
const publicCount = async () =>
  ((await (await site.get(`${campaign}/count.json`)).json()) as { signatures: number }).signatures;

test("a signature goes from form to mail to page to count", async () => {
  const email = anAddress();
  const before = await publicCount();
  const signed = await site.post(`${campaign}/sign`, filled(email));
  expect(signed.status).toBe(303);
  expect(inboxOf(signed)).toBe(`${campaign}/check-your-inbox?for=388`);

  const mail = await waitForMail(site, email);
  expect(mail.subject).toBe("One step left: confirm your signature");
  expect(mail.text).not.toContain("Ana");
  const link = linkIn(mail, "confirm");
  for (let scan = 0; scan < 3; scan++) expect((await site.get(link)).status).toBe(200);
  expect((await fetch(site.url + link, { method: "HEAD" })).status).toBe(200);
  expect(await publicCount()).toBe(before);

  const confirmed = await press(site, link);
  expect(confirmed.status).toBe(303);
  const thanks = await site.get(confirmed.headers.get("location") ?? "");
  expect(thanks.headers.get("cache-control")).toBe("no-store");
  expect(await thanks.text()).toContain("Your signature is counted");
  await expect.poll(publicCount).toBe(before + 1);

  expect((await press(site, link)).status).toBe(303);
  expect(await (await site.get(link)).text()).toContain("already confirmed");
  await waitForMail(site, email, ({ text }) => /\/manage\//.test(text ?? ""));
});

test("new, repeat, confirmed and suppressed addresses get the same answer", async () => {
  const answers: string[] = [];
  const record = async (email: string) => {
    const answer = await site.post(`${campaign}/sign`, filled(email));
    const headers = [...answer.headers].filter(
      ([name]) => !["date", "x-request-id", "location"].includes(name),
    );
    answers.push(JSON.stringify([answer.status, headers, inboxOf(answer), await answer.text()]));
  };
  const known = anAddress();
  await record(known);
  await record(known);
  await press(site, linkIn(await waitForMail(site, known), "confirm"));
  await record(known);

  const never = anAddress();
  await site.post(`${campaign}/sign`, filled(never));
  const link = linkIn(await waitForMail(site, never), "confirm");
  expect(await (await site.post(link, { intent: "never" })).text()).toContain(
    "We won’t write to this address again",
  );
  expect(await stored(never)).toBe(0);
  expect((await site.mails()).filter(({ to }) => [to].flat()[0]?.text === never)).toEqual([]);
  await record(never);
  expect(new Set(answers).size).toBe(1);
});

test("a suppressed address gets no mail", async () => {
  const email = anAddress();
  await site.post(`${campaign}/sign`, filled(email));
  await site.post(linkIn(await waitForMail(site, email), "confirm"), { intent: "never" });
  await site.post(`${campaign}/sign`, filled(email));
  await expect
    .poll(
      async () => {
        const [row] = await site.db.execute(sql`
        select d.state from outbox d join supporters s on s.id = d.supporter_id where s.email = ${email}`);
        return row?.state;
      },
      { timeout: 10_000 },
    )
    .toBe("suppressed");
});

test("fifty identical requests at once get the same 303, one row and one email", async () => {
  const email = anAddress();
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => site.post(`${campaign}/sign`, filled(email))),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
  expect(await stored(email)).toBe(1);
  const rows = await afterwards(sql`
    select d.id from outbox d join supporters s on s.id = d.supporter_id where s.email = ${email}`);
  expect(rows).toHaveLength(1);
});

test("a likely typo in the domain returns the form once, with both spellings", async () => {
  const local = `typo${Date.now()}`;
  const asked = await site.post(`${campaign}/sign`, {
    ...filled(`${local}@gmial.com`),
    comment: "Kept words",
  });
  expect(asked.status).toBe(422);
  const html = await asked.text();
  expect(html).toContain(`value="${local}@gmial.com"`);
  expect(html).toContain(`value="${local}@gmail.com"`);
  expect(html).toContain("Kept words");
  expect(await stored(`${local}@gmial.com`)).toBe(0);

  const kept = await site.post(`${campaign}/sign`, {
    ...filled(`${local}@gmial.com`),
    email_choice: `${local}@gmial.com`,
  });
  expect(kept.status).toBe(303);
  expect(await stored(`${local}@gmial.com`)).toBe(1);
  const mended = await site.post(`${campaign}/sign`, {
    ...filled(`${local}@gmial.com`),
    email_choice: `${local}@gmail.com`,
  });
  expect(mended.status).toBe(303);
  expect(await stored(`${local}@gmail.com`)).toBe(1);
});

test("an error keeps what was typed, says what to do, and stores nothing", async () => {
  const before = await everyone();
  const answer = await site.post(`${campaign}/sign`, {
    name: "Ana <b>Sample</b>",
    email: "ana@example",
    country: "US",
    comment: "Kept words",
    consent_updates: "on",
  });
  expect(answer.status).toBe(422);
  const html = await answer.text();
  expect(html).toContain("two things need a change");
  expect(html).toContain("Ana &lt;b&gt;Sample&lt;/b&gt;");
  expect(html).toContain("Kept words");
  expect(html).toContain("Add the end of the address");
  expect(html).not.toMatch(/\.js:\d/);
  expect(await everyone()).toBe(before);
});

test.each([
  ["a header in the address", { email: "a@example.org\r\nBcc: b@example.org" }, 422],
  ["two addresses", { email: "a@example.org,b@example.org" }, 422],
  ["NUL", { name: "Ana\u0000" }, 422],
  ["a name of 121 characters", { name: "x".repeat(121) }, 422],
  ["a megabyte", { comment: "x".repeat(1_000_000) }, 413],
])(
  "%s is refused with %i and changes nothing".replace("%i", "a clear 4xx"),
  async (_name, fields, status) => {
    const before = await everyone();
    const answer = await site.post(`${campaign}/sign`, { ...filled(anAddress()), ...fields });
    expect(answer.status).toBe(status);
    expect(await everyone()).toBe(before);
  },
);

test("a repeated field or invalid UTF-8 is refused, an unknown campaign is 404", async () => {
  const before = await everyone();
  const raw = (body: string) =>
    fetch(`${site.url}${campaign}/sign`, {
      method: "POST",
      redirect: "manual",
      headers: { origin: site.url, "content-type": "application/x-www-form-urlencoded" },
      body,
    });
  const body = new URLSearchParams(filled(anAddress())).toString();
  expect((await raw(`${body}&email=b%40example.org`)).status).toBe(422);
  expect((await raw(body.replace("Ana", "Ana%FF"))).status).toBe(422);
  expect((await site.post("/c/no-such-campaign/sign", filled(anAddress()))).status).toBe(404);
  expect(await everyone()).toBe(before);
});

test("fields that nobody asked for change nothing", async () => {
  const email = anAddress();
  await site.post(`${campaign}/sign`, {
    ...filled(email),
    status: "confirmed",
    state: "confirmed",
    campaign_id: "99",
  });
  const [row] = await afterwards(sql`
    select s.state, c.slug from signatures s join supporters p on p.id = s.supporter_id
    join campaigns c on c.id = s.campaign_id where p.email = ${email}`);
  expect(row).toEqual({ state: "pending", slug: "microsoft-ice" });
});

test("names of every script survive exactly", async () => {
  for (const name of ["👩‍👩‍👧 Ana", "O’Brien-Łukasz", "محمد العربي", "नमस्ते"]) {
    const email = anAddress();
    await site.post(`${campaign}/sign`, { ...filled(email), name });
    const [row] = await afterwards(sql`select name from supporters where email = ${email}`);
    expect(row?.name).toBe(name);
  }
});

test("a closed campaign answers 410, in the form's words", async () => {
  await site.db.execute(sql`update campaigns set status = 'closed', closed_at = now()`);
  const words = { ...filled(anAddress()), comment: "Kept words" };
  await expect.poll(async () => (await site.post(`${campaign}/sign`, words)).status).toBe(410);
  expect(await (await site.post(`${campaign}/sign`, words)).text()).toContain("Kept words");
  await site.db.execute(sql`update campaigns set status = 'open', closed_at = null`);
  await expect.poll(async () => (await site.post(`${campaign}/sign`, filled(anAddress()))).status).toBe(303);
});

test("a signer's source is the form's, else the address they signed on", async () => {
  const sourceOf = async (fields: object, headers: Record<string, string> = {}) => {
    const email = anAddress();
    await site.post(`${campaign}/sign`, { ...filled(email), ...fields }, headers);
    const [row] = await afterwards(sql`
      select source from signatures s join supporters p on p.id = s.supporter_id where p.email = ${email}`);
    return row?.source;
  };
  expect(await sourceOf({ source: "leaflet" })).toBe("leaflet");
  expect(await sourceOf({}, { referer: `${site.url}${campaign}?utm_source=mail` })).toBe("mail");
  expect(await sourceOf({}, { referer: "https://evil.example/?source=x" })).toBe(null);
  expect(await sourceOf({ source: "Your-Site" })).toBe(null);
  expect(await sourceOf({ source: "=cmd|' /C calc'!A0" })).toBe(null);
  // A returned form, with an error or in another language, still has it.
  for (const path of [`${campaign}/sign`, `/es${campaign}/sign?again=as-typed`]) {
    const referer = `${site.url}${campaign}?source=leaflet`;
    const html = await (await site.post(path, { name: "Ana Sample" }, { referer })).text();
    expect(html, path).toContain('<input type="hidden" name="source" value="leaflet"/>');
  }
});

test("a request line that is no HTTP ends in 400, and the server continues", async () => {
  const { port } = new URL(site.url);
  const answer = await new Promise<string>((resolve) => {
    const socket = connect(Number(port), "127.0.0.1", () => socket.write("NONSENSE\r\n\r\n"));
    socket.once("data", (data) => resolve(data.toString()));
  });
  expect(answer).toMatch(/^HTTP\/1.1 400/);
  expect((await site.get("/healthz")).status).toBe(200);
});
