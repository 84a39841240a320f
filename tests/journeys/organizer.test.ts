import { createHash } from "node:crypto";
import { parse } from "csv-parse/sync";
import { generateSync } from "otplib";
import { expect, test } from "vitest";
import { screenNewNames } from "#app/domain/names/screen-new-names.server.ts";
import { seededCampaign } from "#tests/support/companies.ts";
import { anOwner, aSigner, reauthenticate } from "#tests/support/journeys.ts";
import { aSignatureOnHold } from "#tests/support/reviews.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";
import { anAddress, aSite, linkIn, waitForMail } from "#tests/support/site.ts";
import { Visitor } from "#tests/support/visitor.ts";

const site = await aSite({ TRUST_PROXY: "1" });
const { campaign } = await seededCampaign(site.db);
const base = "/organize/c/microsoft-ice";

/** Reads the newest code mailed to an address, other than an earlier one. */
async function codeFor(email: string, before?: string) {
  const codeIn = (text = "") => /\b(\d{3})\s?(\d{3})\b/.exec(text)?.slice(1).join("");
  const isNew = ({ text }: { text?: string }) => ![undefined, before].includes(codeIn(text));
  return codeIn((await waitForMail(site, email, isNew)).text) ?? "";
}

test("an organizer accepts an invitation, signs out, and signs in by code and second factor", async () => {
  const visitor = new Visitor(site);
  const owner = await anOwner(site, campaign);
  const email = anAddress();
  const team = await owner.visitor.open(`${base}/team`);
  team.fill({ Email: email, Role: "Owner" });
  const invited = await reauthenticate(await team.press("Send the invitation"), owner);
  expect(invited.text).toContain(email);
  const invitation = await visitor.open(linkIn(await waitForMail(site, email), "invite"));
  const asked = await invitation.fill({ "Your name": "Olga Sample" }).press("Accept and send me a code");
  const first = await codeFor(email);
  const begun = await asked.fill({ Code: first }).press("Sign in");
  const app = await begun.press("Set up an app");
  const secret = app.in(".secret code").text.replaceAll(" ", "");
  app.fill({ "Then enter the app’s six digits": generateSync({ secret }) });
  const enrolled = await app.press("Turn on the app");
  const recovery = enrolled.texts(".recovery code");
  expect(recovery).toHaveLength(10);
  const overview = await enrolled.follow("I’ve saved them");
  expect(overview.heading).toBe("Overview");
  expect(overview.text).toContain("Reload the page for newer figures.");

  expect((await overview.in(".who").press("Sign out")).heading).toBe("Sign in");
  const signIn = await visitor.open(`${base}/signatures`);
  expect(signIn.heading).toBe("Sign in");
  const code = await signIn.fill({ Email: email }).press("Send me a code");
  const wrong = await code.fill({ Code: "000000" }).press("Sign in");
  expect(wrong.alert).not.toBe("");
  const second = await wrong.fill({ Code: await codeFor(email, first) }).press("Sign in");
  expect(second.heading).toBe("Confirm with your second factor");
  const back = await second.fill({ "App code": recovery[0] ?? "" }).press("Sign in");
  expect(back.heading).toBe("Signatures");
});

test("an organizer finds a signer, filters by day, and downloads the list", async () => {
  const name = `Zoë "Z" O’Brien`;
  const { email } = await aSigner(site, new Visitor(site), name);
  const { visitor, recovery } = await anOwner(site, campaign);
  const list = await visitor.open(`${base}/signatures`);
  const found = await list.fill({ "Find a person": email.toUpperCase() }).press("Find people");
  expect(found.text).toContain("One person matches.");
  expect(found.in("table").text).toContain(name);
  expect(found.url.href).not.toContain(encodeURIComponent(email));
  const confirmed = await list.follow(/^Confirmed/);
  expect(confirmed.url.search).toContain("state=confirmed");
  expect(confirmed.in("table").text).toContain(email);
  confirmed.fill({ "Signed from": "2020-01-01", "Signed to": "2020-01-31" });
  const early = await confirmed.press("Apply dates");
  expect(early.url.search).toContain("from=2020-01-01");
  expect(early.text).not.toContain(email);

  const hours = await visitor.open(`${base}?by=hour&days=7`);
  const series = await hours.follow("Download as CSV");
  expect(series.bytes.toString().trim().split("\r\n")).toHaveLength(1 + 7 * 24);
  const zoned = await hours.fill({ "Time zone": "Asia/Kolkata" }).press("Save time zone");
  expect(zoned.text).toContain("Time zone saved.");
  expect(zoned.text).toMatch(/As of \S.* \(Asia\/Kolkata\)/);
  expect(zoned.url.search).toContain("by=hour&days=7");

  const exports = await visitor.open(`${base}/exports`);
  const asked = await exports.check(/^Full list/).press("Export the list");
  const file = await (await reauthenticate(asked, { recovery })).refresh();
  const rows: Record<string, string>[] = parse(file.bytes, { columns: true });
  expect(rows.find((row) => row.email === email)).toMatchObject({ name, country: "US", status: "confirmed" });
  const sha256 = createHash("sha256").update(file.bytes).digest("hex");
  expect((await visitor.open(`${base}/exports`)).text).toContain(sha256.slice(0, 8));
});

test("a list is uploaded, tried, imported and undone", async () => {
  const { visitor, recovery } = await anOwner(site, campaign);
  const imports = await visitor.open(`${base}/imports`);
  const list = "email,name,country\nana-import@example.org,Ana Import,US\nnot an address,Ben Import,US\n";
  imports.check(/^Another CSV file/).attach("File", "list.csv", "text/csv", list);
  const uploaded = await imports.press("Upload the file");
  const soon = (text: string) =>
    expect.poll(async () => (await visitor.open(uploaded.url)).text).toContain(text);
  await uploaded.press("Make a dry run");
  await soon("1 new, 0 already here, 1 refused");
  const tried = await uploaded.reload();
  expect(tried.text).toContain("not an email address");
  tried.fill({
    "The words they agreed to": "I sign this petition.",
    "Where they agreed": "The form on our old site",
    "Day by which everyone had agreed": "2026-11-01",
  });
  tried.check(/^Nobody: send them no updates/, /^These people agreed to these words/);
  await reauthenticate(await tried.press("Import 1 person"), { recovery });
  await soon("Import result");
  await (await uploaded.reload()).press("Undo this import");
  await soon("1 removed, 0 kept.");
});

test("names, comments and held signatures are decided and undone by their buttons", async () => {
  const texts = ["One kind word.", "Two kind words.", "See https://x.example/three"];
  const shown = { display: "public", consents: ["sign", "public_name"], textVersion: "2026-12" } as const;
  for (const comment of texts)
    await aStoredSignature(site.db, campaign, { ...shown, comment, name: "Cora Comment" });
  await screenNewNames(site.db);
  const { visitor } = await anOwner(site, campaign);
  const names = await visitor.open(`${base}/names?kind=comment`);
  for (const text of texts.slice(0, 2)) names.in("tr", text).check(/^Choose/);
  expect(names.in("tr", "x.example").text).toContain("A link");
  const approved = await names.press("Approve");
  expect(approved.done).toContain("2 approved.");
  expect(approved.text).not.toContain(texts[0]);
  const undone = await approved.press("Undo");
  expect(undone.done).toContain("2 are on hold again.");
  const held = await undone.fill({ Reason: undone.options("Reason")[1] ?? "" }).press("Filter the list");
  held.in("tr", "x.example").check(/^Choose/);
  expect((await held.press("Leave out")).done).toContain("1 left out.");

  for (const number of ["One", "Two", "Three"])
    await aSignatureOnHold(site.db, campaign, { name: `Rita ${number}`, reasons: ["random"] });
  const review = await visitor.open(`${base}/review?index&reason=random`);
  review.in("tr", "Rita One").check(/./);
  const kept = await review.press("Keep");
  expect(kept.done).toContain("1 signature kept.");
  for (const name of ["Rita Two", "Rita Three"]) kept.in("tr", name).check(/./);
  const invalidated = await kept.press("Invalidate");
  expect(invalidated.done).toContain("2 signatures invalidated.");
  const restored = await invalidated.press("Undo");
  expect(restored.done).toContain("2 signatures restored.");
  expect(restored.text).toContain("Rita Two");
});

test("a campaign about another company begins from the template and names what to do", async () => {
  const { visitor } = await anOwner(site, campaign);
  const form = await visitor.open("/organize/new");
  form.fill({ Title: "Hoshino: run the night trains", Address: "Night Trains", Company: "Another company" });
  const again = await form.check(/^A template/).press("Create the campaign");
  expect(again.alert).toContain("Enter the name of the company");
  expect(again.value("Title")).toBe("Hoshino: run the night trains");
  again.fill({ "Name of the other company": "Hoshino Motors", Address: "night-trains" });
  const begun = await again.press("Create the campaign");
  const list = begun.in("section", /^Before this campaign opens/);
  expect(list.texts("li")).toHaveLength(9);
  expect(begun.hasButton("Open the campaign")).toBe(false);
  expect((await list.follow("Publish the petition")).text).toContain("[What you ask, in one sentence.]");
  const overview = await visitor.open("/organize/c/night-trains");
  const company = await overview.follow("Enter the company’s exchange and ticker");
  expect(company.url.pathname).toMatch(/meetings\/company$/);
});
