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

const wait = (minutes: number) =>
  minutes < 1
    ? `${Math.max(1, Math.round(minutes * 60))} s`
    : minutes < 60
      ? `${Math.round(minutes)} min`
      : minutes < 1440
        ? `over ${Math.floor(minutes / 60)} h`
        : `over ${Math.floor(minutes / 1440)} d`;

const age = (seconds: number) =>
  seconds < 1
    ? "under 1 s"
    : seconds < 60
      ? `${Math.floor(seconds)} s`
      : wait(seconds / 60).replace("over ", "");

export default {
  nav: "Overview",
  title: "Overview",
  meta: "Overview · Undersigned",
  asOf: (moment: string, zone: string) => `As of ${moment} (${zone.replaceAll("_", " ")}).`,
  live: "Updates by itself while the page is open.",
  still: "Load the page again for newer figures.",
  lost: "The newest figures could not be fetched. What stands here is as of the time above; it is tried again.",

  period: {
    step: "By",
    length: "Over",
    steps: { hour: "Hour", day: "Day" } as Record<string, string>,
    lengths: (days: number | null) =>
      days === null ? "All" : icu("{days, plural, =1 {24 hours} other {# days}}", { days }),
  },
  zone: {
    label: "Time zone",
    hint: "Hours and days of this page are cut in it. It is kept with your account.",
    keep: "Keep this zone",
    kept: "The time zone is kept.",
    unknown: (typed: string) =>
      `“${typed}” is no time zone that is known here. Write one like America/New_York.`,
    summary: (zone: string) => `Times in ${zone.replaceAll("_", " ")}`,
  },

  /** How often somebody was not let in, for who manages the campaign. */
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
        icu("{n, plural, =0 {} one {# refused page or act} other {# refused pages or acts}}", { n: refused }),
        icu("{n, plural, =0 {} one {# code for an unknown address} other {# codes for unknown addresses}}", {
          n: unknown,
        }),
      ].filter((part) => part !== "");
      return `Refused access, last 7 days: ${parts.length === 0 ? "none" : parts.join(", ")}.`;
    },
    signIns: "See the sign-ins",
    pages: "See the pages and acts",
  },

  look: {
    title: "Look now",
    none: "Nothing needs you now.",
    provider: "Mail",
    blocked: (name: string, since: string, got: string, usual: string, waiting: number) =>
      icu(
        "Since {since} only {got} of those who sign with an address at {name} confirm; {usual} is usual there. {waiting, plural, one {# person waits} other {# people wait}} for a mail that may not arrive.",
        { name, since, got, usual, waiting },
      ),
    blockedDo: "Ask your mail provider whether it is being refused, and look at what its reports say.",
    late: "Queue",
    queueLate: (name: string, oldest: string) => `${name}: the oldest has waited for ${oldest}.`,
    ahead: (emails: number) =>
      icu(
        "{emails, plural, one {# email waits} other {# emails wait}} for a time that has not come: the clock of the database was put back. A running worker sends them within a minute. If this line stays, tell your operator.",
        { emails },
      ),
    bounces: (got: string, stops: string) =>
      `${got} of mails came back for good. Updates stop by themselves at ${stops}.`,
    complaints: (got: string, stops: string) =>
      `${got} of mails were called spam by who got them. Updates stop by themselves at ${stops}.`,
    read: "Letters",
    lettersWait: (count: number) =>
      icu(
        "{count, plural, one {# letter waits for somebody to read it.} other {# letters wait for somebody to read them.}}",
        { count },
      ),
    readThem: "Read letters",
    names: "Names",
    namesWait: (count: number) =>
      icu("{count, plural, one {# name waits} other {# names wait}} for a decision.", { count }),
    decide: "Decide on names",
    reviews: "Review",
    reviewsWait: (count: number) =>
      count > 1000
        ? "Over 1,000 signatures are held back and not counted until somebody decides."
        : icu(
            "{count, plural, one {# signature is} other {# signatures are}} held back and not counted until somebody decides.",
            { count },
          ),
    review: "Review them",
    seeProviders: "See by provider",
    seeMails: "See mails",
    seeQueues: "See queues",
  },

  heads: {
    label: "Counts",
    signatures: "Confirmed signatures",
    toGoal: (missing: number) => `${digits(missing)} to go`,
    ofGoal: (part: number, goal: number) => `${share(part, 1)} of the goal of ${digits(goal)}`,
    pledges: "Pledging holders",
    fundLetters: (told: number, sent: number) =>
      `counted apart: ${digits(told)} fund holders told us of their letter, ${digits(sent)} sent it`,
    letters: "Letters",
    pending: "Wait for their mail",
    pendingMeans: "signed, not confirmed yet",
    grew: (n: number, days: number | null) => `+${digits(n)} ${stretch(days)}`,
    grewFrom: (n: number, was: number, days: number | null) =>
      `+${digits(n)} ${stretch(days)}; ${digits(was)} before`,
    apart: (imported: number, onPaper: number) =>
      `counted apart: ${[
        ...(imported > 0 ? [`${digits(imported)} imported, not confirmed here`] : []),
        ...(onPaper > 0 ? [`${digits(onPaper)} on paper`] : []),
      ].join("; ")}`,
    leftToo: (count: number) => icu("{count, plural, one {# has} other {# have}} left", { count }),
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
    empty:
      "As soon as somebody confirms one, the hours and days stand here. Share the page of the case to begin.",
    openPage: "Open the page",
    sub: { hour: "Confirmed by the hour", day: "Confirmed by the day" } as Record<string, string>,
    now: "this period",
    before,
    underWay: "under way",
    joined: "signatures",
    pledges: "pledges",
    letters: "letters",
    mails: "mails of updates",
    update: (number: number) => `Update ${number}`,
    figure: (what: string, most: string) =>
      `Line of ${what}; the most in one step is ${most}. The table below has every figure.`,
    asTable: "The figures as a table",
    asFile: "The same as a CSV file",
    columns: {
      at: "From",
      joined: "Signatures",
      now: "now",
      before: "before",
      left: "Left",
      pledges: "Pledges",
      letters: "Letters",
      mails: "Mails of updates",
    },
    note: "Signatures stand in the hour they were confirmed in. Who withdrew, or was declared invalid, stands under “Left”; people who were erased are still counted.",
  },

  funnel: {
    title: (part: number | null) =>
      part === null ? "From a view to the next step" : `${share(part)} of those who send the form confirm it`,
    columns: { step: "Step", n: "Times" },
    parts: {
      signed: (part: number) => `${share(part, part < 0.1 ? 1 : 0)} of views`,
      confirmed: (part: number) => `${share(part)} of forms`,
      shared: (part: number) =>
        `${new Intl.NumberFormat("en", { maximumFractionDigits: 2 }).format(part)} per signature`,
      next: (part: number) => `${share(part, part < 0.1 ? 1 : 0)} of confirmed`,
    },
    viewed: "Case page shown",
    signed: "Form sent",
    confirmed: "Confirmed by mail",
    shared: "Visits by a shared link",
    next: "Pledged or wrote",
    note: "Counted on the server without cookies, as sums: nobody is followed from step to step. Page copies that a network keeps nearer to readers are not seen here, nor are prefetches and known machines.",
  },

  forecast: {
    title: (goal: string, from: string, to: string) => `${goal} is likely between ${from} and ${to}`,
    sameDay: (goal: string, day: string) => `${goal} is likely on ${day}`,
    likely: "8 in 10",
    nearly: "19 in 20",
    middle: (day: string) => `${day} in the middle`,
    today: "today",
    figure: (from: string, to: string, first: string, last: string) =>
      `Eight in ten futures arrive between ${from} and ${to}, nineteen in twenty between ${first} and ${last}.`,
    method: (draws: number, days: number) =>
      `Drawn ${digits(draws)} times from stretches of three days out of the last ${days}. Right only while things go on as they did: an update or an article moves it.`,
    none: "No forecast yet",
    noneText: (days: number, signatures: number) =>
      icu(
        "It needs {days, plural, one {# whole day} other {# whole days}} with {signatures, plural, one {# signature} other {# signatures}} or more on them. A date from less would be a guess.",
        { days, signatures },
      ),
    far: (goal: string) => `${goal} is more than a year away at this pace`,
    farText: (part: number) =>
      `Of the futures drawn from the last days, ${share(part)} arrive within a year. No date is told from that.`,
  },

  providers: {
    title: "Every mail provider lets confirmations through",
    blocked: (name: string, since: string) => `Since ${since} fewer confirm at ${name} than usual`,
    quiet: "Too few signed in the last 24 hours to compare mail providers",
    sub: "Confirmed within an hour of signing, by where the address is hosted: the last 24 hours against the 28 days before.",
    names: {
      gmail: "Gmail",
      outlook: "Outlook, Hotmail",
      yahoo: "Yahoo, AOL",
      icloud: "iCloud",
      proton: "Proton",
      other: "All others",
    } as Record<string, string>,
    columns: {
      provider: "Provider",
      signed: "Signed",
      share: "Confirm",
      usual: "Usual",
      wait: "Median wait",
      line: "Last 24 hours",
      state: "State",
    },
    blockedState: ({ signed, confirmed }: { signed: number; confirmed: number }, since: string) =>
      `Fewer: ${digits(confirmed)} of ${digits(signed)} since ${since}`,
    states: { fine: "As usual", few: "Too few to tell" } as Record<string, string>,
    none: "–",
    share,
    wait,
    figure: (name: string, signed: number, confirmed: number) =>
      `${name}: ${digits(signed)} signed and ${digits(confirmed)} confirmed in 24 hours`,
    note: "A provider is called out when fewer than six tenths of its usual share confirm within a quarter of an hour of signing, and chance would hardly do that. It is looked at in the last 20, 60 and 180 minutes of those who had that quarter of an hour. A block of one small host hides among “all others”.",
  },

  origins: {
    sources: "Where signatures came from",
    sourcesTop: (name: string, part: number) => `${name} brought ${share(part)} of signatures`,
    visits: "Visits by link",
    sites: "Sites that lead here",
    sitesTop: (host: string, part: number) =>
      `${share(part)} of those who came from a site came from ${host}`,
    sitesOfSigners: "By signatures",
    sitesOfVisits: "By visits",
    countries: "Countries",
    countriesTop: (name: string, part: number) =>
      `${share(part)} of signatures are from ${withArticle(name)}`,
    columns: {
      source: "Source",
      visitSource: "Source of the link",
      host: "Site",
      country: "Country",
      n: "Confirmed",
      visits: "Visits",
      part: "Share",
      against: "Against before",
    },
    direct: "No source named",
    others: (count: number) => icu("{count, plural, one {# other} other {# others}}", { count }),
    all: "All",
    fresh: "new",
    change: (now: number, was: number) => (was > 0 ? against(now, was) : now > 0 ? "new" : "–"),
    against,
    small: (n: number) => `Groups under ${n} stand with the others: you may see counts, not people.`,
    note: "The source that a link names, else none. What is older than three days is kept by the day of UTC.",
    hostNote: "The site a browser named, never the page.",
    none: "Nobody in this period.",
  },

  mails: {
    title: (bounced: string, complained: string) => `${bounced} bounced, ${complained} complained`,
    none: "No mail was handed over in this period",
    columns: { what: "What became of mails", n: "Mails", rate: "Rate", stops: "Updates stop at" },
    outcomes: {
      accepted: "Accepted by the provider",
      delivered: "Delivered",
      delayed: "Delayed",
      bounced: "Bounced",
      complained: "Called spam",
      failed: "Failed",
      unknown: "Outcome unknown",
      suppressed: "Held back: address is suppressed",
    } as Record<string, string>,
    failed: "Emails that failed, one by one",
    note: "Confirmations, receipts, reminders and updates, by what the provider reported. Mails to the company stand with its letters.",
  },

  queues: {
    title: "No queue is late",
    late: (name: string) => `Late: ${name}`,
    columns: { queue: "Queue", waiting: "Waiting", oldest: "Oldest", late: "Late after" },
    names: {
      mails: "Mails somebody waits for",
      reminders: "Reminders to holders",
      updates: "Mails of updates",
      reviews: "Signatures held back",
      letters: "Letters to read",
      names: "Names to decide on",
    } as Record<string, string>,
    overThousand: "over 1,000",
    age,
  },
  digits,
};
