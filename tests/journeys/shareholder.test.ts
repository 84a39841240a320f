import { beforeAll, expect, test } from "vitest";
import { aSigner, campaign, confirmPage, manageLinkOf } from "#tests/support/journeys.ts";
import { awaitReminder, openTheMeeting } from "#tests/support/open-meeting.ts";
import { anAddress, aSite, linkIn, waitForMail } from "#tests/support/site.ts";
import { type Page, Visitor } from "#tests/support/visitor.ts";

const site = await aSite({ TRUST_PROXY: "1" });
beforeAll(() => openTheMeeting(site.db.$client));

const agree = /^The campaign may store/;

/** Takes the first step, and says who they are in the second. */
async function begin(visitor: Visitor, email: string, way: string) {
  const first = await visitor.open(`${campaign}/pledge`);
  const second = await first.press(way);
  return second.fill({ Name: "Ada Sample", Email: email, Country: "United States" });
}

async function confirmed(visitor: Visitor, email: string) {
  const thanks = await (await confirmPage(site, visitor, email)).press("Confirm my pledge");
  expect(thanks.text).toContain("Your pledge is counted");
  return thanks;
}

const send = (page: Page, shares: string) => {
  page.fill({ "How many shares?": shares }).check(agree);
  page.in("fieldset", "Did you hold them on").check("Yes");
  return page.press("Pledge how I will vote");
};

test("a broker's customer pledges, edits, is reminded and reports a vote", async () => {
  const visitor = new Visitor(site);
  const email = anAddress();
  const form = await begin(visitor, email, "With a broker, a bank or an app");
  form.in("fieldset", "Item 9").check("For");
  expect((await send(form, "12.5")).heading).toBe("Check your inbox");
  const thanks = await confirmed(visitor, email);

  const again = await thanks.follow("Change my pledge");
  expect(again.text).toContain(email);
  expect(again.value("How many shares?")).toBe("12.5");
  const changed = await again.fill({ "How many shares?": "40" }).check(agree).press("Save as my pledge");
  expect(changed.text).toContain("Your pledge is counted");

  await awaitReminder(site.db.$client, site.db, email);
  const reminder = await waitForMail(site, email, ({ attachments }) => attachments.length > 0);
  expect(reminder.text).toContain("Report on human-rights due diligence");
  expect(reminder.text).not.toMatch(/\b40\b(?! days)/);
  expect(reminder.attachments.map(({ filename }) => filename)).toEqual([expect.stringMatching(/\.ics$/)]);
  const asked = await visitor.open(linkIn(reminder, "voted"));
  expect((await asked.press("I voted as I pledged")).heading).toBe("Thank you for telling us");
});

test("a fund's holder is told who votes, is asked for no number, and is counted apart", async () => {
  const visitor = new Visitor(site);
  const email = anAddress();
  const form = await begin(visitor, email, "Only through a fund or ETF");
  expect(form.heading).toContain("Your fund has the votes");
  expect(form.has("How many shares?")).toBe(false);
  form.fill({ "Another manager’s name": "Sample Asset Management" }).check(agree);
  await form.press("I’ll act through my fund");
  const thanks = await confirmed(visitor, email);
  expect(thanks.text).toContain("never added to shares");
  expect(thanks.value("The text to copy")).toMatch(
    /^Dear Sample Asset Management,\n\n[\s\S]*\nAda Sample\n$/,
  );
  expect(thanks.link("Open it in my email program")).toMatch(
    /^mailto:\?subject=.*&body=Dear%20Sample%20Asset%20Management/,
  );

  const receipt = await waitForMail(site, email, ({ text = "" }) => /\/voted\/[\w-]{50}/.test(text));
  const asked = await visitor.open(linkIn(receipt, "voted"));
  expect(asked.heading).toBe("Did you send your letter?");
  const told = await asked.press("I sent it. No reply yet");
  expect(told.done).toContain("When a reply comes, tell us with the same link.");
  expect((await told.follow("Change my answer")).text).toContain("sent; no reply yet");
});

test("a plan's holder gives a range, learns of the trustee's deadline, and withdraws", async () => {
  const visitor = new Visitor(site);
  const email = anAddress();
  const form = await begin(visitor, email, "Through a plan with a trustee, such as a 401(k)");
  expect(form.text).toContain("Their deadline is earlier than a broker’s");
  const sent = await send(form, "100-999");
  expect([sent.alert, sent.heading]).toEqual(["", "Check your inbox"]);
  await confirmed(visitor, email);
  const own = await visitor.open(await manageLinkOf(site, email));
  expect(own.text).toContain("between 100 and 999 shares");
  expect((await own.press("Withdraw my pledge")).done).toContain("no longer counts");
});

test("someone who has signed is not asked again who they are", async () => {
  const visitor = new Visitor(site);
  const { email, thanks } = await aSigner(site, visitor, "Ana Sample");
  const first = await thanks.in("main").follow("Pledge how you will vote");
  const form = await first.press("In my own name, with the transfer agent");
  expect(form.text).toContain(email);
  expect(form.has("Email")).toBe(false);
  expect((await send(form, "3")).text).toContain("Your pledge is counted");
});

test("a holder signs and writes from the steps after, without typing who they are", async () => {
  const visitor = new Visitor(site);
  const email = anAddress();
  await send(await begin(visitor, email, "With a broker, a bank or an app"), "12");
  const form = await (await confirmed(visitor, email)).in("main").follow("Sign the petition");
  expect(form.text).toContain(`You sign as Ada Sample, ${email}`);
  const thanks = await form.check(/^I’m signing/).press("Sign the petition");
  expect(thanks.heading).toBe("Thank you, Ada Sample");

  const receipt = await waitForMail(site, email, ({ text = "" }) => /You signed/.test(text));
  const next = await visitor.open(/https?:\S+\/next\/[\w-]+/.exec(receipt.text ?? "")?.[0] ?? "");
  expect(next.text).not.toContain("Ada Sample");
  const letter = await next.in("main").follow("Write a letter");
  expect(letter.text).toContain(`You write as Ada Sample, ${email}`);
});
