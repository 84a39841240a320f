import { expect, test } from "vitest";
import { words } from "#app/i18n/index.ts";
import { render } from "#app/mail/render.server.ts";
import { type Email, write } from "#emails/index.ts";
import { pledged, sampleEmails } from "#tests/support/emails.ts";

const named = <Name extends Email["name"]>(name: Name) => {
  const found = sampleEmails.find((email): email is Extract<Email, { name: Name }> => email.name === name);
  if (!found) throw new Error(`no sample of ${name}`);
  return found;
};
const textOf = async (email: Email) => (await render(email)).text.replace(/\s+/g, " ");
const ofPledges = sampleEmails.filter(({ name }) => /pledge/.test(name));
const receiptWith = (
  change: Partial<Extract<Email, { name: "pledge-receipt" }>["props"]>,
): Extract<Email, { name: "pledge-receipt" }> => ({
  name: "pledge-receipt",
  props: { ...named("pledge-receipt").props, ...change },
});

test.each(ofPledges)("$name carries every disclosure, in both layouts, and who pays", async (email) => {
  const { html } = await render(email);
  const text = await textOf(email);
  const plain = html.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
  for (const line of words("en").pledge.disclosures("Microsoft")) {
    expect(text).toContain(line);
    expect(plain).toContain(line);
  }
  expect(text).toContain("This site is run by Sample Campaign. It is paid for by gifts from its members.");
});

const aboutAnAccount = ofPledges.filter(({ name }) => name !== "pledge-reminder");
test.each(aboutAnAccount)(
  "$name names no shares, no vote and no company to somebody who sees a list of emails",
  (email) => {
    const { subject, preview } = write(email);
    expect(`${subject} ${preview}`).not.toMatch(/share|vote|holder|meeting|proxy|microsoft|ice\b/i);
  },
);

test("the confirmation says the pledge, meeting, holding and consents, no number", async () => {
  const text = await textOf(named("confirm-pledge"));
  for (const part of [
    "Thanks for telling us on November 8, 2027 how you intend to vote at Microsoft’s annual meeting of " +
      "2027. Confirm below and your pledge counts.",
    "Microsoft’s annual meeting, on December 7, 2027 (to be confirmed)",
    "through a broker",
    "as we don’t put it in emails",
    "On proposals like these: for Item 9, Report on human-rights due diligence: for",
    "Ratification of the auditor: undecided",
    "co-file a proposal and attend the meeting",
    "updates by email; contact about co-filing",
    "Your holding is encrypted",
    "The link works until November 15, 2027. Then we delete the entry.",
  ]) {
    expect(text).toContain(part);
  }
});

test("a meeting without a date says that its date is not known", async () => {
  const { props } = named("confirm-pledge");
  const pledge = { ...pledged.pledge, meeting: { ...pledged.pledge.meeting, on: null } };
  expect(await textOf({ name: "confirm-pledge", props: { ...props, pledge } })).toContain(
    "annual meeting of 2027; date not known yet",
  );
});

test("the holder of a fund is told that they have no vote, and of no number", async () => {
  const pledge = { ...pledged.pledge, kind: "fund" as const, willing: [], intentions: [] };
  const { props } = named("confirm-pledge");
  const text = await textOf({ name: "confirm-pledge", props: { ...props, pledge } });
  expect(text).toContain("as a fund holder");
  expect(text).toContain("without a vote: counted separately");
  expect(text).not.toMatch(/intend to vote|encrypted/);
  expect(await textOf(receiptWith({ pledge, reminders: [] }))).toContain(
    "As a fund holder you get no ballot.",
  );
  const reminders = [{ kind: "fund-letter-14" as const, dueOn: "2027-11-17" }];
  expect(await textOf(receiptWith({ pledge, reminders }))).toMatch(
    /Two weeks after your pledge, to ask about your letter: November 17, 2027.*email you twice about your letter/,
  );
});

test("the reminder to confirm says that it is one, and the only one", async () => {
  expect(write(named("confirm-pledge-reminder")).subject).toBe("Your pledge isn’t counted yet");
  expect(await textOf(named("confirm-pledge-reminder"))).toContain("It is the only reminder");
});

test("the receipt has personal and edit links, the calculator, and what is next", async () => {
  const { props } = named("pledge-receipt");
  const { text } = await render(named("pledge-receipt"));
  for (const url of [props.personalUrl, props.changeUrl, props.coFileUrl, props.manageUrl]) {
    expect(text).toContain(url);
  }
  expect(text.replace(/\s+/g, " ")).toContain("14 days before voting ends: November 22, 2027");
});

test("the receipt says what is in review, without dates, or stopped", async () => {
  expect(await textOf(receiptWith({ inReview: true }))).toContain("reviews it before it counts");
  expect(await textOf(receiptWith({ inReview: true }))).not.toContain(", counts.");
  expect(await textOf(receiptWith({ reminders: [] }))).toContain("We remind you once the dates are known");
  expect(await textOf(receiptWith({ reminders: "stopped" }))).toContain("You asked for no reminders");
  const waits = await textOf(receiptWith({ inReview: true, reminders: "in-review" }));
  expect(waits).toContain("We plan reminders once your pledge counts.");
  const notHolding = await textOf(receiptWith({ notHeldOnRecordDate: true, reminders: [] }));
  expect(notHolding).toContain("we send no reminders to vote");
  expect(notHolding).not.toContain("once the dates are known");
  const coFiles = await textOf(
    receiptWith({
      notHeldOnRecordDate: true,
      reminders: [{ kind: "proposal-deadline-60", dueOn: "2027-05-01" }],
    }),
  );
  expect(coFiles).toMatch(/60 days before the proposal deadline: May 1, 2027.*we send no reminders to vote/);
  const without = await textOf(receiptWith({ coFileUrl: null, changeUrl: null }));
  expect(without).not.toMatch(/qualify to co-file|To change it/);
});

test("the mail to someone who has pledged already holds no personal link", async () => {
  const { html, text } = await render(named("already-pledged"));
  expect(html + text).not.toMatch(/\/(manage|confirm|thanks|pledge)\/[A-Za-z0-9_-]{20,}/);
});

test("while this year's vote may be open the receipt says so, and where to say one voted", async () => {
  const votedUrl = "https://sign.test/voted/token";
  const text = await textOf(receiptWith({ mayBeOpen: true, votedUrl }));
  expect(text).toContain(
    "This year’s vote may be days away. Search your email for “vote” and “Microsoft” now.",
  );
  expect(text).toContain(`I have voted · Remind me tomorrow ${votedUrl}`);
  expect(await textOf(receiptWith({}))).not.toContain("days away");
});

test("a corrected result says first what the earlier email said, and what is right", () => {
  const { props } = named("meeting-result");
  const [intro, corrected] = write({ name: "meeting-result", props }).blocks;
  expect(intro).toMatchObject({
    kind: "paragraph",
    text: expect.stringContaining("corrects our earlier email"),
  });
  expect(corrected).toMatchObject({
    rows: [
      { value: [expect.stringMatching(/^We wrote: 27\.30%/), expect.stringMatching(/^Correct: 28\.11%/)] },
    ],
  });
  const plain = write({ name: "meeting-result", props: { ...props, corrected: [] } });
  expect(plain.subject).toBe("The result of the vote you pledged for");
  expect(plain.blocks[0]).toMatchObject({ text: expect.stringContaining("has voted") });
});

test("the result goes to fund holders in words of their own: they pledged no vote", async () => {
  const { props } = named("meeting-result");
  const text = async (locale: "en" | "es", of: typeof props.corrected) => {
    const email = { name: "meeting-result" as const, props: { ...props, locale, fund: true, corrected: of } };
    return `${write(email).subject}\n${await textOf(email)}`;
  };
  expect(await text("en", [])).toMatch(/^The vote is over: ask your fund how it voted\n/);
  expect(await text("en", [])).toContain("Ask your fund’s manager how it voted, and why.");
  expect(await text("es", [])).toContain("Pregunte a la administradora del fondo cómo votó");
  for (const corrected of [[], props.corrected]) {
    expect(await text("en", corrected)).not.toMatch(/the vote you pledged for|you pledged for this meeting/);
    expect(await text("es", corrected)).not.toMatch(/por la que se comprometió|se comprometió para esta/);
  }
});
