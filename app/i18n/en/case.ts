import { icu } from "./icu.ts";

export default {
  skipToForm: "Skip to the form and sign",
  writeLetter: (company: string) => `Write ${company} a letter`,
  deadlines: {
    label: "Dates ahead",
    kinds: {
      handover: "We deliver the petition",
      record: "Last day to hold shares that count",
      vote: "Last day to vote",
    },
    inShort: { handover: "Handover", record: "Record date", vote: "Last day to vote" },
    left: (days: number) => icu("{days, plural, =0 {today} =1 {tomorrow} other {in # days}}", { days }),
  },
  kinds: {
    reported: { label: "Reported", meaning: "A newsroom reports it. We name the newsroom." },
    record: { label: "Record", meaning: "It is in the public record." },
    company_statement: { label: "Company statement", meaning: "The company says it about itself." },
    opinion: { label: "Opinion", meaning: "This campaign’s opinion." },
  },
  legend: "What the kinds of statement mean",
  source: "Source",
  limits: "Limits",
  also: "Also",
  section: "Section",
  /** Of a source without a link, and what the mark means. */
  unlinked: { mark: "*", name: "no link", meaning: "No organizer has opened these links yet." },

  sections: {
    thesis: "What this is about",
    people: "What it does to people",
    reported: "What is reported",
    unknown: "What is not known",
    company: "What the other side says",
    acted: "Decisions and demands",
    image: "Its image and its conduct",
    matters: "Why it matters to shareholders",
    ask: "What we ask",
    askOf: (company: string | null) => (company ? `What we ask of ${company}` : "What we ask"),
    conclusion: "Our conclusion",
    others: "Other campaigns here",
    corrections: "Corrections",
  },

  home: { title: "Campaigns", text: "Each has its own case and petition." },

  figure: {
    /** The one fact of the chart, from the last value and the first. */
    title: (
      last: { amount: string; month: string },
      first: { amount: string; month: string },
      unit: string,
    ) => `${capital(last.amount)} ${unit} in ${last.month}, from ${first.amount} in ${first.month}`,
    value: (month: string, amount: string, unit: string) => `${month}: ${amount} ${unit}`,
    drawer: (amount: string, unit: string) => `One drawer: ${amount} ${unit}.`,
    drawers: (all: number, full: number) =>
      icu("{full} of {all, plural, one {# drawer} other {# drawers}} filled", { all, full }),
    partOfDrawer: "and part of another",
    month: "Month",
    units: {
      terabyte: "terabytes",
      person: "people",
      dollar: "US dollars",
      percent: "percent",
      tonne: "tonnes",
    },
    qualifiers: { exactly: "", about: "about ", nearly: "nearly ", "more than": "more than " },
  },

  /** What is drawn from statements: alternative texts and tables. */
  pictures: {
    table: "Table",
    hundred: {
      description: (filled: string, label: string, outlined: string, rest: string) =>
        `One hundred small figures. ${filled} are filled: ${label}. ${outlined} are outlined: ${rest}.`,
      under1: "fewer than 1",
      over99: "more than 99",
      count: "Number",
      percent: "Percent",
      all: "In all",
    },
    days: {
      days: (digits: string, days: number) =>
        icu("{days, plural, one {{digits} day} other {{digits} days}}", { digits, days }),
      unit: (days: number) => icu("{days, plural, one {day} other {days}}", { days }),
      soFar: "days so far",
      day: (digits: string) => `Day ${digits}`,
      today: "today",
      since: "Since",
      first: (days: string, from: string, to: string, end: string) =>
        `${days} squares, one a day, from ${from} to ${to}. The last is crossed: ${end}.`,
      second: (days: string, from: string, to: string) =>
        `${days} squares, one a day, from ${from} to ${to}.`,
      doYou: "Do you know more?",
      checked: (date: string) => `Checked on ${date}`,
      table: "days",
      whom: "Whom it is about",
      followed: "What followed",
      number: "Days",
    },
    bars: {
      half: "half of the votes",
      notYet: "Not known yet",
      table: "votes",
      proposal: "Proposal",
      share: "For / (for + against)",
      method: "Percent of the votes for and against.",
    },
    doors: {
      signed: "A closed front door. Next to it a sheet of paper, signed after the cross on its last line.",
      unsigned: "The same door, forced open. Next to it the same sheet; the line after the cross is empty.",
    },
  },
  holders: "If you own shares",
  who: {
    heading: "Who signs",
    fact: (digits: string, count: number, weekDigits: string, week: number) =>
      icu(
        "{count, plural, =0 {Be the first to sign.} one {One person so far.} other {{digits} people{week, plural, =0 {} one {, one of them this week} other {, {weekDigits} of them this week}}.}}",
        { digits, count, weekDigits, week },
      ),
    byDay: "Signatures by day",
    byDayText: (from: string, to: string, most: string, day: string) =>
      `From ${from} to ${to}. Most on one day: ${most}, on ${day}.`,
    byWeek: "signatures by week",
    week: (digits: string) => `this week: ${digits}`,
    until: "Week to",
    signatures: "Signatures",
    latest: "Latest:",
    all: "All who show their name",
  },
  check: {
    heading: "Check us",
    links: "A source becomes a link once an organizer has read the page.",
    all: (statements: number) =>
      icu("{statements, plural, one {The one statement} other {All # statements}}", { statements }),
    toSources: "On one page",
    who: "Who runs and pays for this",
    kind: "Kind",
    statement: "Statement",
  },

  timeline: {
    heading: "Timeline",
    own: {
      opened: () => "We opened this petition",
      letters: (company: string, { letters, names }: { letters: number; names: number }) =>
        icu(
          "{company}’s mail server accepted {letters, plural, one {# letter} other {# letters}} and {names, plural, one {# name} other {# names}} from us",
          { company, letters, names },
        ),
      reply: (company: string) => `${company} replied to us`,
      result: (company: string, { year }: { year: number | null }) =>
        `We published the result of ${company}’s meeting of ${year}`,
      corrected: "We corrected this page",
    },
  },

  corrections: {
    kinds: {
      statement: "A statement was wrong",
      figure: "A figure was wrong",
      source: "A source was wrong",
      wording: "Wording",
      removed: "Taken off the page",
    },
    earlier: (until: string, text: string) => `Until ${until} this line read: “${text}”`,
    none: "No corrections yet.",
    report: "Seen a mistake? Write to us. We correct the page and say here what was wrong.",
    version: (version: number, date: string) =>
      `This is version ${version} of the petition, of ${date}. A signature counts for the version that was signed.`,
  },

  reasons: {
    heading: "Why people sign",
    all: "Everyone’s reasons",
    title: (campaign: string) => `Why people sign: ${campaign}`,
    none: "No reasons yet.",
    older: "Earlier comments",
    newest: "Newest comments",
    note: "Comments of signers who agreed to be shown, as they wrote them. An organizer has read each.",
  },

  share: "Ask someone you know to sign",

  sources: {
    title: "Sources",
    standfirst: (statements: number) =>
      icu(
        "{statements, plural, one {# statement and where it comes from.} other {# statements and where each comes from.}}",
        { statements },
      ),
    toStatement: "To the statement",
    publisher: "Publisher",
    date: "Date",
    link: "Link",
    saidBy: "Said by",
    more: "Also",
    noDate: "Not dated",
    archived: "archived copy",
    checked: ({ opened, of }: { opened: number; of: number }, date: string) =>
      opened === of
        ? `Checked on ${date}.`
        : `We have opened ${opened} of ${of} sources, the last on ${date}.`,
  },

  petition: {
    title: "The petition",
    version: (version: number, date: string) => `Version ${version}, published ${date}`,
    bound:
      "A signature counts for the version that was signed. Versions never change; a new text is a new version.",
    earlier: "Earlier versions",
    again: (date: string) => `In force again since ${date}`,
    translated: (date: string) => `In this language since ${date}`,
    sameAs: (version: number) => `It means the same as version ${version}.`,
    note: (text: string) => `Corrected: ${text}`,
    told: "It asks for something different from the previous text. Its signers were emailed, and are counted separately unless they signed this one too.",
    apart: "It asks for something different from the previous text, whose signers are counted separately.",
    another: "It asks for something different from the text in force. Its signers are counted separately.",
    toldThen: "Signers of the previous text were emailed.",
    sign: "Sign the petition",
  },
};

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
