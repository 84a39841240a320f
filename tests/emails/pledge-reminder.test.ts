import { expect, test } from "vitest";
import { forJurisdiction } from "#app/i18n/by-jurisdiction.ts";
import { locales, words } from "#app/i18n/index.ts";
import { render } from "#app/mail/render.server.ts";
import { write } from "#emails/index.ts";
import type { PledgeReminderProps } from "#emails/pledge-reminder.ts";
import { aFundQuestion, aReminder, reminderOf } from "#tests/support/emails.ts";

type Values = Omit<Partial<PledgeReminderProps>, "meeting" | "pledge"> & {
  meeting?: Partial<PledgeReminderProps["meeting"]>;
  pledge?: Partial<PledgeReminderProps["pledge"]>;
};
const propsOf = ({ meeting, pledge, ...values }: Values = {}): PledgeReminderProps => ({
  ...aReminder,
  ...values,
  meeting: { ...aReminder.meeting, ...meeting },
  pledge: { ...aReminder.pledge, ...pledge },
});
const subjectOf = (values?: Values) => write({ name: "pledge-reminder", props: propsOf(values) }).subject;
/** The email's text on one line, without its footer. */
async function reminderText(values?: Values) {
  const { text } = await render({ name: "pledge-reminder", props: propsOf(values) });
  return text.split("\n--\n")[0]?.replace(/\s+/g, " ") ?? "";
}
const kinds = Object.keys(words("en").reminderMail.kinds) as PledgeReminderProps["reminder"][];
const forms = Object.keys(words("en").reminderMail.steps).filter(
  (key): key is PledgeReminderProps["pledge"]["holdingForm"] => key !== "heading" && key !== "institution",
);

test.each(kinds)(
  "%s says what a pledge is, stops with one link and names no cause in a list of mails",
  async (reminder) => {
    const props = { ...reminderOf(reminder), unlocksOn: "2027-09-15" };
    const fund = props.fundLetter !== null;
    const letter = write({ name: "pledge-reminder", props });
    expect(`${letter.subject} ${letter.preview}`).not.toMatch(/microsoft|\bice\b|petition|campaign|pledge/i);
    expect(letter.subject.length).toBeLessThanOrEqual(60);
    const { text, html } = await render({ name: "pledge-reminder", props });
    for (const sentence of words("en").pledge.disclosures("Microsoft", fund)) {
      expect(text.replace(/\s+/g, " ")).toContain(sentence);
    }
    for (const body of [text, html]) {
      expect(body.split(props.unsubscribeUrl).length - 1).toBe(1);
      expect(body).not.toMatch(/undefined|null|NaN|\[object/);
    }
    expect(text.split("\n").filter((line) => line.length > 72 && !/^\s*https:\S+$/.test(line))).toEqual([]);
  },
);

/** How what is due starts, after the name. */
const dueStarts = {
  en: "voting at|the record date of|based on|proposals for|did you",
  es: "la votación en|la fecha de registro de|según|las propuestas|¿votó|¿envió",
};
test.each(kinds.flatMap((kind) => locales.map((locale) => [kind, locale] as const)))(
  "%s says first what is due and what to do, then the rest (%s)",
  async (reminder, locale) => {
    const props = { ...reminderOf(reminder), unlocksOn: "2027-09-15", locale };
    const { text, html } = await render({ name: "pledge-reminder", props });
    const plain = html.replace(/<(style|head|title)\b.*?<\/\1>/gs, "").replace(/<(?!a )[^>]*>/g, " ");
    for (const body of [text.replace(/^.*\n/, ""), plain].map((one) => one.replace(/\s+/g, " "))) {
      const at = (part: string | RegExp) => body.search(part);
      const [act, intention] = [at(props.actUrl), at(/voting intention|intención de voto/i)];
      const thanks = at(
        /thank you for (?:telling|offering|your pledge)|gracias por (?:decirnos|ofrecerse|su compromiso)/i,
      );
      const due = at(new RegExp(`, (?:${dueStarts[locale]})`));
      expect(due).toBeGreaterThan(0);
      expect(due).toBeLessThan(thanks);
      expect(act).toBeGreaterThan(due);
      if (!reminder.startsWith("fund")) expect(thanks).toBeGreaterThan(act);
      if (intention >= 0) expect(intention).toBeGreaterThan(act);
      const what = at(/how to vote in|before that day|cómo votar en|antes de ese día/i);
      expect(what).toBeLessThan(act);
    }
  },
);

test("a fund's holder is asked about their letter, with it, and not about a vote", async () => {
  const asked = async (values: Partial<PledgeReminderProps>) => {
    const props = { ...aFundQuestion, ...values };
    const { text } = await render({ name: "pledge-reminder", props });
    return text.split("\n--\n")[0]?.replace(/\s+/g, " ") ?? "";
  };
  const first = await asked({});
  for (const part of [
    "did you send the letter to your fund’s manager, and what did they say?",
    "Dear Sample Asset Management,",
    "Sincerely, Zoë O’Brien",
    "We ask again after the meeting.",
    "https://sign.test/voted/",
  ])
    expect(first).toContain(part);
  expect(first).not.toMatch(/ballot|you intend to vote|meeting\.ics/);
  const last = await asked({ reminder: "fund-letter-outcome" });
  expect(last).toContain("Microsoft’s annual meeting of 2027 was on Tuesday, December 7, 2027.");
  expect(last).toContain("This is the last time we ask.");
});

test("a moment is told in New York and, where its clocks differ, where the reader is", async () => {
  expect(await reminderText()).toContain(
    "voting at Microsoft’s annual meeting of 2027 ends on Monday, December 6, " +
      "2027, at 11:59 p.m. in New York " +
      "(Tuesday, December 7, 2027, at 5:59 a.m. " +
      "in Berlin).",
  );
  expect(await reminderText({ zone: "America/Toronto" })).toContain("at 11:59 p.m. in New York. HOW TO VOTE");
  expect(await reminderText({ reminder: "meeting-day", zone: "America/Chicago" })).toContain(
    "Tuesday, December 7, 2027, at 11:30 a.m. in New York (10:30 a.m. in Chicago)",
  );
});

test("a deadline on the day on which the clocks change is told by the clocks of that day", async () => {
  const november = { lastVote: new Date("2027-11-08T04:59:00Z") };
  expect(await reminderText({ meeting: november, zone: "Pacific/Auckland" })).toContain(
    "Sunday, November 7, 2027, at 11:59 p.m. in New York " +
      "(Monday, November 8, 2027, at 5:59 p.m. in Auckland)",
  );
  const march = { lastVote: new Date("2027-03-15T03:59:00Z") };
  expect(
    await reminderText({ meeting: march, at: new Date("2027-03-12T14:00:00Z"), zone: "Europe/London" }),
  ).toContain(
    "Sunday, March 14, 2027, at 11:59 p.m. in New York (Monday, March 15, 2027, at 3:59 a.m. in London)",
  );
});

test("in the last two weeks the subject counts days left when the email is queued", () => {
  const at = (time: string) => subjectOf({ at: new Date(time) });
  expect(at("2027-12-03T14:00:00Z")).toBe("Three days left to vote your shares");
  expect(at("2027-12-05T14:00:30Z")).toBe("One day left to vote your shares");
  expect(at("2027-12-06T14:00:00Z")).toBe("The last hours to vote your shares");
  expect(at("2027-12-02T20:00:00Z"), "nine in Auckland").toBe("Four days left to vote your shares");
  expect(subjectOf({ reminder: "vote-by-14", at: new Date("2027-11-27T14:00:00Z") })).toBe(
    "9 days left to vote your shares",
  );
  expect(subjectOf({ reminder: "vote-by-14", at: new Date("2027-11-22T14:00:00Z") })).toBe(
    "Two weeks left to vote your shares",
  );
});

const us = { unitedStates: true };

test.each(forms)("held %s, the mail has the steps for that way", async (holdingForm) => {
  const text = await reminderText({ pledge: { holdingForm } });
  const { steps } = words("en").reminderMail;
  for (const [place, step] of steps[holdingForm].entries())
    expect(text).toContain(`${place + 1}. ${forJurisdiction(step, us)}`);
  const institution = await reminderText({ pledge: { holdingForm, kind: "institution" } });
  expect(institution).toContain(forJurisdiction(steps.institution[0] ?? "", us));
});

test("under another law no steps tell of ProxyVote, nor of home as the United States", async () => {
  for (const holdingForm of forms) {
    const text = await reminderText({ pledge: { holdingForm }, meeting: { unitedStates: false } });
    expect(text).toMatch(/keep the confirmation/);
    expect(text).not.toMatch(/ProxyVote|United States|outside the US/);
  }
});

test("a plan's holder gets the trustee's deadline, or that it is an earlier one", async () => {
  const plan = { holdingForm: "employee_plan" as const };
  expect(
    await reminderText({
      pledge: plan,
      meeting: { ofPlan: true, lastVote: new Date("2027-12-08T22:00:00Z") },
    }),
  ).toContain(
    "take instructions for Microsoft’s annual meeting of 2027 until Wednesday, December 8, 2027, at 5:00 p.m.",
  );
  expect(await reminderText({ pledge: plan })).toContain("stops earlier");
  const [own, broker] = [await reminderText({ pledge: plan }), await reminderText({})];
  expect(own).toContain("For ESPP shares and vested stock awards, find the ballot of the plan’s broker");
  expect(own).toContain("until the trustee’s deadline: the last one counts");
  expect(broker).toContain("For ESPP shares and vested stock awards, it is the plan’s broker.");
  expect(broker).toContain("You can change your vote until voting ends: the last one counts.");
  expect(await reminderText({ pledge: { holdingForm: "foreign_broker" } })).toContain(
    "often stop days earlier",
  );
});

test("before the record date lenders are told to recall shares, others are not", async () => {
  const before = (pledge: NonNullable<Values["pledge"]>) =>
    reminderText({ reminder: "record-date-5", pledge });
  const { lending } = words("en").reminderMail;
  expect(await before({})).toContain("so buying on that day is too late");
  expect(await before({ accountFlags: ["margin"] })).toContain(lending.told);
  expect(await before({ accountFlags: ["cash", "lending"] })).toContain(lending.told);
  expect(await before({ accountFlags: ["cash"] })).toContain(lending.none);
  expect(await before({ accountFlags: [], holdingForm: "registered" })).toContain(lending.none);
  expect(await before({ accountFlags: [] })).toContain(lending.maybe);
  expect(await before({ accountFlags: ["cash"], kind: "institution" })).toContain(lending.maybe);
  expect(await before({})).toContain(
    "the record date of Microsoft’s annual meeting of 2027 is Tuesday, October 5, 2027.",
  );
});

test("once votes are no longer taken, the day of the meeting says so and shows no steps", async () => {
  const text = await reminderText({ reminder: "meeting-day", at: new Date("2027-12-07T08:00:00Z") });
  expect(text).toContain("Voting at Microsoft’s annual meeting of 2027 ended on Monday, December 6, 2027");
  expect(text).not.toContain(words("en").reminderMail.steps.heading.toUpperCase());
});

test("an intention is repeated as given, and a removed item is marked", async () => {
  const gone = { number: 8, title: "Report on data centres", onBallot: false };
  const text = await reminderText({
    pledge: {
      intentions: [
        { item: gone, intention: "abstain" },
        { item: null, intention: "for" },
      ],
    },
  });
  expect(text).toContain(
    "Item 8, Report on data centres (no longer on the ballot): abstain On proposals like these",
  );
});

test("co-filers get the day they may qualify, and no unchecked meeting", async () => {
  const undated = {
    on: null,
    at: null,
    recordDate: null,
    lastVote: null,
    proposalDeadline: null,
    asOf: null,
  };
  const text = await reminderText({
    reminder: "tier-unlocks",
    unlocksOn: "2027-09-15",
    meeting: undated,
    calendar: false,
    act: "personal",
  });
  expect(text).toContain("you may qualify from Wednesday, September 15, 2027");
  expect(text).toContain(aReminder.coFileUrl);
  expect(text).not.toMatch(/Voting|attached|Meeting /);
  expect(await reminderText({ reminder: "proposal-deadline-30" })).toContain(
    "proposals for Microsoft’s annual meeting of 2027 must reach the company by Tuesday, August 31, 2027.",
  );
});

test("only after the vote does the mail offer to answer that one has not voted", async () => {
  const act = { act: "outcome" as const, actUrl: "https://sign.test/voted/one" };
  expect(await reminderText({ ...act, reminder: "vote-tomorrow" })).not.toContain("not voted");
  expect(await reminderText({ ...act, reminder: "outcome" })).toContain("not voted");
});
