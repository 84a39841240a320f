import { icu } from "./icu.ts";

export default {
  dateline: (statements: number) =>
    icu("{statements, plural, one {One statement.} other {# statements.}}", { statements }),
  whole: "The whole case",
  /** What opens a part of it on a phone. */
  read: (statements: number) =>
    icu("{statements, plural, one {Read it} other {Read # statements}}", { statements }),
  questions: (open: number) =>
    icu("{open, plural, one {Read the question} other {Read # questions}}", { open }),
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
  noCorrections: "No corrections so far",
  lastCorrected: (date: string) => `Last corrected ${date}`,

  kinds: {
    reported: { label: "Reported", meaning: "A newsroom reports it. We name the newsroom." },
    record: { label: "Record", meaning: "It is in the public record." },
    company_statement: { label: "Company statement", meaning: "The company says it about itself." },
    opinion: { label: "Opinion", meaning: "This campaign’s opinion." },
  },
  legend: "What the kinds of statement mean",
  source: "Source",
  sourceAndLimits: "Source and limits",
  limits: "Limits",
  note: (number: number) => `Note ${number}`,
  /** Of a source without a link, and what the mark means. */
  unlinked: {
    mark: "*",
    name: "link not yet verified",
    meaning: "No link yet: an organizer still has to open this source and compare it with our words.",
    candidate: "candidate, not verified",
  },

  minute: "In one minute",
  sections: {
    thesis: "What this is about",
    people: "What it does to people",
    reported: "What is reported",
    method: "How we know",
    unknown: "What is not known",
    /** Null: several. */
    company: (company: string | null) => (company ? `What ${company} says` : "What the companies say"),
    before: "What it did before",
    acted: "Decisions and demands",
    image: "Its image and its conduct",
    matters: "Why it matters",
    ask: "What we ask",
    conclusion: "Our conclusion",
    updates: "Updates",
    share: "Share this",
    others: "Other campaigns here",
    corrections: "Corrections",
  },

  method: { toSources: "All sources on one page" },

  home: { title: "Campaigns", text: "Each has its own case and petition." },

  figure: {
    /** The one fact of the chart, from the last value and the first. */
    title: (
      last: { amount: string; month: string },
      first: { amount: string; month: string },
      unit: string,
    ) => `${capital(last.amount)} ${unit} in ${last.month}, from ${first.amount} in ${first.month}`,
    svgTitle: (unit: string) => `Bar chart, in ${unit}`,
    description: (values: string[]) => `Bars that begin at zero. ${values.join(". ")}.`,
    value: (month: string, amount: string, unit: string) => `${month}: ${amount} ${unit}`,
    block: (amount: string, unit: string) => `Each block is ${amount} ${unit}.`,
    table: "The figures as a table",
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

  timeline: { heading: "Timeline", today: "Today" },

  ask: { petition: (version: number) => `The petition in full (version ${version})` },

  corrections: {
    kinds: {
      statement: "A statement was wrong",
      figure: "A figure was wrong",
      source: "A source was wrong",
      wording: "Wording",
      removed: "Taken off the page",
    },
    earlier: (until: string, text: string) => `Until ${until} this line read: “${text}”`,
    none: "No corrections so far.",
    report: "Seen a mistake? Write to us. We correct the page and say here what was wrong.",
    version: (version: number, date: string) =>
      `This is version ${version} of the petition, of ${date}. A signature counts for the version that was signed.`,
  },

  reasons: {
    heading: "Why people sign",
    all: "Everyone’s reasons",
    title: (campaign: string) => `Why people sign: ${campaign}`,
    none: "No reasons to show yet.",
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
    checked: (date: string) => `Checked on ${date}.`,
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
