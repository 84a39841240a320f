// What holders read about their way of holding, by law and language.
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { latestVote } from "#app/domain/campaign/meetings/latest-vote.ts";
import type { Meeting } from "#app/domain/campaign/meetings/meeting.ts";
import { fundLetterParagraphs } from "#app/domain/entries/pledges/fund-letter.ts";
import { votingChoicePrograms } from "#app/domain/entries/pledges/pledge-way.ts";
import { locales, words } from "#app/i18n/index.ts";
import { PledgeThanks, type ThankedPledge } from "#app/routes/personal/thanks/pledge-thanks.tsx";
import { LocaleProvider } from "#app/ui/locale.tsx";
import { FirstStep } from "#app/ui/pledge/first-step.tsx";
import { FindOut } from "#app/ui/pledge/flow.tsx";
import { MeetingLine } from "#app/ui/pledge/meeting-notice.tsx";
import { SecondStep } from "#app/ui/pledge/second-step.tsx";
import { forbiddenIn, textOfPage } from "#tests/support/guard-rails.ts";
import { campaign } from "#tests/support/sample-case.ts";
import { meeting as sampleMeeting } from "#tests/support/sample-meeting.ts";

const now = new Date("2026-12-01T12:00:00Z");
const meeting = { ...sampleMeeting, status: "announced" as const };
const state = { values: {}, errors: [] };
const step = { action: "/c/x/pledge", company: "Sample Corporation", campaign, meeting, now, state };

type Locale = (typeof locales)[number];
function read(page: React.ReactNode, locale: Locale = "en") {
  const text = textOfPage(renderToStaticMarkup(<LocaleProvider locale={locale}>{page}</LocaleProvider>));
  expect(forbiddenIn(text)).toEqual([]);
  return text.replace(/\s+/g, " ");
}
const first = (jurisdiction: string, locale?: Locale) =>
  read(
    <>
      <FirstStep {...step} meeting={{ ...meeting, jurisdiction }} meetings={[meeting]} />
      <FindOut action="/c/x/pledge" meeting={{ jurisdiction }} values={{}} />
    </>,
    locale,
  );
const second = (way: "broker" | "employee_plan" | "institution" | "fund", locale?: Locale) =>
  read(<SecondStep {...step} slug="x" way={way} />, locale);
const letter = {
  company: "Sample Corporation",
  manager: "Vanguard",
  name: "Ada Sample",
  campaign,
  latestVote: null,
};
const thanks = (
  trustee: boolean,
  locale: Locale,
  about: Meeting = meeting,
  at = now,
  ofFund: ThankedPledge["reminders"] | null = null,
) =>
  read(
    <PledgeThanks
      campaign={{
        ...campaign,
        companies: campaign.companies.map((company) => ({
          ...company,
          ownersLineUntil: about.ownersLineUntil ?? null,
        })),
      }}
      pledge={{
        meeting: about,
        now: at,
        toLastDay: !trustee,
        trustee,
        inReview: false,
        letter: ofFund && letter,
        next: ofFund ? "fund" : "undated",
        reminders: ofFund ?? [],
        changePath: null,
        changeInEmail: false,
        coFiles: false,
        votedPath: null,
      }}
      fund={ofFund !== null}
      next={null}
      shareUrl="https://petition.example.org/c/x/pledge"
    />,
    locale,
  );

test("ESPP shares and stock awards go the broker's way, and only a plan with a trustee the trustee's", () => {
  const text = first("us");
  expect(text).toContain("choose it for ESPP shares and vested stock awards, too.");
  expect(text).toContain("Through a plan with a trustee, such as a 401(k)");
  expect(text).toContain("not for ESPP shares or stock awards.");
  expect(text).toContain("or get them as stock awards or through an ESPP?");
  expect(second("broker")).toContain(
    "For ESPP shares and vested stock awards, it comes from the plan’s broker.",
  );
  expect(second("employee_plan")).toMatch(/ESPP shares and vested stock awards are with the plan’s broker/);
  expect(first("us", "es")).toContain("A través de un plan con fiduciario, como un 401(k)");
  for (const locale of locales) expect(first("other", locale)).not.toMatch(/ESPP|401\(k\)/);
});

test.each(locales)("who tells a trustee how to vote reads of the trustee, not of a ballot (%s)", (locale) => {
  const { ballot, trustee } = words(locale).pledgeSummary.thanks;
  expect(thanks(true, locale)).toContain(trustee);
  expect(thanks(true, locale)).not.toContain(ballot);
  expect(thanks(false, locale)).toContain(ballot);
  expect(second("employee_plan", locale)).toContain(words(locale).pledge.second.attestPlan);
});

const twoWeeks = { reminder: "fund-letter-14", dueOn: "2026-12-15" } as const;
const afterMeeting = { reminder: "fund-letter-outcome", dueOn: "2026-12-09" } as const;
test.each([
  [
    [twoWeeks],
    /twice.* once its date is known\. Two weeks after/,
    /dos veces.*cuando se conozca su fecha\. D/,
  ],
  [
    [twoWeeks, afterMeeting],
    /twice about your letter\. Two weeks.*The day after/,
    /dos veces sobre su carta\. D/,
  ],
  [[afterMeeting], /once about your letter\. The day after/, /una vez sobre su carta\. E/],
])("a fund holder's thanks say how many emails come, as the days below do (%#)", (reminders, en, es) => {
  const lists = ({ dueOn }: { dueOn: string }) => dueOn.slice(-2).replace(/^0/, "");
  for (const [locale, text] of [
    ["en", en],
    ["es", es],
  ] as const) {
    const page = thanks(false, locale, meeting, now, reminders);
    expect(page).toMatch(text);
    for (const day of reminders.map(lists)) expect(page).toContain(day);
  }
});

const undated = {
  status: "expected",
  meetingOn: null,
  meetingAt: null,
  recordDate: null,
  voteBy: null,
} as const;
const inSeptember = {
  meeting: { from: { month: 12, part: "early" }, to: { month: 12, part: "mid" } },
  recordDate: { from: { month: 9, part: "late" }, to: { month: 9, part: "late" } },
} as const;
const inEarlierYear = { month: 2, part: "early" } as const;
const nextYear = new Date("2027-01-02T12:00:00Z");
test.each([
  ["the vote may be open", now, { ownersLineUntil: "2026-12-31" }, false],
  ["earlier record dates were in September", now, { pattern: inSeptember }, false],
  ["nothing tells when it was", now, {}, false],
  ["that of last year", nextYear, { pattern: inSeptember }, false],
  ["of last year, nothing tells", nextYear, {}, false],
  [
    "it was in the year before a meeting in February",
    now,
    {
      year: 2027,
      pattern: {
        meeting: { from: inEarlierYear, to: inEarlierYear },
        recordDate: { from: { month: 11, part: "late" }, to: { month: 12, part: "early" } },
      },
    },
    false,
  ],
  ["announced, four days ahead", now, { recordDate: "2026-12-05" }, false],
  ["announced, a month ahead", now, { recordDate: "2027-01-05" }, true],
  ["next year's", now, { year: 2027 }, true],
  ["next year's, by a pattern", nextYear, { year: 2027, pattern: inSeptember }, true],
] as const)(
  "reminders before the record date are promised while they can come: %s",
  (_, at, values, promised) => {
    const about = { ...meeting, ...undated, year: 2026, ownersLineUntil: null, pattern: null, ...values };
    for (const locale of locales) {
      const before = {
        en: /before the record date|when voting opens/,
        es: /antes de la fecha de registro, cuando|cuando se abr/,
      };
      const pages = [
        read(<SecondStep {...step} meeting={about} now={at} slug="x" way="registered" />, locale),
        thanks(false, locale, about, at),
      ];
      for (const text of pages) {
        if (promised) expect(text).toMatch(before[locale]);
        else expect(text).not.toMatch(before[locale]);
        expect(text).toMatch(/dates are known|fechas.* se cono[cz]/);
      }
    }
  },
);

test.each(locales)(
  "a fund's holder is asked who manages it, not what they intend at the meeting (%s)",
  (locale) => {
    const { asks } = words(locale).pledge.meeting;
    const about = (fund: boolean) =>
      read(
        <MeetingLine
          company="X"
          meeting={{ ...meeting, ...undated }}
          now={now}
          asks={fund ? "fund" : "vote"}
        />,
        locale,
      );
    expect(about(true)).toContain(asks.fund);
    expect(about(true)).not.toMatch(/what you intend|piensa hacer/);
    expect(about(false)).toMatch(/what you intend in general|qué piensa hacer en general/);
  },
);

test.each([
  ["without a date", undated],
  ["without a date, earlier ones known", { ...undated, pattern: inSeptember }],
  ["over", { ...undated, meetingOn: "2026-12-09", recordDate: "2026-09-30" }],
  ["with its result", { ...undated, status: "results", meetingOn: "2026-12-09" }],
] as const)("on January 2 nothing of last year's meeting is said as of this year's: %s", (_, values) => {
  const about = { ...meeting, ...values, year: 2026, ownersLineUntil: "2026-12-31" };
  for (const locale of locales) {
    const of = words(locale).pledge;
    const text =
      thanks(false, locale, about, nextYear) +
      read(<MeetingLine company="X" meeting={about} now={nextYear} asks="vote" />, locale);
    expect(text).not.toMatch(/this year|este año|when voting opens|cuando se abr/i);
    for (const said of [
      of.meeting.status.expected,
      of.meeting.asks.vote,
      of.meeting.unannounced,
      of.owners.voted,
      of.meeting.who.passed("").slice(0, 20),
    ])
      expect(text).not.toContain(said);
  }
});

test.each(locales)("this year's vote is said to holders, and not to a fund's (%s)", (locale) => {
  const said = words(locale).pledge.owners.search(campaign.company, null);
  const about = { ...meeting, ownersLineUntil: "2026-12-31" };
  expect(thanks(false, locale, about)).toContain(said);
  // They have just said that they own shares.
  expect(thanks(false, locale, about)).not.toContain(words(locale).pledge.owners.ask(campaign.company));
  expect(thanks(false, locale, about, now, [])).not.toContain(said);
});

test.each(locales)(
  "a registered holder, who has no broker, is not told to vote through theirs (%s)",
  (locale) => {
    const [, line] = words(locale).pledge.disclosures("Sample Corporation");
    expect(line).toMatch(/through your own broker if you have one\.|a través de su bróker si lo tiene\./);
    expect(read(<SecondStep {...step} slug="x" way="registered" />, locale)).not.toMatch(
      /own broker\.|su bróker\. Nos/,
    );
  },
);

test.each(locales)("people who work at the company are warned as on the other forms (%s)", (locale) => {
  const { atWork, second: form } = words(locale).pledge;
  const text = first("us", locale);
  expect(text).toContain(atWork.heading("Sample Corporation"));
  expect(text).toContain(atWork.text("Sample Corporation"));
  expect(second("employee_plan", locale)).toContain(form.displayMore("Sample Corporation"));
});

test("the form says that the last vote counts, when buying is too late, and when a notice is due", () => {
  expect(second("broker")).toContain("You can change your vote until voting ends: the last one counts.");
  expect(words("en").pledge.meeting.who.ahead("September 30, 2027")).toContain(
    "Trades settle on the next business day, so shares bought on that day don’t count.",
  );
  expect(second("institution")).toContain("more than $5 million of the company’s stock");
  expect(
    read(<SecondStep {...step} meeting={{ ...meeting, jurisdiction: "other" }} slug="x" way="institution" />),
  ).not.toMatch(/million of|14a-6/);
});

const [item] = sampleMeeting.items;
if (!item) throw new Error("the sample has an item");
const voted = (number: number | null, title: string, more: Partial<typeof item> = {}) => ({
  ...item,
  number,
  title,
  status: "voted" as const,
  proponent: "A shareholder",
  proposedBy: null,
  campaignRecommendation: null,
  reportedResult: "over 26%",
  ...more,
});
const past = (year: number, items: (typeof item)[]) => ({ year, meetingOn: `${year}-12-05`, items });
const ice = {
  title: "Microsoft: end all agreements with ICE",
  jurisdiction: "us",
  petition: { summary: "Microsoft must end all its agreements with ICE." },
};
const letterOf = (meetings: Parameters<typeof latestVote>[0], locale: Locale = "en", jurisdiction = "us") =>
  fundLetterParagraphs(locale, {
    company: "Microsoft",
    manager: null,
    name: "Fay Holder",
    campaign: { ...ice, jurisdiction },
    latestVote: latestVote(meetings),
  }).join("\n");

test("the letter to a fund's manager asks how its funds voted last, and names the campaign's demand", () => {
  const meetings = [
    past(2026, [item, voted(2, "The auditor", { proponent: null, proposedBy: null })]),
    past(2025, [
      voted(8, "Data centers"),
      voted(9, "Due diligence"),
      voted(1, "Directors", { proponent: null, proposedBy: "company", campaignRecommendation: "against" }),
    ]),
    past(2024, [voted(5, "Older")]),
  ];
  const letter = letterOf(meetings);
  expect(letter).toContain("How did your funds vote on items 8 and 9 on December 5, 2025, and why?");
  expect(letter).toContain("item 8, “Data centers”; item 9, “Due diligence”");
  expect(letter).toContain("“Microsoft must end all its agreements with ICE.”");
  expect(letter).toContain("Form N-PX, this one by August 31, 2026.");
  expect(letter).not.toMatch(/publish/);
  expect(letterOf(meetings, "es")).toContain(
    "¿Cómo votaron sus fondos sobre los puntos 8 y 9 el 5 de diciembre de 2025, y por qué?",
  );
  expect(letterOf(meetings, "en", "other")).not.toContain("N-PX");
  expect(forbiddenIn(letter)).toEqual([]);
});

test("the letter names what the campaign recommends a vote on first, and never an empty list", () => {
  const one = voted(3, "The campaign's", { campaignRecommendation: "for" });
  expect(letterOf([past(2025, [voted(2, "Another"), one])])).toContain("vote on item 3 on December 5, 2025");
  expect(letterOf([past(2025, [voted(null, "Without a number")])])).toContain("on “Without a number” on");
  expect(letterOf([{ ...past(2025, [one]), meetingOn: null }])).toContain(
    "at Microsoft’s annual meeting of 2025",
  );
  expect(letterOf([past(2026, [item])])).toContain(
    "How have your funds voted on such proposals at Microsoft",
  );
  expect(
    letterOf([past(2026, [voted(4, "In June")])].map((m) => ({ ...m, meetingOn: "2026-06-10" }))),
  ).toContain("this one by August 31, 2026.");
});

test.each(locales)(
  "programs to choose a voting policy have a day and say that they are unverified (%s)",
  (locale) => {
    const { programs } = words(locale).pledge.fund;
    const text = second("fund", locale);
    for (const { id, name, verifiedAt } of votingChoicePrograms) {
      expect(verifiedAt).toBeNull();
      expect(text).toContain(`${name} ${programs.covers[id]}`);
    }
    expect(text.split(/2026\. (?:Not verified|Sin verificar)/)).toHaveLength(2);
    expect(text).toContain(programs.policyOnly);
  },
);
