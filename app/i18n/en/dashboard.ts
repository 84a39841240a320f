import { icu } from "./icu.ts";

const digits = (n: number) => new Intl.NumberFormat("en").format(n);
const share = (part: number, decimals = 0) =>
  new Intl.NumberFormat("en", {
    style: "percent",
    maximumFractionDigits: decimals,
    minimumFractionDigits: decimals,
  }).format(part);

const change = (now: number, before: number) => {
  const part = Math.round((now / before - 1) * 100);
  if (part === 0) return "as many as";
  return `${digits(Math.abs(part))}% ${part > 0 ? "more" : "fewer"} than`;
};

/** Countries that English names with an article: the United States. */
const withArticle = (country: string) =>
  /^(United |U\.S\. |Netherlands|Philippines|Bahamas|Maldives|Seychelles|Comoros|Gambia|Dominican Republic|Central African)|(Islands|Territory|Territories)$/.test(
    country,
  )
    ? `the ${country}`
    : country;

const stretch = (days: number | null) =>
  days === null ? "since the beginning" : icu("in {days, plural, =1 {24 hours} other {# days}}", { days });
const before = (days: number | null) =>
  days === null
    ? "the time before"
    : icu("the {days, plural, =1 {24 hours} other {# days}} before", { days });

const against = (now: number, was: number) => {
  const part = Math.round((now / was - 1) * 100);
  return `${part > 0 ? "+" : part < 0 ? "−" : "±"}${digits(Math.abs(part))}%`;
};

const age = (seconds: number) =>
  seconds < 1
    ? "under 1 s"
    : seconds < 60
      ? `${Math.floor(seconds)} s`
      : seconds < 3600
        ? `${Math.round(seconds / 60)} min`
        : seconds < 86_400
          ? `${Math.floor(seconds / 3600)} h`
          : `${Math.floor(seconds / 86_400)} d`;

export default {
  nav: "Overview",
  title: "Overview",
  meta: "Overview · Undersigned",
  resume: {
    heading: "All email is paused",
    reasons: {
      "restored from an archive": "The database was restored from an archive",
      "the database went back in time": "The database went back in time",
    } as Record<string, string>,
    since: (reason: string, time: string) => `${reason}, noticed ${time} UTC.`,
    emails: (n: number) => `Waiting emails that may have been sent already: ${digits(n)}.`,
    drafts: (n: number) => `Drafts that may have been sent already: ${digits(n)}.`,
    unknown: (n: number) => `Emails not sent again, with unknown outcome: ${digits(n)}.`,
    /** On the page of such a draft. */
    maybeSent: (time: string) =>
      `This may have been sent before the database was restored, ${time} UTC. Compare with the provider’s log.`,
    check: "Compare with the provider’s log, then resume.",
    operator: "An owner of all campaigns, or the operator, can resume it.",
    button: "Resume email",
    send: "Resume and send what waits",
    giveUp: "Resume without what waits",
    done: "Email is resumed.",
    refused: {
      "went-back": "Not resumed: the database went back again.",
      "not-paused": "Email was already resumed.",
      undecided: "Not resumed: decide about waiting emails.",
    } as Record<string, string>,
  },
  asOf: (moment: string, zone: string) => `As of ${moment} (${zone.replaceAll("_", " ")}).`,
  live: "Updates automatically while the page is open.",
  still: "Reload the page for newer figures.",
  lost: "Could not refresh. Figures are from the time above; trying again.",

  period: {
    step: "By",
    length: "Over",
    steps: { hour: "Hour", day: "Day" } as Record<string, string>,
    lengths: (days: number | null) =>
      days === null ? "All" : icu("{days, plural, =1 {24 hours} other {# days}}", { days }),
  },
  zone: {
    label: "Time zone",
    hint: "Sets this page’s hours and days. Saved with your account.",
    keep: "Save time zone",
    kept: "Time zone saved.",
    unknown: (typed: string) => `Unknown time zone “${typed}”. Enter one like America/Chicago.`,
    summary: (zone: string) => `Times in ${zone.replaceAll("_", " ")}`,
  },

  refused: {
    line: ({
      wrong,
      locked,
      unknown,
      refused,
    }: Record<"wrong" | "locked" | "unknown" | "refused", number>) => {
      const parts = [
        icu("{n, plural, =0 {} one {# wrong code} other {# wrong codes}}", { n: wrong }),
        icu("{n, plural, =0 {} one {# lock-out} other {# lock-outs}}", { n: locked }),
        icu("{n, plural, =0 {} one {# refused page or action} other {# refused pages or actions}}", {
          n: refused,
        }),
        icu("{n, plural, =0 {} one {# code for an unknown address} other {# codes for unknown addresses}}", {
          n: unknown,
        }),
      ].filter((part) => part !== "");
      return `Failed sign-ins and refused pages, last 7 days: ${parts.length === 0 ? "none" : parts.join(", ")}.`;
    },
    signIns: "See sign-ins",
    pages: "See pages and actions",
  },

  look: {
    title: "Needs attention",
    none: "Nothing needs your attention.",
    provider: "Email",
    sources: "Sources",
    blocked: (name: string, since: string, got: string, usual: string, waiting: number) =>
      icu(
        "Since {since}, only {got} of signers at {name} have confirmed; {usual} is usual. {waiting, plural, one {# person is} other {# people are}} waiting for an email that may not arrive.",
        { name, since, got, usual, waiting },
      ),
    providers: {
      gmail: "Gmail",
      outlook: "Outlook, Hotmail",
      yahoo: "Yahoo, AOL",
      icloud: "iCloud",
      proton: "Proton",
      other: "other providers",
    } as Record<string, string>,
    blockedDo: "Ask your email provider whether its emails are being refused, and check its reports.",
    late: "Queue",
    confirmationsLate: (waiting: number, oldest: string, empty: string) =>
      icu(
        "Confirmations are late: {waiting, plural, one {# email waits} other {# emails wait}}, the oldest since {oldest}. Time until all are sent: {empty}.",
        { waiting, oldest, empty },
      ),
    mailLate: "Emails that people wait for are late, or the worker is not running. Tell your operator.",
    queueLate: (name: string, oldest: string) => `${name}: the oldest has waited ${oldest}.`,
    ahead: (emails: number) =>
      icu(
        "The database clock was set back, so {emails, plural, one {# email waits} other {# emails wait}} for a future time. If this stays, tell your operator.",
        { emails },
      ),
    bounces: (got: string, stops: string) =>
      `${got} of emails bounced. Updates pause automatically at ${stops}.`,
    bouncing: (emails: number) =>
      `${digits(emails)} confirmation emails bounced in 30 minutes: perhaps made-up addresses. Each form now needs a short calculation.`,
    complaints: (got: string, stops: string) =>
      `${got} of emails were marked as spam. Updates pause automatically at ${stops}.`,
    read: "Letters",
    lettersWait: (count: number) =>
      icu("{count, plural, one {# letter is} other {# letters are}} on hold for moderation.", { count }),
    readThem: "Moderate letters",
    names: "Names",
    namesWait: (count: number) =>
      icu("{count, plural, one {# name or comment needs} other {# names or comments need}} a decision.", {
        count,
      }),
    decide: "Review names and comments",
    reviews: "Review",
    reviewsWait: (count: number) =>
      count > 1000
        ? "Over 1,000 signatures are on hold, not counted yet."
        : icu("{count, plural, one {# signature is} other {# signatures are}} on hold, not counted yet.", {
            count,
          }),
    review: "Review signatures",
    crowd: (domain: string, count: number) =>
      `In one day, ${count} signatures with addresses at ${domain} counted.`,
    seeMails: "See emails",
    seeQueues: "See queues",
  },

  heads: {
    label: "Counts",
    signatures: "Confirmed signatures",
    toGoal: (missing: number) => `${digits(missing)} to go`,
    ofGoal: (part: number, goal: number) => `${share(part, 1)} of the ${digits(goal)} goal`,
    pledges: "Pledges, with fund holders",
    fundLetters: (reported: number, sent: number) =>
      `${digits(reported)} fund holders reported on their letter; ${digits(sent)} sent it`,
    letters: "Letters",
    pending: "Awaiting confirmation",
    pendingMeans: "signed, not confirmed yet",
    grew: (n: number, days: number | null) => `+${digits(n)} ${stretch(days)}`,
    grewFrom: (n: number, was: number, days: number | null) =>
      `+${digits(n)} ${stretch(days)}; ${digits(was)} in ${before(days)}`,
    apart: (imported: number, onPaper: number) =>
      `counted separately: ${[
        ...(imported > 0 ? [`${digits(imported)} imported, not confirmed here`] : []),
        ...(onPaper > 0 ? [`${digits(onPaper)} on paper`] : []),
      ].join("; ")}`,
    leftToo: (count: number) => `${digits(count)} withdrawn or invalidated`,
  },

  series: {
    title: (signatures: number, was: number | null, days: number | null) =>
      was === null || was === 0
        ? icu("{signatures, plural, one {# signature} other {# signatures}} {stretch}", {
            signatures,
            stretch: stretch(days),
          })
        : icu(
            "{signatures, plural, one {# signature} other {# signatures}} {stretch}, {change} in {before}",
            { signatures, stretch: stretch(days), change: change(signatures, was), before: before(days) },
          ),
    emptyTitle: "No signatures in this period",
    empty: "Confirmed signatures appear here. Share the campaign page to get started.",
    openPage: "Open the page",
    sub: { hour: "Confirmed per hour", day: "Confirmed per day" } as Record<string, string>,
    before,
    underWay: { hour: "this hour", day: "today" } as Record<string, string>,
    joined: "signatures",
    pledges: "pledges",
    letters: "letters",
    mails: "update emails",
    update: (number: number) => `Update ${number}`,
    figure: (what: string, most: string) =>
      `Chart of ${what}; the highest step is ${most}. The table below has every figure.`,
    asTable: "Show as a table",
    asFile: "Download as CSV",
    columns: {
      at: "From",
      joined: "Signatures",
      now: "now",
      before: "before",
      left: "Left",
      pledges: "Pledges",
      letters: "Letters",
      mails: "Update emails",
    },
    note: "Signatures by the hour of confirmation. “Left” counts those withdrawn or invalidated; erased people stay counted.",
  },

  funnel: {
    title: (part: number | null) =>
      part === null ? "Conversion" : `${share(part)} of people who sign confirm by email`,
    columns: { step: "Step", n: "Count" },
    parts: {
      signed: (part: number) => `${share(part, part < 0.1 ? 1 : 0)} of views`,
      confirmed: (part: number) => `${share(part)} of forms`,
      shared: (part: number) =>
        `${new Intl.NumberFormat("en", { maximumFractionDigits: 2 }).format(part)} per signature`,
      next: (part: number) => `${share(part, part < 0.1 ? 1 : 0)} of confirmed`,
    },
    viewed: "Campaign page views",
    signed: "Form sent",
    confirmed: "Confirmed by email",
    shared: "Visits from shared links",
    next: "Pledged or wrote a letter",
    note: "Counted on the server without cookies, leaving out cached pages, prefetches and known bots.",
  },

  origins: {
    sources: "Where signatures came from",
    sourcesTop: (name: string, part: number) => `${name} brought ${share(part)} of signatures`,
    visits: "Visits by link source",
    sites: "Referring sites",
    sitesTop: (host: string, part: number) => `${share(part)} of people from other sites came from ${host}`,
    sitesOfSigners: "By signatures",
    sitesOfVisits: "By visits",
    countries: "Countries",
    countriesTop: (name: string, part: number) =>
      `${share(part)} of signatures are from ${withArticle(name)}`,
    columns: {
      source: "Source",
      visitSource: "Link source",
      host: "Site",
      country: "Country",
      n: "Confirmed",
      visits: "Visits",
      part: "Share",
      against: "Change",
    },
    direct: "No source",
    others: (count: number) => icu("{count, plural, one {# other} other {# others}}", { count }),
    fresh: "new",
    change: (now: number, was: number) => (was > 0 ? against(now, was) : now > 0 ? "new" : "–"),
    against,
    small: (n: number) =>
      `Groups under ${n} are added to the others, because your role can’t see individuals.`,
    note: "The source named in the link. Figures older than three days are by UTC day.",
    hostNote: "The site the visitor came from, never the page.",
    none: "None in this period.",
  },

  mails: {
    title: (bounced: string, complained: string) =>
      `${bounced} of emails bounced, ${complained} marked as spam`,
    none: "No emails sent in this period",
    columns: { what: "Outcome", n: "Emails", rate: "Rate", stops: "Updates pause at" },
    outcomes: {
      accepted: "Accepted by the provider",
      delivered: "Delivered",
      delayed: "Delayed",
      bounced: "Bounced",
      complained: "Marked as spam",
      failed: "Refused",
      unknown: "Outcome unknown",
      suppressed: "Not sent: address suppressed",
    } as Record<string, string>,
    failed: "See failed emails",
    note: "Confirmations, receipts, reminders and updates, as the provider reported. Emails to the company are listed with letters.",
  },

  queues: {
    title: "No queue is late",
    late: (name: string) => `Late: ${name}`,
    columns: { queue: "Queue", waiting: "Waiting", oldest: "Oldest", late: "Late after" },
    names: {
      mails: "Emails someone is waiting for",
      reminders: "Reminders to shareholders",
      updates: "Update emails",
      reviews: "Signatures on hold",
      letters: "Letters to moderate",
      names: "Names and comments to review",
    } as Record<string, string>,
    overThousand: "over 1,000",
    age,
  },

  lanes: {
    title: (waiting: number) =>
      icu("{waiting, plural, one {# email waits} other {# emails wait}} to be sent", { waiting }),
    none: "No email waits to be sent",
    stands: "Emails are not moving",
    columns: {
      lane: "All campaigns",
      waiting: "Waiting",
      oldest: "Oldest",
      rate: "A minute",
      empty: "Sent in",
    },
    names: {
      awaited: "Confirmations, codes, links",
      receipts: "Receipts",
      notices: "Notices, emails to companies",
      updates: "Updates",
    } as Record<string, string>,
    rate: (perMinute: number) =>
      new Intl.NumberFormat("en", { maximumFractionDigits: perMinute < 10 ? 1 : 0 }).format(perMinute),
    untilEmpty: (seconds: number | null | "not-moving") =>
      seconds === null ? "–" : seconds === "not-moving" ? "not moving" : age(seconds),
    note: (limit: { announced: number; used: number } | null) =>
      `In the order in which they are sent. “A minute” is what was handed over, averaged over five minutes. ${
        limit === null
          ? "No provider limits how fast."
          : `The provider allows ${digits(limit.announced)} calls a second; ${digits(Math.round(limit.used * 100) / 100)} are used.`
      }`,
  },
  digits,
  share,
  none: "–",
};
