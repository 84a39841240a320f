import { contents } from "#app/domain/outbox/contents/index.ts";
import type { Locale } from "#app/i18n/index.ts";
import type { Email } from "#emails/index.ts";
import type { Pledged } from "#emails/parts/pledged.ts";
import type { RichBlock } from "#emails/parts/rich-text.ts";
import type { PledgeReminderProps } from "#emails/pledge-reminder.ts";
import { inSpanishWords } from "./emails-in-spanish.ts";

const common = {
  locale: "en" as const,
  campaign: {
    title: "Microsoft: end all agreements with ICE",
    url: "https://sign.test/c/microsoft-ice",
    company: "Microsoft",
    operator: "Sample Campaign",
    postalAddress: "1 Example Street, 00000 Sampletown",
    fundingLine: "It is paid for by gifts from its members.",
  },
  privacyUrl: "https://sign.test/privacy",
};
const signed = {
  name: "Zoë O’Brien",
  petition: {
    summary:
      "Microsoft ends all its agreements with ICE, resale through partners included; publishes what it " +
      "supplies today; and reports to shareholders on human-rights due diligence.",
    version: 3,
    publishedAt: new Date("2026-09-09T00:00:00Z"),
  },
  display: "initials" as const,
  consents: { updates: true, nameTo: [], nameNotTo: ["Microsoft"] },
  stored: { postalCode: true, comment: false, source: false },
};
const dispatchUrl =
  "https://sign.test/organize/c/microsoft-ice/letters/dispatches/6f1c2a4e-3a50-4a52-9a3e-1b9a2f6a3f10";
const token = "EjRWeJq83vASNFZ4mrze8GnjSQBp7YQAq83vEjRWeJq83vASNFZ4mr";
const confirm = {
  ...common,
  ...signed,
  signedAt: new Date("2026-11-24T10:15:00Z"),
  deletedAt: new Date("2026-12-01T10:15:00Z"),
  confirmUrl: `https://sign.test/confirm/${token}`,
};
/** A pledge, as its emails describe it. */
export const pledged: Pledged = {
  pledge: {
    kind: "direct",
    holdingForm: "broker",
    meeting: { year: 2027, on: "2027-12-07", checked: false, unitedStates: true },
    intentions: [
      { item: null, intention: "for" },
      { item: { number: 9, title: "Report on human-rights due diligence" }, intention: "for" },
      { item: { number: null, title: "Ratification of the auditor" }, intention: "undecided" },
    ],
    heldOnRecordDate: "yes",
    willing: ["cofile", "attend"],
    display: "anonymous",
    hasComment: true,
  },
  consents: { updates: true, contactCofile: true },
};
const confirmPledge = {
  ...common,
  ...pledged,
  name: signed.name,
  pledgedAt: new Date("2027-11-08T10:15:00Z"),
  deletedAt: new Date("2027-11-15T10:15:00Z"),
  replaces: true,
  confirmUrl: `https://sign.test/confirm/${token}`,
};
const personal = {
  personalUrl: `https://sign.test/manage/${token}`,
  personalUntil: new Date("2026-12-01T10:20:00Z"),
};

/** Ways to share, as in a receipt. */
const share = {
  share: [
    {
      label: "WhatsApp",
      url: "https://wa.me/?text=Will%20you%3F%20https%3A%2F%2Fsign.test%2Fc%2Fmicrosoft-ice",
    },
    { label: "Email", url: "mailto:?subject=Microsoft&body=https%3A%2F%2Fsign.test%2Fc%2Fmicrosoft-ice" },
  ],
};

const next = (step: "sign" | "pledge") => ({
  next: {
    step,
    url: `https://sign.test/c/microsoft-ice/next/${token}`,
    until: new Date("2026-12-01T10:20:00Z"),
  },
});
const undo = { undoUrl: `https://sign.test/undo/${token}`, undoUntil: new Date("2026-12-01T10:20:00Z") };

const written = {
  ...common,
  name: signed.name,
  letter: { characters: 1284, tellsShares: true, display: "initials" as const },
  consents: { replyTo: false, updates: true },
};
const confirmLetter = {
  ...written,
  writtenAt: new Date("2026-11-24T10:15:00Z"),
  deletedAt: new Date("2026-12-01T10:15:00Z"),
  confirmUrl: `https://sign.test/confirm/${token}`,
};
const toWriter = { ...common, ...personal, name: signed.name, manageUrl: "https://sign.test/manage" };
/** After a dispatch. */
const later = (personalUntil: string) => ({ ...toWriter, personalUntil: new Date(personalUntil) });
const receivedLetter = { ...written, ...toWriter, confirmedAt: new Date("2026-11-24T10:20:00Z") };
const letterReceipt = { ...receivedLetter, ...undo, next: null, rhythm: { everyDays: 14, milestone: 500 } };

const textRun = (text: string) => ({ kind: "text" as const, text });
const paragraph = (text: string): RichBlock => ({ kind: "paragraph", of: [textRun(text)] });

/** Three days before the last vote, to a reader in Berlin. */
export const aReminder: PledgeReminderProps = {
  ...common,
  reminder: "vote-by-3",
  name: "Zoë O’Brien",
  at: new Date("2027-12-03T08:00:04Z"),
  pledgedOn: new Date("2027-07-03T10:15:00Z"),
  pledge: {
    kind: "direct",
    holdingForm: "broker",
    accountFlags: ["margin"],
    intentions: [
      {
        item: { number: 9, title: "Report on human-rights due diligence", onBallot: true },
        intention: "for",
      },
      { item: null, intention: "undecided" },
    ],
  },
  meeting: {
    year: 2027,
    zone: "America/New_York",
    unitedStates: true,
    on: "2027-12-07",
    at: new Date("2027-12-07T16:30:00Z"),
    recordDate: "2027-10-05",
    ballotOpenOn: "2027-10-21",
    lastVote: new Date("2027-12-07T04:59:00Z"),
    ofPlan: false,
    proposalDeadline: "2027-08-31",
    asOf: "2027-11-20",
    portalUrl: "https://company.test/meeting",
  },
  unlocksOn: null,
  zone: "Europe/Berlin",
  calendar: true,
  fundLetter: null,
  act: "outcome",
  actUrl: `https://sign.test/voted/${token}`,
  actUntil: new Date("2028-12-06T05:00:00Z"),
  manageUrl: "https://sign.test/manage",
  coFileUrl: "https://sign.test/c/microsoft-ice/co-file",
  unsubscribeUrl: `https://sign.test/unsubscribe/${token}`,
};

/** The question to a fund's holder two weeks after they pledged. */
export const aFundQuestion: PledgeReminderProps = {
  ...aReminder,
  reminder: "fund-letter-14",
  at: new Date("2027-07-17T13:00:04Z"),
  pledge: { kind: "fund", holdingForm: "unsure", accountFlags: [], intentions: [] },
  calendar: false,
  fundLetter: [
    "Dear Sample Asset Management,",
    "I hold a fund of yours that owns shares of Microsoft.",
    "Sincerely,\nZoë O’Brien",
  ],
};

/** Makes what a reader of each kind gets. */
export const reminderOf = (reminder: PledgeReminderProps["reminder"]): PledgeReminderProps => ({
  ...(reminder.startsWith("fund") ? aFundQuestion : aReminder),
  reminder,
});

/** Every kind of block that an organizer can write. */
export const richBlocks: RichBlock[] = [
  paragraph(
    "On February 17 the Guardian, with +972 Magazine and Local Call, reported from leaked files that " +
      "ICE’s data in Azure had grown from about 400 terabytes in July 2025 to nearly 1,400 in January " +
      "2026.",
  ),
  {
    kind: "paragraph",
    of: [
      textRun("The files "),
      { kind: "strong", of: [textRun("do not say")] },
      textRun(
        " what the data is. It may serve surveillance; it may be the running of detention facilities. ",
      ),
      { kind: "emphasis", of: [textRun("That is the point of our second demand:")] },
      textRun(" publish what is supplied today."),
    ],
  },
  {
    kind: "claim",
    claim: "company_statement",
    label: "Company statement",
    text:
      "Microsoft says that its policy bars mass surveillance of civilians, and that it does not believe " +
      "ICE is doing that.",
    limits: "It does not say what was looked at.",
    source: "Reported by Reuters, February 18, 2026",
    url: "https://news.example.org/2026/02/18/statement?lang=en&edition=us",
  },
  { kind: "quote", of: [paragraph("We take these questions seriously, and we are looking into them.")] },
  paragraph("“Does not believe” is not “has looked”. We ask the company to look, and to say what it found."),
  { kind: "heading", level: 2, of: [textRun("What you can do this week")] },
  {
    kind: "list",
    ordered: true,
    items: [
      [
        {
          kind: "paragraph",
          of: [
            textRun("If you hold shares, "),
            {
              kind: "link",
              url: "https://sign.test/c/microsoft-ice/pledge?from=update&n=12",
              of: [textRun("say how you will vote")],
            },
            textRun(". You vote your own shares through your own broker; we cannot vote for you."),
          ],
        },
      ],
      [
        paragraph("Ask someone who has not signed:"),
        {
          kind: "list",
          ordered: false,
          items: [[paragraph("a colleague,")], [paragraph("someone who holds a fund that holds Microsoft.")]],
        },
      ],
    ],
  },
  { kind: "heading", level: 3, of: [textRun("Where to ask")] },
  {
    kind: "paragraph",
    of: [
      textRun("Write to "),
      { kind: "link", url: "mailto:campaign@example.org", of: [textRun("campaign@example.org")] },
      textRun("."),
      { kind: "break" },
      textRun("Answers take about a week."),
    ],
  },
  { kind: "rule" },
  paragraph("482,136 people had signed by November 24, 2026."),
];

const anUpdate = {
  ...common,
  subject: "What 1,400 terabytes do and do not tell us",
  blocks: richBlocks,
  issue: { number: 12, startedAt: new Date("2026-11-25T08:00:00Z") },
  name: signed.name,
  unsubscribeUrl: `https://sign.test/unsubscribe/${token}`,
  manageUrl: "https://sign.test/manage",
  pageUrl: "https://sign.test/c/microsoft-ice/updates/12",
};

/** One of each email, as a campaign would send it. */
export const sampleEmails: Email[] = [
  { name: "confirm-signature", props: confirm },
  { name: "confirm-reminder", props: confirm },
  {
    name: "already-signed",
    props: {
      ...common,
      ...signed,
      confirmedAt: new Date("2026-11-24T10:20:00Z"),
      receiptCode: "7Q4M-2HXK-9D",
      manageUrl: "https://sign.test/manage",
    },
  },
  {
    name: "ask-name",
    props: {
      ...common,
      ...personal,
      name: signed.name,
      confirmedAt: new Date("2026-11-24T10:20:00Z"),
      manageUrl: "https://sign.test/manage",
    },
  },
  {
    name: "receipt",
    props: {
      ...common,
      ...signed,
      ...personal,
      confirmedAt: new Date("2026-11-24T10:20:00Z"),
      receiptCode: "7Q4M-2HXK-9D",
      signatures: 38_413,
      ownersOf: [],
      ...undo,
      ...share,
      ...next("pledge"),
      manageUrl: "https://sign.test/manage",
    },
  },
  { name: "manage-link", props: { ...common, ...personal } },
  { name: "data-erased", props: { ...common, erasedAt: new Date("2026-11-25T09:30:00Z") } },
  {
    name: "organizer-code",
    props: { ...common, code: "482913", expiresAt: new Date("2026-11-25T09:40:00Z"), proves: null },
  },
  {
    name: "notice-held",
    props: {
      ...common,
      name: "Olga Marsh",
      version: 2,
      petitionUrl: "https://sign.test/organize/c/microsoft-ice/edit/petition#told",
    },
  },
  {
    name: "codes-asked",
    props: {
      ...common,
      expiresAt: new Date("2026-11-30T09:30:00Z"),
      signInUrl: `https://sign.test/sign-in/${token}`,
    },
  },
  {
    name: "refusals-many",
    props: {
      ...common,
      name: "Olga Marsh",
      wrong: 12,
      locked: 2,
      refused: 3,
      signInsUrl: "https://sign.test/organize/c/microsoft-ice/audit?scope=site&kind=refusals",
      pagesUrl: "https://sign.test/organize/c/microsoft-ice/audit?kind=refusals",
    },
  },
  {
    name: "approver-changed",
    props: {
      ...common,
      who: "Ben Adeyemi",
      isYou: false,
      has: false,
      by: "Olga Marsh",
      until: new Date("2026-12-02T09:30:00Z"),
      teamUrl: "https://sign.test/organize/c/microsoft-ice/team",
    },
  },
  {
    name: "organizer-invitation",
    props: {
      ...common,
      by: "Olga Marsh",
      role: "reviewer",
      expiresAt: new Date("2026-11-28T09:30:00Z"),
      invitationUrl: "https://sign.test/invite/token",
    },
  },
  { name: "confirm-pledge", props: confirmPledge },
  {
    name: "petition-changed",
    props: {
      ...common,
      name: signed.name,
      version: 3,
      changeIn: null,
      change:
        "It now asks that Microsoft publish what it supplies through partners, by name and by sum, and " +
        "no longer only what it sells itself.",
      signedOn: new Date("2026-09-24T10:15:00Z"),
      answerUrl: `https://sign.test/signed/${token}`,
      unsubscribeUrl: `https://sign.test/unsubscribe/${token}`,
      until: new Date("2027-05-23T10:15:00Z"),
    },
  },
  { name: "confirm-pledge-reminder", props: confirmPledge },
  {
    name: "already-pledged",
    props: {
      ...common,
      ...pledged,
      name: signed.name,
      inReview: false,
      confirmedAt: new Date("2027-11-08T10:20:00Z"),
      manageUrl: "https://sign.test/manage",
    },
  },
  {
    name: "pledge-receipt",
    props: {
      ...common,
      ...pledged,
      ...personal,
      ...undo,
      ...share,
      ...next("sign"),
      name: signed.name,
      version: 2,
      holders: 3120,
      inReview: false,
      notHeldOnRecordDate: false,
      mayBeOpen: false,
      voteEndsOn: null,
      votedUrl: null,
      fundLetter: null,
      confirmedAt: new Date("2027-11-08T10:20:00Z"),
      personalUntil: new Date("2027-11-15T10:20:00Z"),
      reminders: [
        { kind: "vote-by-14", dueOn: "2027-11-22" },
        { kind: "vote-by-3", dueOn: "2027-12-03" },
        { kind: "outcome", dueOn: "2027-12-08" },
      ],
      manageUrl: "https://sign.test/manage",
      changeUrl: `https://sign.test/c/microsoft-ice/pledge/${token}`,
      coFileUrl: "https://sign.test/c/microsoft-ice/co-file",
    },
  },
  { name: "pledge-reminder", props: aReminder },
  { name: "confirm-letter", props: confirmLetter },
  { name: "confirm-letter-reminder", props: confirmLetter },
  {
    name: "already-written",
    props: {
      ...common,
      name: signed.name,
      manageUrl: "https://sign.test/manage",
      confirmedAt: new Date("2026-11-24T10:20:00Z"),
      handedOver: null,
    },
  },
  { name: "letter-receipt", props: { ...letterReceipt, ...share, letters: 1204 } },
  { name: "letter-held", props: { ...receivedLetter, ...undo, holdReason: "links" } },
  { name: "letter-released", props: letterReceipt },
  { name: "letter-refused", props: { ...toWriter, refusedReason: "advertising", answered: true } },
  {
    name: "letter-sent",
    props: {
      ...later("2026-12-08T14:05:00Z"),
      handedOverAt: new Date("2026-12-01T14:05:00Z"),
      filed: false,
      withdrawnAt: null,
      dispatch: { number: 3, kind: "consolidated" },
      sha256: "0123456789abcdef".repeat(4),
    },
  },
  {
    name: "letter-replied",
    props: {
      ...later("2026-12-16T09:00:00Z"),
      from: "Investor Relations",
      receivedOn: new Date("2026-12-08"),
      lettersUrl: "https://sign.test/c/microsoft-ice/letters",
    },
  },
  {
    name: "meeting-result",
    props: {
      ...common,
      ...personal,
      personalUntil: new Date("2027-12-20T10:20:00Z"),
      manageUrl: "https://sign.test/manage",
      name: signed.name,
      fund: false,
      company: "Microsoft",
      year: 2027,
      corrected: [
        {
          number: 8,
          title: "Report on data centers",
          was: "27.30% (1,502,345,678 for, 4,000,123,456 against)",
          is: "28.11% (1,564,321,000 for, 4,000,123,456 against)",
        },
      ],
      results: [
        { number: 8, title: "Report on data centers", percent: "28.11" },
        { number: 9, title: "Report on human-rights due diligence", percent: "26.08" },
      ],
      totalsUrl: "https://sign.test/c/microsoft-ice/pledges",
    },
  },
  { name: "update", props: anUpdate },
  { name: "update-test", props: { ...anUpdate, name: "Olga Marsh" } },
  {
    name: "update-paused",
    props: {
      ...common,
      name: "Olga Marsh",
      number: 12,
      reason: "quota",
      problem: "daily_quota_exceeded",
      updateUrl: "https://sign.test/organize/c/microsoft-ice/updates/6f1c2a4e-3a50-4a52-9a3e-1b9a2f6a3f10",
    },
  },
  {
    name: "letter-part",
    props: {
      ...common,
      subject: "2,499 letters and 1,120 names enclosed",
      body: "To whom it may concern:\n\nWe enclose 2,499 letters and 1,120 names.\n\nSincerely,",
      letter: null,
      answersWriter: false,
      dispatch: 3,
      part: 1,
      parts: 4,
      sentOn: new Date("2026-12-01T14:00:00Z"),
      office: { name: "Investor Relations", postalAddress: null },
      inIt: { letters: 640, names: 0 },
      files: [
        { filename: "annex-a-letters-part-1.pdf", bytes: 6_400_000, sha256: "0123456789abcdef".repeat(4) },
      ],
      lettersUrl: "https://sign.test/c/microsoft-ice/letters",
    },
  },
  { name: "dispatch-waits", props: { ...common, name: "Olga Marsh", number: 3, dispatchUrl } },
  {
    name: "dispatch-paused",
    props: { ...common, name: "Olga Marsh", number: 3, reason: "bounces", dispatchUrl },
  },
  {
    name: "approval-asked",
    props: {
      ...common,
      name: "Olga Marsh",
      by: "Teo Marchetti",
      kind: "dispatch",
      number: 3,
      why: null,
      url: dispatchUrl,
    },
  },
  {
    name: "approval-sent-back",
    props: {
      ...common,
      name: "Teo Marchetti",
      by: "Olga Marsh",
      kind: "dispatch",
      number: 3,
      why: "The date in the second paragraph is wrong.",
      url: dispatchUrl,
    },
  },
  {
    name: "approval-withdrawn",
    props: {
      ...common,
      name: "Olga Marsh",
      by: "Teo Marchetti",
      kind: "petition",
      number: null,
      why: null,
      url: dispatchUrl,
    },
  },
];

/** Emails only in English: those to organizers, except the test of an update, in its own language. */
export const inEnglishAlone: ReadonlySet<Email["name"]> = new Set(
  contents.flatMap(({ name, to }) => (to === "organizer" && name !== "update-test" ? [name] : [])),
);

/** Returns a sample in a language, with the site's addresses and the campaign's words in it. */
export const inLocale = (email: Email, locale: Locale): Email =>
  locale === "en" ? email : ({ ...email, props: { ...(inSpanish(email.props) as object), locale } } as Email);

function inSpanish(value: unknown): unknown {
  if (typeof value === "string") {
    return inSpanishWords.get(value) ?? value.replace(/^https:\/\/sign\.test\//, "https://sign.test/es/");
  }
  if (Array.isArray(value)) return value.map(inSpanish);
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inSpanish(one)]));
}
