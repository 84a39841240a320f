import { eq, sql } from "drizzle-orm";
import { expect, onTestFailed, test } from "vitest";
import { publishTotals } from "#app/domain/entries/pledges/totals/publish-totals.server.ts";
import { pledges, supporters } from "#db/schema/index.ts";
import { changeRows, testKeys } from "#tests/support/builders.ts";
import { textOfPage } from "#tests/support/guard-rails.ts";
import { nextYear } from "#tests/support/pledges.ts";
import { anAddress, aSite, linkIn, press, waitForMail, waitForReceipt } from "#tests/support/site.ts";

const site = await aSite();
// The seed's meeting, which has no date yet, is upcoming.
await site.db.execute(sql`update meetings set year = ${nextYear} where year = 2027`);
const campaign = "/c/microsoft-ice";
const filled = (email: string, more: Record<string, string> = {}) => ({
  name: "Fay O’Holder",
  email,
  country: "US",
  kind: "fund",
  consent_pledge: "on",
  fund_manager: "Sample & Partners Asset Management",
  ...more,
});
const rowOf = async (email: string) => {
  const [row] = await site.db
    .select({ pledge: pledges })
    .from(pledges)
    .innerJoin(supporters, eq(supporters.id, pledges.supporterId))
    .where(eq(supporters.email, email));
  if (!row) throw new Error("nothing was stored");
  return row.pledge;
};
const flat = (text: string) => text.replace(/\s+/g, " ");
const textOf = async (path: string) => flat(textOfPage(await (await site.get(path)).text()));

async function aFundHolder(more: Record<string, string> = {}, language = "") {
  const email = anAddress();
  expect((await site.post(`${language}${campaign}/pledge`, filled(email, more))).status).toBe(303);
  const asked = await waitForMail(site, email);
  const confirm = linkIn(asked, language ? "es/confirm" : "confirm");
  const confirmed = await press(site, confirm);
  const receipt = await waitForReceipt(site, email);
  return { email, asked, confirm, receipt, thanks: confirmed.headers.get("location") ?? "" };
}

test("the form asks for the manager's name and never for a plan's", async () => {
  const step = { name: "Fay O’Holder", email: anAddress(), country: "US", way: "fund", step: "1" };
  const html = await (await site.post(`${campaign}/pledge`, step)).text();
  expect(html).toMatch(/<input[^>]*name="fund_manager"/);
  expect(flat(textOfPage(html))).toContain("Don’t enter your workplace plan, which shows where you work.");
  const refused = await site.post(
    `${campaign}/pledge`,
    filled(anAddress(), { fund_manager: "Sample Corp 401(k) Plan" }),
  );
  expect(refused.status).toBe(422);
  const again = await refused.text();
  expect(flat(textOfPage(again))).toContain("Enter the manager’s name, not the name of a plan");
  expect(again).toContain('value="Sample Corp 401(k) Plan"');
});

test("the letter to the manager is on the thanks page, to copy, email and print", async () => {
  const { thanks, asked, confirm } = await aFundHolder();
  const html = await (await site.get(thanks)).text();
  const text = flat(textOfPage(html));
  for (const part of [
    "Dear Sample & Partners Asset Management,",
    "I hold a fund of yours that owns shares of Microsoft.",
    "How did your funds vote on items 8 and 9 on December 5, 2025, and why?",
    "end all its agreements with ICE",
    "Sincerely, Fay O’Holder",
  ])
    expect(text).toContain(part);
  const [, href = ""] = /href="(mailto:[^"]+)"/.exec(html) ?? [];
  const mail = new URL(href.replaceAll("&amp;", "&"));
  expect(mail.pathname).toBe("");
  expect(mail.searchParams.get("body")).toMatch(/^Dear Sample & Partners Asset Management,\r\n\r\n/);
  expect(mail.searchParams.get("body")).toMatch(/Sincerely,\r\nFay O’Holder\r\n$/);
  expect(html).toMatch(/<textarea id="letter-text"[^>]*readonly/i);
  expect(html).toMatch(/data-from="letter-text"/);
  expect(html).toMatch(/data-print=""/);
  expect(html).toContain('src="/letter.js"');
  // No email has words that a stranger may have typed before the owner of the address confirms.
  expect(asked.text).not.toContain("Sample & Partners");
  expect(await textOf(confirm)).toContain("Your pledge is already confirmed");
});

test("the letter is in the receipt, in both layouts, and in Spanish", async () => {
  const { receipt } = await aFundHolder();
  for (const part of [flat(receipt.text ?? ""), flat(textOfPage(String(receipt.html)))]) {
    expect(part).toContain("Dear Sample & Partners Asset Management,");
    expect(part).toContain("Sincerely, Fay O’Holder");
  }
  const spanish = await aFundHolder({}, "/es");
  expect(flat(spanish.receipt.text ?? "")).toContain("A la atención de Sample & Partners Asset Management:");
  expect(await textOf(spanish.thanks)).toContain("A la atención de Sample & Partners Asset Management:");
});

test("the confirming page shows the manager, and a change of it is noticed", async () => {
  const email = anAddress();
  await site.post(`${campaign}/pledge`, filled(email));
  const confirm = linkIn(await waitForMail(site, email), "confirm");
  expect(await textOf(confirm)).toContain("Fund manager Sample & Partners Asset Management");
  const [, digest = ""] = /name="digest" value="([^"]+)"/.exec(await (await site.get(confirm)).text()) ?? [];
  await changeRows(site.db, pledges, (await rowOf(email)).id, { fundManager: "Else" });
  const answer = await site.post(confirm, { digest });
  expect(answer.status).toBe(409);
  expect(flat(textOfPage(await answer.text()))).toContain("the fund’s manager");
});

test("the receipt's link opens the question: reading records nothing, a press does", async () => {
  const { email, receipt } = await aFundHolder();
  const link = linkIn(receipt, "voted");
  const manage = linkIn(receipt, "manage");
  const withdraw = async () => {
    await site.post(manage, { intent: "withdraw", pledge: (await rowOf(email)).publicId });
  };
  // If this test fails and runs again, the next one still counts five answers.
  onTestFailed(withdraw);
  for (let scan = 0; scan < 2; scan++) expect((await site.get(link)).status).toBe(200);
  const text = await textOf(link);
  for (const part of [
    "Did you send your letter?",
    "or to write to Sample & Partners Asset Management. What happened?",
    "I sent it. No reply yet",
    "Dear Sample & Partners Asset Management,",
    "The fund’s manager votes its shares.",
  ])
    expect(text).toContain(part);
  expect(await rowOf(email)).toMatchObject({ fundOutcome: "unknown", fundOutcomeAt: null });

  for (const outcome of ["voted_as_pledged", "perhaps"])
    expect((await site.post(link, { outcome })).status).toBe(422);
  const answered = await site.post(link, { outcome: "no_answer" });
  expect(answered.status).toBe(200);
  expect(flat(textOfPage(await answered.text()))).toContain(
    "When a reply comes, tell us with the same link.",
  );
  expect(await rowOf(email)).toMatchObject({ fundOutcome: "no_answer", outcome: "unknown" });

  expect(await textOf(link)).toContain("you told us: sent; no reply yet.");
  const spanish = await site.post(`/es${link}`, { outcome: "supports" });
  expect(flat(textOfPage(await spanish.text()))).toContain("Gracias por preguntarles.");
  expect(await textOf(manage)).toContain("sent; the manager supports such proposals, as you told us");
  const asked = await site.post(manage, { intent: "export" });
  const file = (await (await site.get(asked.headers.get("location") ?? "")).json()) as { pledges: object[] };
  expect(file.pledges).toMatchObject([
    { fundOutcome: "supports", fundManager: "Sample & Partners Asset Management" },
  ]);

  await withdraw();
  expect(await textOf(link)).toContain("This link doesn’t work");
  expect((await site.post(link, { outcome: "declines" })).status).toBe(422);
});

test("five answers are on the page of totals and in its JSON, apart from votes", async () => {
  const before = (await (await site.get(`${campaign}/pledges.json`)).json()) as { fundLetters: unknown };
  expect(before.fundLetters).toBeNull();
  for (let n = 0; n < 5; n++) {
    const { receipt } = await aFundHolder();
    await site.post(linkIn(receipt, "voted"), { outcome: "policy" });
  }
  await publishTotals(site.db, testKeys);
  await expect
    .poll(async () => (await (await site.get(`${campaign}/pledges.json`)).json()) as object, {
      timeout: 15_000,
    })
    .toMatchObject({ fundLetters: { told: 5, answers: { policy: 5 }, hidden: false }, voted: null });
});

test("without a manager's name the letter is to those who vote the fund's shares", async () => {
  const { thanks } = await aFundHolder({ fund_manager: "" });
  expect(await textOf(thanks)).toContain("To those who vote the shares of the fund,");
});

test("only funds have a manager's name, which stays with pledge and form", async () => {
  const direct = anAddress();
  await site.post(
    `${campaign}/pledge`,
    filled(direct, { kind: "direct", holding_form: "broker", shares: "5" }),
  );
  await site.formsTaken();
  expect((await rowOf(direct)).fundManager).toBeNull();

  const { email, receipt } = await aFundHolder();
  expect((await rowOf(email)).fundManager).toBe("Sample & Partners Asset Management");
  const manage = linkIn(receipt, "manage");
  expect(await textOf(manage)).toContain("Sample & Partners Asset Management");
  const html = await (await site.get(manage)).text();
  const [change = ""] = /\/c\/microsoft-ice\/pledge\/[A-Za-z0-9_-]{54}/.exec(html) ?? [];
  expect(await (await site.get(change)).text()).toMatch(
    /<input(?=[^>]* name="fund_manager")[^>]* value="Sample &amp; Partners Asset Management"/,
  );
  const { publicId } = await rowOf(email);
  await site.post(manage, { intent: "withdraw", pledge: publicId });
  expect(await rowOf(email)).toMatchObject({ status: "withdrawn", fundManager: null });
});
