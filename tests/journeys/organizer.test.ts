import { createHash } from "node:crypto";
import { parse } from "csv-parse/sync";
import { generateSync } from "otplib";
import { expect, test } from "vitest";
import { screenNewNames } from "#app/domain/names/screen-new-names.server.ts";
import { runBulks } from "#app/tasks/index.ts";
import { seededCampaign } from "#tests/support/companies.ts";
import { anOwner, aSigner, reauthenticate } from "#tests/support/journeys.ts";
import { aSignatureOnHold } from "#tests/support/reviews.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";
import { anAddress, aSite, linkIn, waitForMail } from "#tests/support/site.ts";
import { type Page, Visitor } from "#tests/support/visitor.ts";
import { unzipped } from "#tests/support/zip.ts";

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
  const [head, ...lines] = series.bytes.toString().trim().split("\r\n");
  const columns = ["joined", "left", "pledges", "letters", "mails"];
  expect(head).toBe(["from", ...columns, ...columns.map((name) => `${name}_before`)].join(","));
  expect(lines).toHaveLength(7 * 24);
  expect(lines.reduce((sum, line) => sum + Number(line.split(",")[1]), 0)).toBeGreaterThan(0);
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

test("statements of a Spanish template are removed together, and brought back", async () => {
  const { visitor } = await anOwner(site, campaign);
  const form = await visitor.open("/organize/new");
  form.fill({ Title: "Hoshino: trenes de noche", Address: "trenes", Company: "Another company" });
  form.check(/^A template/).fill({ "Name of the other company": "Hoshino", "Default language": "Spanish" });
  const begun = await form.press("Create the campaign");
  expect(begun.texts("h2")).toContain("Before this campaign opens");
  expect((await visitor.open("/organize/c/trenes")).text).not.toContain("Nothing needs your attention.");
  const claims = await visitor.open("/organize/c/trenes/edit/claims");
  const boxes = (page: Page) => page.texts("label").filter((name) => name.startsWith("Select statement"));
  expect(boxes(claims)).toHaveLength(7);
  expect(claims.text).toContain("[Una frase que se recuerde.]");
  const remove = "Remove the selected statements";
  expect((await claims.in("#to-remove").press(remove)).alert).toContain("Select the statements to remove.");
  claims.check(/^Select statement 2/, /^Select statement 4/);
  const chosen = await claims.in("#to-remove").press(remove);
  expect(chosen.text).toContain("Will be deleted (2)");
  const removed = await chosen.press("Remove 2 statements");
  expect(removed.done).toContain("2 statements removed.");
  expect(boxes(removed)).toHaveLength(5);
  const back = await removed.press("Undo");
  expect(back.done).toContain("2 statements restored.");
  expect(boxes(back)).toHaveLength(7);
});

test("a statement is written, previewed, published, edited and removed, with history", async () => {
  const { visitor } = await anOwner(site, campaign);
  const words = "The statement that stands for a test.";
  const soon = (text: string) =>
    expect.poll(async () => (await new Visitor(site).open("/c/microsoft-ice")).text).toContain(text);
  const form = await (await visitor.open(`${base}/edit/claims`)).follow("Add a statement");
  const empty = await form.press("Save as draft", { asOldBrowser: true });
  expect(empty.alert).toContain("Write the statement");
  empty.fill({ Kind: "Opinion", "#text": words, Attribution: "This campaign" });
  const draft = await empty.press("Save as draft");
  expect(draft.done).toContain("Added as a draft.");
  expect((await new Visitor(site).open("/c/microsoft-ice")).text).not.toContain(words);
  const preview = await visitor.open(`${base}/edit/preview?all=1`);
  expect(preview.text).toContain(words);
  expect(preview.text).toContain("This is a preview");
  const published = await draft.press("Publish this statement");
  expect(published.done).toContain("Published.");
  await soon(words);
  const edited = await published.fill({ "#text": `${words} And for another.` }).press("Save as draft");
  expect(edited.texts(".edit-side ins").join(" ")).toContain("And for another.");
  const again = await (await visitor.open(`${base}/edit`)).press("Publish the selected changes");
  expect(again.done).toContain("Published.");
  const off = await (await edited.reload()).press("Take it off the public page");
  expect(off.done).toContain("Off the public page");
  const history = await off.follow("History of this statement");
  expect(history.texts("ol.list > li")).toHaveLength(5);
});

test("a suspicious name is left out of a pack that two people approve", async () => {
  const [person, slogan] = ["Wilma Bridge", "Abolish Bridges"];
  for (const name of [person, slogan])
    await aStoredSignature(site.db, campaign, { name, consents: ["sign", "deliver_to_company"] });
  await screenNewNames(site.db);
  const [asker, approver] = [await anOwner(site, campaign), await anOwner(site, campaign)];
  const names = await asker.visitor.open(`${base}/names`);
  expect(names.text).not.toContain(person);
  names.in("tr", slogan).check(/^Choose/);
  expect((await names.press("Leave out")).done).toContain("1 left out.");

  const asked = await (await asker.visitor.open(`${base}/packs`)).press("Ask for a pack");
  expect(asked.done).toContain("Requested. It needs approval.");
  expect(asked.text).toContain("You asked for it, so someone else must approve it");
  expect(asked.hasButton(/^Approve/)).toBe(false);
  const theirs = await (await approver.visitor.open(`${base}/packs`)).press("Approve this pack");
  expect((await reauthenticate(theirs, approver)).done).toContain("Approved. It can be downloaded once.");
  const mine = await (await asked.reload()).press("Download the pack");
  const confirmed = await reauthenticate(mine, asker);
  expect(confirmed.texts("h1, h2")).toContain("Identity confirmed");
  const pack = await confirmed.press("Download the pack");
  const after = async () => (await asker.visitor.open(`${base}/packs`)).text;
  await expect.poll(after).toContain("Signed with key");
  expect((await asker.visitor.open(`${base}/packs`)).hasButton("Download the pack")).toBe(false);

  const { "manifest.json": manifest = "", "signatures.csv": rows } = await unzipped(pack.bytes);
  expect(JSON.parse(manifest).weeding.hidden).toBeGreaterThanOrEqual(1);
  expect(rows).toContain(person);
  expect(rows).not.toContain(slogan);
});

test("an invalidation by conditions is approved by another, read by the public, and undone", async () => {
  const domain = "made-up.example";
  for (let n = 0; n < 3; n++) await aStoredSignature(site.db, campaign, { email: `made${n}@${domain}` });
  const [mine, theirs] = [await anOwner(site, campaign), await anOwner(site, campaign)];
  const form = await mine.visitor.open(`${base}/review/bulk`);
  form.fill({ "#domain": domain, "#note": `{count} of ${domain} were taken out.` });
  const preview = await form.press("Preview matches");
  expect(preview.text).toContain("3 signatures match all conditions.");
  expect(preview.text).toContain(`made2@${domain}`);
  expect((await preview.press("Request to invalidate 3 signatures")).done).toContain("Requested.");

  const entry = async () => (await theirs.visitor.open(`${base}/review/bulk`)).in("section.bulk", domain);
  const asked = await (await entry()).press("Approve the invalidation");
  expect((await reauthenticate(asked, theirs)).done).toContain("Approved.");
  await runBulks(site.db);
  await expect.poll(async () => (await entry()).text).toContain("3 of 3 invalidated");
  await expect
    .poll(async () => (await new Visitor(site).open("/c/microsoft-ice")).text)
    .toContain(`3 of ${domain} were taken out.`);
  const undone = await (await entry()).press("Undo the invalidation");
  expect(undone.done).toContain("The undo starts in a moment.");
  await runBulks(site.db);
  await expect.poll(async () => (await entry()).text).toContain("was undone");
});

test("from “New campaign” to open, begun empty, takes few steps", async () => {
  const { visitor } = await anOwner(site, campaign);
  const did = { clicks: 0, fields: 0 };
  const press = (page: Page, name: string) => {
    did.clicks++;
    return page.press(name);
  };
  const follow = (page: Page, name: string) => {
    did.clicks++;
    return page.follow(name);
  };
  const fill = (page: Page, fields: Record<string, string>) => {
    did.fields += Object.keys(fields).length;
    return page.fill(fields);
  };
  const toList = (page: Page) => follow(page, "Page content");

  const form = await follow(await visitor.open(`${base}/edit`), "New campaign");
  did.clicks++;
  fill(form, { Title: "Hoshino: run the night trains", Address: "steps", Company: "Another company" });
  fill(form.check("Nothing"), { "Name of the other company": "Hoshino Motors" });
  let page = await follow(
    await press(form, "Create the campaign"),
    "Enter the company’s exchange and ticker",
  );
  fill(page, { "#ticker": "7999", "#exchange": "Tokyo", "#zone": "Asia/Tokyo" });
  fill(page, { "#country": "Japan", "#jurisdiction": "Another law" });
  page = await follow(await toList(await press(page, "Save the company")), "Write a subheading");
  fill(page, { "#eyebrow": "Petition", "#standfirst": "We ask for two more trains a night." });
  page = await follow(await toList(await press(page, "Save as draft")), "Publish the petition");
  fill(page, { "#summary": "Run the night trains.", "#body": "We ask Hoshino to run the night trains." });
  page = await press(await press(page, "Save as draft"), "Publish this text");
  page = await follow(await toList(page), "Enter the organization details");
  fill(page, { "#operator": "Night Trains e.V.", "#postal_address": "1 Station Road, 10115 Berlin" });
  fill(page, { "#contact_email": "hello@night-trains.test", "#privacy_contact": "we@night-trains.test" });
  fill(page, { "#funding_line": "Paid for by its members." });
  page = await toList(await press(page, "Save organization details"));
  page = await press(page, "Publish the selected changes");
  did.clicks++;
  const opened = await press(page, "Open the campaign");
  expect(opened.done).toContain("The campaign is open.");
  expect(did.clicks).toBeLessThanOrEqual(19);
  expect(did.fields).toBeLessThanOrEqual(18);
});
