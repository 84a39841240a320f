import { expect, test } from "vitest";
import { seededCampaign } from "#tests/support/companies.ts";
import { anOwner, reauthenticate } from "#tests/support/journeys.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";
import { anAddress, aSite, waitForMail } from "#tests/support/site.ts";

const site = await aSite({ TRUST_PROXY: "1" });
const { campaign } = await seededCampaign(site.db);
/** The part with the words in English. */
const english = "section[aria-labelledby=language-en]";
const list = "/organize/c/microsoft-ice/updates";

test("an update is written, approved by a second organizer, sent, and read by its reader", async () => {
  const reader = anAddress();
  await aStoredSignature(site.db, campaign, { email: reader, consents: ["sign", "updates"] });
  await site.db.execute("update supporters set confirmed_at = now()");
  const [writer, second] = [await anOwner(site, campaign), await anOwner(site, campaign)];
  const begun = await (await writer.visitor.open(list)).press("Write an update");
  begun.in(english).fill({ Subject: "What happened", Text: "A <b>bold</b> claim" });
  const wrong = await begun.press("Save and preview");
  expect(wrong.text).toContain("Line 1: <b> is HTML");
  wrong.in(english).fill({ Text: "Two things **happened**." });
  const saved = await wrong.press("Save and preview");
  expect(saved.done).toContain("Saved.");
  const tested = await saved.press(/^Send a test.*English/);
  expect(tested.text).toContain("A test is on its way to you");
  await waitForMail(site, writer.email, ({ subject = "" }) => subject.includes("What happened"));
  const asked = await tested.press(/^(Ask|Continue)/);
  expect(asked.text).toContain("Approval asked for.");
  expect(asked.text).toContain("You submitted it or edited it last");

  const theirs = await (await second.visitor.open(asked.url)).press("Approve this update");
  expect((await reauthenticate(theirs, second)).text).toContain("Approved. Now someone");
  const ready = await writer.visitor.open(asked.url.pathname);
  await reauthenticate(await ready.press(/^Send it to/), writer);
  const mail = await waitForMail(site, reader, ({ subject = "" }) => subject.includes("What happened"));
  expect(mail.text).toContain("Two things");
  await expect.poll(async () => (await ready.reload()).text).toMatch(/was sent.*adds up, checked at/);
});

test("an audience is counted by a button, and an edit conflict settled by taking theirs", async () => {
  const [mine, theirs] = [await anOwner(site, campaign), await anOwner(site, campaign)];
  const begun = await (await mine.visitor.open(list)).press("Write an update");
  begun.in(english).fill({ Subject: "To some", Text: "One" });
  begun.check("In a plan with a trustee");
  const counted = await begun.press("Save and count");
  expect(counted.in(".people").text).toMatch(/^0 people would get it now/);
  expect(counted.text).toContain("What their pledge says: 1 answer");
  expect(counted.isChecked("In a plan with a trustee")).toBe(true);
  const audience = "People who agreed to updates";
  const other = await theirs.visitor.open(counted.url.pathname);
  other.uncheck("In a plan with a trustee").fill({ [audience]: "People who signed" });
  expect((await other.press("Save and preview")).done).toContain("Saved.");
  counted.in(english).fill({ Text: "Mine" });
  const stale = await counted.press("Save and preview");
  expect(stale.in(".stale dl").text).toContain("people who signed");
  expect(stale.hasButton("Save and preview")).toBe(false);
  const taken = await stale.follow("Take theirs");
  expect([taken.in(english).value("Text"), taken.value(audience)]).toEqual(["One", "People who signed"]);
});
