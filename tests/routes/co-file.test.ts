import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { words } from "#app/i18n/index.ts";
import { pdfText } from "#tests/support/pdf-text.ts";
import { nextYear } from "#tests/support/pledges.ts";
import { aSite } from "#tests/support/site.ts";

const site = await aSite();
const page = "/c/microsoft-ice/co-file";
const { answer, deadline, papers } = words("en").coFile;
const filled = { shares: "40", held_since_month: "2020-01", price: "512.30" };

/** Makes a change and reverts it, so that tests can run in any order. */
async function during(
  change: ReturnType<typeof sql>,
  back: ReturnType<typeof sql>,
  run: () => Promise<void>,
) {
  await site.db.execute(change);
  try {
    await run();
  } finally {
    await site.db.execute(back);
  }
}

const checkedRule = sql`update co_filing_rules
  set as_of = current_date, verified_at = now(), verified_by = 'Ana'`;
const uncheckedRule = sql`update co_filing_rules set as_of = null, verified_at = null, verified_by = null`;
const freshFigures = sql`
  insert into issuer_snapshots (target_id, price_high_60d, as_of, verified_at, verified_by)
  select id, 500, current_date, now(), 'Ana' from targets where slug = 'microsoft'`;
const noFreshFigures = sql`delete from issuer_snapshots where price_high_60d = 500`;

const pageText = async (response: Response) => (await response.text()).replaceAll("<!-- -->", "");

test("the page is shared: cached, no cookies, disclosures, no number from its address", async () => {
  const whole = await site.get(page);
  expect(whole.status).toBe(200);
  expect(whole.headers.get("cache-control")).toMatch(/^public/);
  expect(whole.headers.get("set-cookie")).toBeNull();
  const html = await pageText(whole);
  for (const line of words("en").pledge.disclosures("Microsoft")) expect(html).toContain(line);
  expect(html).toContain("at least $25,000");
  expect(html).toContain(words("en").coFile.rule.notChecked);
  expect(html).toContain(deadline.unknown);
  const asked = await pageText(await site.get(`${page}?shares=40&held_since_month=2020-01&price=512.30`));
  expect(asked).not.toContain(answer.now);
  expect(asked).not.toContain("512.30&");
  expect((await site.get("/c/no-such-campaign/co-file")).status).toBe(404);
});

test("an answer is stored nowhere, keeps its form, and may use an own price", async () => {
  const response = await site.post(page, filled);
  expect(response.status).toBe(200);
  expect(response.headers.get("cache-control")).toBe("no-store");
  const html = await pageText(response);
  expect(html).toContain(answer.now);
  expect(html).toContain("$20,492");
  expect(html).toContain(answer.notCheckedOwn);
  expect(html).toMatch(/name="shares"[^>]*value="40"|value="40"[^>]*name="shares"/);
  const { price: _none, ...unpriced } = filled;
  expect(await pageText(await site.post(page, unpriced))).toContain(answer.why["no-price"]);
  expect(await pageText(await site.post(`/es${page}`, filled))).toContain(words("es").coFile.answer.now);
});

test("with a checked rule and fresh price the answer is checked, without asking", async () => {
  await during(checkedRule, uncheckedRule, () =>
    during(freshFigures, noFreshFigures, async () => {
      const html = await pageText(
        await site.post(page, { shares: "3.999999", tenure_bucket: "unsure", price: "9999" }),
      );
      expect(html).toContain(answer.below);
      expect(html).toContain("4 shares");
      expect(html).toContain(answer.isChecked);
      expect(html).not.toContain('name="price"');
    }),
  );
});

test("the last day for proposals is printed of a verified meeting alone", async () => {
  const meeting = sql`(select m.id from meetings m join targets t on t.id = m.target_id
    where t.slug = 'microsoft' and m.status = 'expected' order by m.year limit 1)`;
  const ofCampaign = sql`campaign_id = (select id from campaigns where slug = 'microsoft-ice')`;
  const chosen = sql`update campaign_companies set meeting_id = ${meeting} where ${ofCampaign}`;
  const known = await site.db.execute(sql`select meeting_id from campaign_companies where ${ofCampaign}`);
  await site.db.execute(chosen);
  const dated = sql`update meetings set proposal_deadline = ${`${nextYear}-06-23`} where id = ${meeting}`;
  const undated = sql`update meetings set proposal_deadline = null, verified_at = null, verified_by = null
    where id = ${meeting}`;
  await during(dated, undated, async () => {
    expect(await pageText(await site.post(page, filled))).toContain(deadline.unknown);
    await site.db.execute(
      sql`update meetings set verified_at = now(), verified_by = 'Ana' where id = ${meeting}`,
    );
    expect(await pageText(await site.post(page, filled))).toContain(`June\u00a023,\u00a0${nextYear}`);
  });
  await site.db.execute(
    sql`update campaign_companies set meeting_id = ${known[0]?.meeting_id ?? null} where ${ofCampaign}`,
  );
});

test("a form with something missing comes back with what to do and what was typed", async () => {
  const response = await site.post(page, { shares: "many", held_since_month: `${nextYear}-01` });
  expect(response.status).toBe(422);
  const html = await pageText(response);
  expect(html).toContain(words("en").coFile.errors["shares-plain"]);
  expect(html).toContain('value="many"');
  expect(html).toContain('href="#shares"');
});

test("empty papers are shared, and the PDF's footer has the text's hash", async () => {
  const pdf = await site.get(`${page}/packet.pdf`);
  expect(pdf.headers.get("content-type")).toBe("application/pdf");
  expect(pdf.headers.get("cache-control")).toMatch(/^public/);
  const text = await site.get(`${page}/packet.txt`);
  expect(text.headers.get("content-type")).toBe("text/plain; charset=utf-8");
  const content = await text.text();
  for (const line of words("en").pledge.disclosures("Microsoft")) expect(content).toContain(line);
  const sha256 = createHash("sha256").update(content).digest("hex");
  expect(pdfText(Buffer.from(await pdf.arrayBuffer()))).toContain(papers.hash(sha256));
  expect((await site.get(`${page}/packet.doc`)).status).toBe(404);
});

test("a name in any script makes papers: as text, and as PDF where printable", async () => {
  for (const [name, prints] of [
    ["Łukasz Nguyễn", true],
    ["Жукова Елена", true],
    ["王小明", false],
    ["محمد بن علي", false],
    ["Ana 🙂 \u202Eevil", false],
  ] as const) {
    const fields = { name, shares: "12.5", held_since_month: "2021-05", paper: "a4" };
    const text = await site.post(`${page}/packet.txt`, fields);
    expect(text.headers.get("cache-control")).toBe("no-store");
    expect(await text.text()).toContain(name.replace("\u202E", ""));
    const pdf = await site.post(`${page}/packet.pdf`, fields);
    expect(pdf.status).toBe(200);
    expect(pdf.headers.get("cache-control")).toBe("no-store");
    const pdfWords = pdfText(Buffer.from(await pdf.arrayBuffer())).replace(/\s+/g, " ");
    expect(pdfWords.includes(name), name).toBe(prints);
    expect(pdfWords.includes("[your name]")).toBe(!prints);
    expect(pdfWords).toContain("You hold 12.5 shares of Microsoft for me.");
  }
});

test("papers that cannot be made bring the page back with what was typed", async () => {
  const fields = { name: "4111 1111 1111 1111", shares: "12,5", held_since_month: "", paper: "a4" };
  const sent = await site.post(`/es${page}/packet.pdf`, fields);
  expect(sent.status).toBe(307);
  expect(sent.headers.get("location")).toBe(`/es${page}`);
  const back = await site.post(`/es${page}`, fields);
  expect(back.status).toBe(422);
  const html = await pageText(back);
  expect(html).toContain(words("es").pledge.errors["name-numbers"]);
  expect(html).toContain('value="12,5"');
  expect(html).toContain('href="#papers-shares"');
  expect(html).not.toMatch(/id="shares"[^>]*value="12,5"/);
  // One button switches the language with all that was typed. The other form shows no errors.
  const buttons = html.match(/formAction="[^"]*\?again=[^"]*"/gi);
  expect(buttons?.map((one) => one.toLowerCase())).toEqual([
    `formaction="${page}?again=as-typed"`,
    `formaction="${page}?again=corrected"`,
  ]);
  const english = await site.post(`${page}?again=corrected`, fields);
  expect(english.status).toBe(422);
  expect(await pageText(english)).toContain(words("en").pledge.errors["name-numbers"]);
});

test("both forms go into the other language as they are, before anything was sent", async () => {
  expect((await (await site.get(page)).text()).match(/formAction="[^"]*\?again=[^"]*"/gi)).toHaveLength(2);
  const wrong = { shares: "12,5", held_since_month: "1000-01" };
  for (const fields of [wrong, { ...wrong, name: "Ana Sample", paper: "a4" }]) {
    const answer = await site.post(`/es${page}?again=as-typed`, fields);
    expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "no-store"]);
    const html = await pageText(answer);
    expect(html).toContain('value="12,5"');
    expect(html).not.toMatch(/role="alert"|aria-invalid|again=corrected/);
    expect(html.includes('value="Ana Sample"')).toBe("name" in fields);
  }
});

test("nothing of what is counted or filled in is stored", async () => {
  const rows = async () => {
    const [row] = await site.db.execute(sql`
      select (select count(*) from supporters) + (select count(*) from pledges) + (select count(*)
        from consents)
        + (select count(*) from outbox) + (select count(*) from audit_entries) as n`);
    return Number(row?.n);
  };
  const before = await rows();
  await site.post(page, { ...filled, shares: "77" });
  await site.post(`${page}/packet.txt`, { name: "Ana Sample", shares: "77" });
  expect(await rows()).toBe(before);
});

/** Hundredths of a second of processor time used by a process, or its main thread (proc(5)). */
function ticksOf(stat: string): number {
  const fields = readFileSync(stat, "utf8").split(") ").at(-1)?.split(" ") ?? [];
  return Number(fields[11]) + Number(fields[12]);
}

test.runIf(process.platform === "linux")("papers are made off the event loop", async () => {
  const { pid } = site;
  const used = () => ({ all: ticksOf(`/proc/${pid}/stat`), main: ticksOf(`/proc/${pid}/task/${pid}/stat`) });
  const ask = async (name: string) => {
    const made = await site.post(`${page}/packet.pdf`, { ...filled, name, paper: "letter" });
    expect(made.headers.get("content-type")).toBe("application/pdf");
    return Buffer.from(await made.arrayBuffer());
  };
  // The first of each takes longer: loading and compiling once.
  expect(pdfText(await ask("Ana Sample"))).toContain("Ana Sample");
  const before = used();
  for (const letter of "ABCD") await ask(`Ana Sample ${letter}.`);
  const after = used();
  expect((after.main - before.main) / (after.all - before.all)).toBeLessThan(0.5);
});
