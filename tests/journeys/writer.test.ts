import { expect, test } from "vitest";
import { aSigner, campaign, confirmPage, manageLinkOf } from "#tests/support/journeys.ts";
import { anAddress, aSite, linkIn, waitForMail } from "#tests/support/site.ts";
import { type Page, Visitor } from "#tests/support/visitor.ts";

const site = await aSite({ TRUST_PROXY: "1" });

const agree = (page: Page) => page.check(/^The campaign may store/, /^Deliver it to/);

/** Answers the prompts and says who signs. */
async function draft(visitor: Visitor, email: string) {
  const form = await visitor.open(`${campaign}/letter`);
  form.check("A customer").fill({ "Why does it matter to you?": "What you supply should not be a secret." });
  const drafted = await form.press("Write my draft");
  expect(drafted.value("Your letter")).toMatch(
    /^I’m writing as a customer of Microsoft\.\n\nWhat you supply should not be a secret\.\n\nI ask Microsoft to end all/,
  );
  return drafted.fill({ Name: "Ana Sample", Email: email, Country: "United States" });
}

test("a customer writes, previews, confirms, follows and withdraws a letter", async () => {
  const visitor = new Visitor(site);
  const email = anAddress();
  const form = await draft(visitor, email);
  form.fill({ "Your letter": "My own words.\n\nPlease publish what you supply.", "How many": "12" });
  form.check(/^Say in the letter how many/);
  const preview = await form.press("Preview as Microsoft sees it");
  expect(preview.in(".sheet").text).toContain(
    "Please publish what you supply. I hold 12 shares of Microsoft.",
  );
  expect(preview.in(".sheet").text).toContain("Ana Sample");
  expect(preview.link("Open it in my email program")).toMatch(/^mailto:.*My%20own%20words/);
  expect(preview.value("The text to copy")).toMatch(/Ana Sample\nUnited States\n$/);
  expect(preview.texts("button")).not.toContain("Copy the text");
  const paper = await preview.press(/^Print it with the postal address/);
  expect(paper.in(".sheet address").text).toContain("One Microsoft Way");
  expect(paper.url.search).toBe("");

  const again = await preview.in(".send").press("Send my letter", { asOldBrowser: true });
  expect(again.alert).toContain("Nothing you typed is lost");
  expect(again.value("Your letter")).toBe("My own words.\n\nPlease publish what you supply.");
  const inbox = await agree(again).in(".send").press("Send my letter");
  expect(inbox.heading).toBe("Check your inbox");

  const confirm = await confirmPage(site, visitor, email);
  expect(confirm.in(".sheet").text).toContain("I hold 12 shares of Microsoft.");
  expect((await confirm.press("Confirm my letter")).text).toContain("Your letter is confirmed");
  const own = await visitor.open(await manageLinkOf(site, email));
  expect(own.text).toContain("confirmed; goes with the next letters we send");
  const mailed = await own.press("I sent it by mail");
  expect(mailed.text).toContain("that you sent it by mail. We have not verified it");
  const withdrawn = await mailed.press("Withdraw my letter");
  expect(withdrawn.done).toContain("goes to no one");
  expect(withdrawn.text).toContain("withdrawn by you");
});

test("a signer writes without typing who they are, and takes it back from its email", async () => {
  const visitor = new Visitor(site);
  const { email, thanks } = await aSigner(site, visitor, "Ana Sample");
  const form = await thanks.in("main").follow("Write a letter");
  expect(form.text).toContain(`You write as Ana Sample, ${email}`);
  expect(form.has("Email")).toBe(false);
  form.fill({ "Your letter": "My own words.\n\nPlease publish what you supply." });
  const preview = await form.press("Preview as Microsoft sees it");
  expect(preview.in(".sheet").text).toContain("Please publish what you supply.");
  const sent = await agree(preview).in(".send").press("Send my letter");
  expect(sent.heading).toBe("Thank you, Ana Sample");

  const mail = await waitForMail(
    site,
    email,
    ({ text = "" }) => /\/undo\//.test(text) && /your letter/.test(text),
  );
  const undo = await visitor.open(linkIn(mail, "undo"));
  expect(undo.text).not.toContain("Please publish");
  const undone = await undo.press("Undo my letter");
  expect(undone.heading).toBe("Undone: your letter is withdrawn");
});
