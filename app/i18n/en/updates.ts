import approving, { alone, ofWritten, refusedWritten } from "./approving.ts";
import { fewerMarks, mergeField, mergeFieldOf, sendAgain } from "./form-errors.ts";
import { icu } from "./icu.ts";

const wrongProvider = "The provider’s address is wrong. Check RESEND_BASE_URL.";
const digits = (n: number) => new Intl.NumberFormat("en").format(n);
const people = (count: number) => icu("{count, plural, one {# person} other {# people}}", { count });
const allOf = (things: readonly string[]) => new Intl.ListFormat("en").format([...things]);
const emails = (count: number) => icu("{count, plural, one {# email} other {# emails}}", { count });
const listed = (names: readonly string[]) =>
  new Intl.ListFormat("en", { type: "disjunction" }).format([...names]);

const ours = "For a first name, write {first_name|friend}";
const notRepeated = "A reader left or changed between two attempts, so the batch is not retried.";
const addressRejected = "The provider rejected the address. The rest of its batch was sent.";
const notMade = "The email could not be made. Please tell the operator.";

/** Whom an update is for, each in words; an empty list means all. */
type Meant = {
  deed: string;
  countries: readonly string[];
  languages: readonly string[];
  ways: readonly string[];
  willing: readonly string[];
  companies: readonly string[];
  since: string | null;
};

/** What someone did, in the forms that sentences need. */
const acts = {
  signed: { does: "sign", someone: "someone signs", done: "signed" },
  pledged: { does: "pledge their vote", someone: "someone pledges their vote", done: "pledged their vote" },
  wrote: { does: "write a letter", someone: "someone writes a letter", done: "written a letter" },
  voted: { does: "tell us they voted", someone: "someone tells us they voted", done: "told us they voted" },
};
type After = { act: keyof typeof acts; days: number; unless: keyof typeof acts | null };
const days = (count: number) => icu("{count, plural, one {# day} other {# days}}", { count });
const unlessDone = ({ unless }: After) => (unless ? `unless they have ${acts[unless].done} by then` : "");

export default {
  nav: { mail: "Email", updates: "Updates" },
  history: "History",

  list: {
    title: "Updates",
    text: "News by email to everyone who asked for it.",
    write: "Write an update",
    caption: "Updates, newest first; times in UTC",
    columns: {
      number: "No.",
      subject: "Subject",
      state: "Status",
      people: "People",
      when: "When",
      who: "Written by",
    },
    noSubject: "No subject yet",
    notFixed: "Not set yet",
    operator: "the operator",
    empty: {
      title: "No updates yet",
      text: "You write one, another organizer approves it, and you choose when it goes.",
      read: "Updates appear here once someone writes one.",
    },
  },
  stages: {
    draft: "Draft",
    submitted: "Needs approval",
    approved: "Approved",
    scheduled: "Scheduled",
    sending: "Sending",
    paused: "Paused",
    sent: "Sent",
    cancelled: "Canceled",
  },

  title: (number: number) => `Update ${number}`,
  crumb: "Updates",
  steps: { label: "Steps", write: "Write", approve: "Approve", send: "Send" },
  continues: (number: number) => `Continues update ${number}: it goes only to people who joined since.`,
  savedAt: (time: string) => `Saved ${time}`,
  saving: "Saving…",
  notSaved: "Not saved yet",
  languages: { en: "English", es: "Spanish" } as Record<string, string>,

  write: {
    heading: "Write the update",
    text: (field: string) => `Type ${field} where the reader’s first name belongs.`,
    insertName: "Insert the first name",
    aboutMarkdown: "Learn more about formatting",
    markdownText:
      "Write ## heading, **bold**, *italic*, [words](https://…) for a link, > quote or - list. [claim 9] on its own line inserts statement 9 with its source. {first_name|friend} becomes the reader’s first name, or “friend” where we have none.",
    first: (language: string) => `Every update needs a text in ${language}.`,
    other: (first: string) => `If empty, these readers get the ${first} text.`,
    subject: "Subject",
    subjectHint: "Phones show about 38 characters.",
    greeting: "Greeting",
    greetingHint: (field: string) =>
      `${field} becomes the reader’s first name; if you leave this empty, no greeting is sent.`,
    body: "Text",
    notWritten: (language: string) => `${language}: not written yet`,
    claims: (count: number) =>
      icu("{count, plural, one {The statement} other {The # statements}} you can cite", { count }),
    lines: (count: number) =>
      icu("{count, plural, one {One problem} other {# problems}} to fix in this text", { count }),
    line: (n: number, problem: string) => `Line ${digits(n)}: ${problem}`,
    markdown: {
      html: (value: string) => `${value} is HTML. Use Markdown, or remove it`,
      image: () => "Pictures are not sent. Describe it, or link to it",
      link: (value: string) =>
        `${value} is not a web or email address. Start with https:// or mailto:, with no user name before an @`,
      "link-differs": (value: string) =>
        `“${value}” reads as an address, but the link leads elsewhere. Use words, or its real address`,
      hidden: () => "Invisible or reversed characters here. Delete them, and type the words again",
      reference: (value: string) => `${value} is a link without an address. Add (https://…) right after it`,
      definition: (value: string) => `No link uses the address ${value}. Remove it, or link to it`,
      "merge-field": (value: string) => `${mergeFieldOf(value)}. ${ours}`,
      "field-in-link": (value: string) =>
        `Move “${value}” out of the link or address: a name must not reach another site`,
      "claim-unknown": (value: string) => `There is no statement ${value}. See the list below the text`,
      "claim-unpublished": (value: string) => `Statement ${value} is not published, so you cannot cite it`,
      "claim-not-alone": (value: string) =>
        `Put [claim ${value}] on its own, with an empty line before and after`,
      "too-long": (value: string) =>
        `This email would be ${value} kB. Gmail cuts at 102 and hides the unsubscribe link. Shorten it, or use fewer, longer paragraphs`,
      "too-deep": () =>
        "This text is too dense: at most six levels of quotes and lists, 300 lines in a paragraph and 3,000 in all. Add empty lines, or shorten it",
    } as Record<string, (value: string) => string>,
    unknownProblem: (code: string, value: string) => `${code} ${value}`.trim(),
  },

  preview: {
    label: (language: string) => `Preview in ${language}`,
    phone: "Phone",
    wide: "Computer",
    text: "Text",
    frame: (language: string, kind: string) => `Preview in ${language}, ${kind}`,
    alone: "Open in a new tab",
    reader: "Ana Sample",
    as: "Show it as read by",
    readers: [
      { kind: "named", name: "Ana Sample", label: "Ana Sample" },
      { kind: "unnamed", name: "A. S.", label: "someone with initials only" },
      { kind: "unusual", name: "Zoë-Lưu O’Neill & <Söhne>", label: "someone with an unusual name" },
    ],
    cannot: "Fix the problems named at the text to see the preview.",
    empty: "Nothing to preview yet.",
    asWritten: (first: string) => `No text: these readers get the ${first} text.`,
    asEnglish: (first: string) => `Until you write a text here, these readers get the ${first} text.`,
  },

  audience: {
    heading: "Who gets it",
    did: "People who agreed to updates",
    deeds: {
      anything: "everyone",
      signed: "people who signed",
      pledged: "people who pledged their vote",
      wrote: "people who wrote a letter",
    },
    since: "Agreed since",
    sinceHint: "In UTC, inclusive; leave it empty for any time.",
    countries: "Countries",
    allCountries: "All countries",
    someCountries: (count: number) => icu("{count, plural, one {# country} other {# countries}}", { count }),
    countriesHint: "None checked means all.",
    languages: "Language they read",
    languagesHint: "None checked means all.",
    byPledge: "What their pledge says",
    anyPledge: "Not asked",
    somePledge: (count: number) => icu("{count, plural, one {# answer} other {# answers}}", { count }),
    byPledgeHint:
      "Checked answers leave out people without such a pledge; in each group, one match is enough.",
    holding: "How they hold",
    ways: {
      broker: "with a broker",
      registered: "in their own name",
      employee_plan: "in a plan with a trustee",
      ira_brokerage: "in a retirement account",
      foreign_broker: "with a foreign broker",
      fund: "in a fund",
      institution: "for an institution",
      unsure: "not sure how",
    },
    willing: "What else they would do",
    companies: "Company they pledged about",
    archive: "Publish it on the updates page when sending begins",
    archiveHint: "If unchecked, it goes out by email only, with no public page.",
    people: (count: number) =>
      icu("{count, plural, one {person} other {people}} would get it now", { count }),
    fewPeople: "Fewer than 5 people would get it now",
    atLeastPeople: (count: number) => `At least ${count} people would get it now`,
    rounded: "Rounded down to a multiple of 5: your role can’t see names.",
    ofLastDays: "Counted at the last save. It shows how many a month brings.",
    count: "Save and count",
    counted: "Counted at the last save. The list is set when sending begins.",
    nobody:
      "Nobody would get it. Check fewer boxes, change the group or the day, or wait until someone agrees to updates.",
    sentence: (to: Meant) =>
      [
        `People who agreed to updates: ${to.deed}`,
        to.countries.length === 0 ? "in all countries" : `in ${allOf(to.countries)}`,
        to.languages.length === 0 ? "" : `reading ${listed(to.languages)}`,
        to.ways.length === 0 ? "" : `who hold ${listed(to.ways)}`,
        to.willing.length === 0 ? "" : `who would ${listed(to.willing)}`,
        to.companies.length === 0 ? "" : `with a pledge about ${listed(to.companies)}`,
        to.since === null ? "" : `agreed since ${to.since}`,
      ]
        .filter(Boolean)
        .join(", ")
        .concat("."),
    inArchive: "Public on the updates page once sending begins.",
    notInArchive: "Not on the updates page.",
  },

  /** An update that goes by itself, some days after an act: a step of a series. */
  byItself: {
    acts,
    when: (after: After) =>
      [`${days(after.days)} after they ${acts[after.act].does}`, unlessDone(after)]
        .filter(Boolean)
        .join(", "),
    short: (after: After) => [`${days(after.days)} later`, unlessDone(after)].filter(Boolean).join(", "),
    field: "When it goes",
    once: "Once, when you send it",
    option: (act: keyof typeof acts) => `By itself, after ${acts[act].someone}`,
    days: "Days after that",
    daysHint: "From 1 to 60.",
    unless: "Skip people who by then have",
    nobody: "Skip nobody",
    counted: {
      people: (count: number) =>
        icu("{count, plural, one {person} other {people}} of the last 30 days would be in it", { count }),
      fewPeople: "Fewer than 5 people of the last 30 days would be in it",
      atLeastPeople: (count: number) => `At least ${count} people of the last 30 days would be in it`,
    },
    rule: "Each person gets it once: only people who agreed to updates and act after it starts.",
    title: (number: number) => `Update ${number} goes by itself`,
    stages: { sending: "Running", sent: "Ended" } as Record<string, string>,
    heading: (act: keyof typeof acts) => `After ${acts[act].someone}`,
    series: "Series",
    text: "Emails that go by themselves, some days after an act. Each needs its own approval.",
    caption: (act: keyof typeof acts) => `Emails after ${acts[act].someone}, in the order they go`,
    columns: { when: "When", subject: "Subject", state: "Status", people: "People so far" },
    begin: "Write an email for a series",
    beginAfter: "It follows when",
    send: {
      heading: "Start it",
      text: (_count: number) =>
        "Once started, it goes to each person when their day comes. People who acted before get none.",
      now: (_count: number) => "Start it now",
    },
    intro: "It runs until someone ends it or the campaign closes.",
    sofar: "so far",
    ifPaused:
      "Emails being sent now finish. Once resumed, it goes to people whose day came during the pause, up to 14 days late.",
    pausedByOrganizer: "Resume it when you are ready. People whose day came get it then, up to 14 days late.",
    end: "End it…",
    endText: (rest: number) =>
      `Nobody gets it anymore${rest > 0 ? `, and ${people(rest)} still waiting get none` : ""}. This cannot be undone.`,
    endButton: "End it",
    begun: "It has started. The first email goes when its day comes.",
    cancelled: (number: number) => `Update ${number} was ended`,
    ended: "Ended. Nobody gets it anymore.",
    brought: {
      heading: "What readers did next",
      text: "People who did each thing within 14 days of their email. The email need not be the reason: opens and clicks are not tracked.",
      none: "Nobody has done anything yet.",
      rounded: (count: number, written: string) => (count === 0 ? "fewer than 5" : `at least ${written}`),
      notYet: "Counted within the hour.",
      countedAt: (time: string) => `Counted at ${time} UTC.`,
      acts: {
        signed: "Signed",
        pledged: "Pledged their vote",
        wrote: "Wrote a letter",
        voted: "Told us they voted",
      },
    },
  },

  next: {
    heading: "Preview and submit",
    text: "Each of these buttons saves everything.",
    autosaved: "Changes are saved as you type.",
    save: "Save and preview",
    test: "Send a test to me",
    testIn: (language: string) => `Send a test in ${language} to me`,
    ask: (names: readonly string[]) =>
      names.length === 1 || names.length === 2 ? `Ask ${listed(names)} to approve` : "Ask for approval",
    askAlone: "Ask for approval",
    cancel: "Discard this draft…",
    cancelText: "It stays in the list, canceled. This cannot be undone.",
    cancelButton: "Discard this draft",
  },

  summary: "Not submitted yet",
  summarySchedule: "Not scheduled yet",
  summarySave: "Not saved yet",
  errors: {
    marks: fewerMarks,
    "subject-missing": "Write a subject",
    "merge-field": `${mergeField}. ${ours}`,
    "subject-line": "Write the subject on one line",
    "subject-encoded": "Remove =? from the subject: email programs would show other words",
    "subject-long": "Shorten the subject to 150 characters",
    "greeting-line": "Write the greeting on one line",
    "greeting-long": "Shorten the greeting to 100 characters",
    "body-missing": "Write the text",
    "body-long": "Shorten the text to 50,000 characters",
    markdown: "Fix the lines named at the text",
    "audience-empty": "Nobody would get it. Choose a wider audience",
    "language-unknown": "Choose languages from the list",
    "holding-unknown": "Choose ways of holding from the list",
    "willing-unknown": "Choose answers from the list",
    "company-unknown": "Choose companies from the list",
    "country-unknown": "Choose countries from the list",
    "did-missing": "Choose who gets it",
    "after-unknown": "Choose an act from the list",
    "days-range": "Enter a number of days from 1 to 60",
    "unless-same": "Choose another act: everyone who gets it has done this one",
    "series-full": "This series has six emails already. End one of them first",
    "day-shape": "Enter the day like 2026-11-24, or leave it empty",
    "day-missing": "Choose a day",
    "time-missing": "Choose a time",
    "time-shape": "Enter the time like 09:30",
    past: "Choose a time in the future",
    far: "Choose a day within the next year",
    "not-text": "Some characters cannot be sent by email. Type this again",
    unreadable: sendAgain,
  } as Record<string, string>,

  /** Why a page cannot reach the site. */
  trouble: {
    save: {
      "no-connection": "Not saved: the site does not answer. Trying again.",
      "signed-out": "Not saved: you are signed out. Sign in in another tab, then continue here.",
      "no-right": "Not saved: you can no longer edit it, or it is gone. Your text is still in the fields.",
    },
    look: {
      "no-connection": (since: string) => `No connection since ${since} UTC. Trying again.`,
      "signed-out": (since: string) =>
        `Signed out since ${since} UTC. Sign in in another tab; this page then continues.`,
      "no-right": (since: string) =>
        `Since ${since} UTC you can no longer see this update, or it is gone. Trying again.`,
    },
    signIn: "Sign in",
  },

  stale: {
    title: "Someone saved this draft while you were writing",
    text: (who: string, time: string) =>
      `${who} saved it at ${time}. Your text is in the fields; theirs is here. Copy what you want to keep, then choose.`,
    somebody: "Another organizer",
    look: "See the differences",
    theirsShort: "Saved version",
    mineShort: "Yours",
    keepMine: "Keep mine",
    takeTheirs: "Take theirs",
    either: "“Keep mine” replaces the saved version with yours. “Take theirs” discards your changes.",
    theirs: (language: string) => `Saved version, ${language}`,
    none: "Nothing",
  },

  /** The same while emails are delayed. */
  doneDelayed: { tested: "The test is saved. Emails are delayed today: it comes once they resume." },
  /** Confirmations at the top of the page. */
  done: {
    saved: "Saved.",
    "took-back": "Saved. It changed after it was submitted, so it needs approval again.",
    tested: "A test is on its way to you. Allow a minute.",
    submitted: "Approval asked for.",
    approved: "Approved. Now someone can send or schedule it.",
    "sent-back": "Sent back. It is a draft again.",
    "took-it-back": "Withdrawn. It is a draft again.",
    scheduled: "Scheduled.",
    started: "Sending begins. The list of readers is being made.",
    paused: "Paused. Emails being sent right now finish within seconds.",
    "asked-again": "Approval asked for, as it is now.",
    resumed: "Resumed.",
    cancelled: "Canceled.",
    continued: "This draft has the same text. It goes to people who joined since.",
  } as Record<string, string>,
  /** Why something did not happen. */
  refused: {
    "too-many": "You sent 20 tests in the last hour. Try again later.",
    broken: "Fix the problems named at the text before you send a test.",
    ...refusedWritten,
    ...approving.refused,
    changed: "It changed after you opened this page, so nothing was approved. Read it again.",
    "not-approved": "It is no longer approved, so it was not sent. This page shows it now.",
    "campaign-closed": "Not started: the campaign is closed, which ends emails that go by themselves.",
    "not-ready": "Not sent: something every update needs is missing.",
    gone: "It has begun or was canceled. This page shows it now.",
    "submitted-since":
      "Autosave is off: someone submitted it. “Save and preview” saves your text and withdraws the submission.",
    closed: "It has begun or was canceled, so nothing was saved. Your text is still in the fields.",
    stale: "Someone saved it after you opened this page. Read it again, then submit it.",
    "frame-changed":
      "Saved but not submitted: the campaign’s title, sender, addresses or statements changed. Check the preview, then submit it.",
    "no-connection": "The site did not answer, so we cannot tell whether this was done. Try again.",
    "signed-out": "Not done: you are signed out. Sign in in another tab, then try again.",
    "no-right": "Not done: you no longer have the right, or the update is gone.",
    "cancel-draft": "Not canceled: it is a draft again. You can discard it here.",
    "cancel-scheduled": "Not discarded: it is now scheduled. Cancel it here if it must not go.",
    "cancel-sending": "Not canceled: sending has begun. Pause it, or cancel the rest here.",
    "cancel-paused": "Not canceled: it is now paused at its start. Cancel it here if it must not continue.",
    "not-sent": "Sending has not finished.",
    "too-old": "It ended over 13 months ago, so who got it is no longer stored. Write a new update instead.",
    differs:
      "Nothing was done: its emails differ from what was requested or approved. This page names what changed.",
    "not-held": "It is not on hold, or its emails did not change. This page shows it now.",
    unreadable: "It cites a statement that is not public. Publish that statement, then ask again.",
  } as Record<string, string>,

  worksAgain: (time: string) => `Available again at ${time} UTC.`,

  missing: {
    heading: "Missing before sending",
    text: "Set these before an update can start, under Page content, Organization details. Examples do not count.",
    items: {
      operator: "Who runs the campaign.",
      "postal-address": "The campaign’s postal address.",
      contact: "The contact address.",
      funding: "Who pays for the campaign.",
      "privacy-contact": "The privacy contact.",
      "campaign-sender": "The campaign’s own sender: its name or an address is an example.",
      sender: "The sender. The operator sets MAIL_FROM to an address at a campaign domain.",
      instruction: "Your words: the text still has an instruction in square brackets.",
      "title-instruction": "The campaign’s title still has an instruction.",
      "base-url": "This site’s address. The operator sets APP_URL to its permanent https address.",
    },
    short: {
      operator: "the operator",
      "postal-address": "the postal address",
      contact: "the contact address",
      funding: "who pays",
      "privacy-contact": "the privacy contact",
      sender: "the sender (MAIL_FROM)",
      "campaign-sender": "the campaign’s own sender",
      "base-url": "this site’s address",
      instruction: "an instruction in the text",
      "title-instruction": "an instruction in the title",
    },
    rehearsed: {
      heading: "Still an example",
      text: (what: readonly string[]) =>
        `Missing or still an example: ${allOf(what)}. On this computer emails are only saved as files. Set these to send to people.`,
    },
  },

  approval: {
    title: "Needs approval",
    text: "Read every language. Once approved, it can be sent as it is.",
    submittedBy: (who: string, time: string) => `Submitted by ${who}, ${time}`,
    editedBy: (who: string, time: string) => `Edited last by ${who}, ${time}`,
    wroteIt: (who: string) => `Drafted by ${who}`,
    approvedBy: (who: string, time: string) => `Approved by ${who}, ${time}`,
    approvedAlone: (who: string, time: string) =>
      `Approved alone by ${who}, ${time}: nobody else in the campaign could`,
    operator: "the operator",
    factsHeading: "Contributors",
    changesHeading: "What changed",
    first: "This is the first submission.",
    same: (time: string) => `No changes since the last submission, ${time}.`,
    changed: (time: string) => `Changes since the last submission, ${time}:`,
    parts: { audience: "Who gets it, and when", archive: "Whether it is on the updates page" } as Record<
      string,
      string
    >,
    textIn: (language: string) => `The ${language} text`,
    approve: "Approve this update",
    takeBack: "Withdraw it and edit",
    takeBackApproved: "Withdraw it and edit; it needs approval again",
    actHeading: "Your decision",
    ...ofWritten,
    alone: { heading: "Approve it alone", text: alone, approve: "Approve this update alone" },
  },

  differs: {
    sinceApproved: "Changed since approval",
    sinceAsked: "Changed since the request for approval",
    submitAgain: "It cannot be sent like this. Change it back, or withdraw the update and submit it again.",
    askHeading: "Approve it as it is now",
    askText:
      "You’re asking for approval of exactly what the preview shows. Once someone else approves it, it can be resumed.",
    ask: "Request approval as it is now",
    parts: {
      change: "What the new petition changes",
      claims: "A statement it cites",
      language: "The language some readers get",
      title: "The campaign’s title",
      company: "The company’s name",
      operator: "Who runs the campaign",
      "postal-address": "The postal address",
      funding: "Who pays for the campaign",
      "sender-name": "The sender’s name",
      "sender-address": "The sender’s address",
      "reply-to": "The reply address",
      page: "Its public page",
    },
  },

  send: {
    heading: "Send the update",
    text: (count: number) => `${people(count)} would get it now. The list is set when sending begins.`,
    rounded: "The list is set when sending begins.",
    nowRounded: "Send it now",
    now: (count: number) => `Send it to ${people(count)} now`,
    later: "Or choose a time",
    day: "Day",
    time: "Time, UTC",
    schedule: "Schedule it",
    reschedule: "Change the time",
    isScheduled: (time: string) => `Scheduled for ${time} UTC.`,
    due: "Due now. Sending begins within a minute.",
    dueDelayed: "Due now. Emails are delayed today: it begins once they resume.",
    utcNow: (time: string) => `It is ${time} UTC now.`,
    onlyWriters: "Your role cannot send updates. An owner or organizer of the campaign can.",
  },

  progress: {
    onItsWay: (number: number) => `Sending update ${number}`,
    paused: (number: number) => `Update ${number} is paused`,
    cancelled: (number: number) => `Update ${number} was canceled`,
    sent: (number: number) => `Update ${number} was sent`,
    intro: (subject: string, who: string | null, started: string | null) =>
      [`“${subject}”`, who && `approved by ${who}`, started && `begun on ${started} UTC`]
        .filter(Boolean)
        .join(", "),
    asOf: (time: string) => `As of ${time}${time.endsWith(".") ? "" : "."}`,
    preparing: (count: number) =>
      `Making the list of readers: ${people(count)} so far. Sending begins once it is complete.`,
    handed: "Sent to the provider",
    of: (n: number) => `of a list of ${digits(n)}`,
    frozenAt: (time: string) => `set at ${time}`,
    told: (stage: string, percent: number) => `${stage}: ${percent}% done`,
    bar: (done: number, all: number) =>
      icu("{done, number} of {all, plural, one {# person} other {# people}} done", { done, all }),
    ends: "Estimated end",
    fromNow: (text: string) => `${text} from now`,
    seconds: (count: number) => icu("{count, plural, one {# second} other {# seconds}}", { count }),
    minutes: (count: number) => icu("{count, plural, one {# minute} other {# minutes}}", { count }),
    hours: (count: number) => icu("{count, plural, one {# hour} other {# hours}}", { count }),
    unknownEnd: "not known yet",
    rate: "Rate",
    perSecond: (n: string) => `${n} a second`,
    lastHalfMinute: "over the last 30 seconds",
    noRate: "none right now",
    hardBounces: "Hard bounces",
    complaints: "Complaints",
    pausesAt: (share: string) => `pauses automatically at ${share}`,
    afterAccepted: (n: number) => `once ${digits(n)} are accepted`,
    waits: (time: string) =>
      `The sender is warming up and reached today’s limit (MAIL_WARM_UP), so that it is not taken for spam. It continues automatically at ${time} UTC.`,
    look: "Refresh the figures",
    pause: "Pause sending",
    resume: "Resume sending",
    cancel: "Cancel the rest…",
    cancelText: (handed: number, rest: number) =>
      `${people(rest)} will never get it. ${emails(handed)} already sent cannot be recalled. This cannot be undone.`,
    cancelButton: (rest: number) => `Cancel ${emails(rest)}`,
    cancelScheduled: "Cancel this update…",
    cancelScheduledText:
      "It can then never be sent. To change only the time or the text, change the time above or withdraw it.",
    cancelPausedText: "It can then never be sent. To change only the text, withdraw it.",
    cancelScheduledButton: "Cancel this update",
    ifPaused: {
      heading: "If you pause",
      text: "Emails being sent now finish; nothing new starts after 2 seconds. Resuming uses the same list; nobody is emailed twice.",
    },
  },

  table: {
    heading: "Delivery status",
    state: "Status",
    people: "People",
    share: "Share",
    meaning: "Meaning",
    groups: { open: "Waiting to be sent", handed: "Sent to the provider", not: "Not sent" },
    states: {
      queued: "Waiting",
      claimed: "Sending",
      accepted: "Accepted",
      delivered: "Delivered",
      delayed: "Delayed",
      bounced: "Bounced",
      complained: "Marked as spam",
      suppressed: "Suppressed",
      skipped: "Skipped",
      failed: "Refused",
      unknown: "Unknown",
      erased: "Erased",
    },
    meanings: {
      queued: "not sent yet",
      claimed: "in the batch being sent now",
      accepted: "the provider has it; nothing reported yet",
      delivered: "the mail server accepted it",
      delayed: "the mail server asks us to wait",
      bounced: "the mail server returned it",
      complained: "gets no more updates",
      suppressed: "bounced, complained, or wants no emails",
      skipped: "unsubscribed or did it since, or the rest was canceled",
      failed: "by the provider",
      unknown: "no answer; never retried automatically",
      erased: "data erased since",
    },
    list: "List",
    addsUp: (time: string) => `adds up, checked at ${time}`,
    addsNot: "does not add up: please tell the operator",
    unknownHeading: (count: number) =>
      icu("{count, plural, one {One email} other {# emails}} may or may not have been sent", { count }),
    unknownText:
      "The connection broke before the provider answered. They are never resent automatically: they might arrive twice. Later reports settle them; look up the rest at the provider by the email’s tag.",
  },

  problems: {
    heading: (count: number) =>
      icu("{count, plural, =0 {No problems} one {One problem} other {# problems}}", { count }),
    none: "Rejections by the provider or a mailbox appear here.",
    name: "Problem",
    mails: "People",
    now: "Now",
    unknownCode: "Not in our list. See the provider’s documentation for this code.",
    /** Codes stored with mails and batches, and the reasons of a pause. */
    codes: {
      "rate-limited": "The provider asked us to slow down. We waited as asked and continued.",
      "quota-used-up":
        "The provider’s daily or monthly quota is used up. Raise it there, or wait until it renews.",
      "warm-up": "Waits for the next day: the sender is warming up.",
      "no-answer": "The connection broke before an answer came.",
      "timed-out": "No answer came in time.",
      "incomplete-answer": "The answer was cut off.",
      "still-being-sent": "The provider was still processing the first attempt when we asked again.",
      "key-used-for-another-text": "The provider has this attempt with a different text. It is not retried.",
      "too-old-to-repeat": "The provider no longer remembers the first attempt. It is not retried.",
      "not-repeated": notRepeated,
      "changed-since": notRepeated,
      interrupted: "The process ended while sending it.",
      "worker-stopped": "The process stopped while it waited.",
      "waited-too-long": "It waited behind others for too long. It is retried.",
      "hard-bounce": "The mailbox does not exist. The address gets no more updates.",
      "soft-bounce": "The mailbox was full, or its server rejected it for now.",
      "bad-address": "The stored email address is not valid.",
      "validation-error": addressRejected,
      "invalid-to-address": addressRejected,
      "invalid-from-address":
        "The provider rejects the sender. Check MAIL_FROM and the domain at the provider.",
      "invalid-api-key": "The provider rejects our key. Set a new one in RESEND_API_KEY.",
      "missing-api-key": "The provider got no key. Set it in RESEND_API_KEY.",
      "restricted-api-key": "The key cannot send from this domain. Create one that can.",
      "invalid-access": "The provider rejects our account. See its dashboard.",
      "invalid-region": "The provider rejects the domain’s region. See its dashboard.",
      "security-error": "The provider stopped our account for security. Contact its support.",
      "not-found": wrongProvider,
      "method-not-allowed": wrongProvider,
      refused: "The provider rejected it without a reason.",
      unsubscribed: "Unsubscribed since the list was made.",
      "no-longer-due":
        "Before their turn they did what it asks for or took their act back, or the campaign closed.",
      cancelled: "The rest was canceled before their turn.",
      suppressed: "The address is on our suppression list.",
      complained: "The reader marked an email as spam.",
      "nothing-to-say": notMade,
      "not-made": notMade,
      "smtp-sign-in-refused": "The mail server rejects our sign-in. Check SMTP_URL.",
      "smtp-lost-after-data": "The connection broke after sending, before the server confirmed.",
      restored: "The database was restored from an archive during sending.",
    } as Record<string, string>,
    /** Codes that carry a number, by how they start. */
    startsWith: [
      ["status-", "The provider had an error. We retried with the same key, which cannot send it twice."],
      ["smtp-4", "The mail server rejected it for now."],
      ["smtp-5", "The mail server rejected it permanently."],
      ["smtp-", "The connection to the mail server failed."],
    ] as readonly (readonly [string, string])[],
  },

  pausedWhy: {
    organizer: {
      title: "An organizer paused it",
      what: "Resume it when you are ready. It continues with the same list.",
    },
    quota: {
      title: "The provider’s quota is used up",
      what: "Raise the quota, or wait until it renews; then resume. Nobody is emailed twice.",
    },
    provider: {
      title: "The provider rejects our account or sender",
      what: "Fix the cause named here, at the provider or in the configuration; then resume. Nobody is emailed twice.",
    },
    bounces: {
      title: "Too many emails bounced",
      what: "More than 5% of accepted emails met a mailbox that does not exist. Find out where these addresses come from before you resume: providers block senders for this. Counting then restarts.",
    },
    complaints: {
      title: "Too many readers marked it as spam",
      what: "More than 0.3% complained. Check the audience before you resume: providers block senders for this. Counting then restarts.",
    },
    "not-ready": {
      title: "Something every update needs is missing",
      what: "See below what to set. Then resume it.",
    },
    "ready-again": {
      title: "Ready to continue",
      what: "Something was missing when its turn came. Now it is set: resume the update.",
    },
    differs: {
      title: "Its emails differ from what was approved",
      what: "Change it back and resume, or request approval as it is now.",
    },
    "asked-again": {
      title: "Needs approval as it is now",
      what: "Its emails differed from what was approved. Once approved, resume it.",
    },
    restored: {
      title: "The database was restored from an archive",
      what: "Who was due before then may have got it already, so gets none. Resume it for everyone after.",
    },
    "as-approved": { title: "Ready to continue", what: "Its emails match what was approved. Resume it." },
    "words-unreadable": {
      title: "Its text cannot be sent as it is",
      what: "It cites a withdrawn statement, or has another tool’s merge field. Publish the statement again and resume, or cancel this update and write another.",
    },
  },

  report: {
    heading: "Report",
    written: "Written by",
    submitted: "Submitted by",
    approved: "Approved by",
    alone: "alone, as nobody else in the campaign could",
    begun: "Started",
    ended: "Ended",
    took: "Duration",
    audience: "Audience",
    archive: "Public page",
    archiveLink: "Open its public page",
    notArchived: "None",
    since: {
      heading: "People who joined since",
      text: (count: number) =>
        icu(
          "{count, plural, =0 {Nobody in its audience has joined.} one {# person in its audience has joined.} other {# people in its audience have joined.}}",
          { count },
        ),
      few: "Fewer than 5 people in its audience have joined.",
      atLeast: (count: number) => `At least ${count} people in its audience have joined.`,
      count: "Count them now",
      left: "The new draft has this text, leaves out earlier readers, and needs its own approval.",
      button: "Draft an update for them",
    },
    cancelledText: "People still waiting then get no email.",
    neverBegun: "It was canceled before anything was sent.",
  },
};
