import { badDay, exportsText, searchUnlogged, tooShort, unreadable } from "./form-errors.ts";
import { icu } from "./icu.ts";

const digits = (n: number) => new Intl.NumberFormat("en").format(n);

const kinds = { direct: "Holds shares", fund: "Holds a fund", institution: "Institution" };
const holdings = {
  broker: "Broker",
  registered: "Registered",
  employee_plan: "Plan with a trustee",
  ira_brokerage: "Retirement account",
  foreign_broker: "Foreign broker",
  unsure: "Not sure",
};
const willing = {
  cofile: "co-file",
  attend: "attend",
  ask_question: "ask a question",
  write_ir: "write to investor relations",
  media: "speak to the press",
};
const verifications = {
  self_reported: "Not confirmed",
  email_confirmed: "Email confirmed",
  document_checked: "Document seen",
  broker_letter: "Broker letter seen",
};
const outcomes = {
  voted: "Voted",
  voted_as_pledged: "Voted as pledged",
  voted_otherwise: "Voted differently",
  did_not_vote: "Did not vote",
  unknown: "Unknown",
};

export default {
  nav: { pledges: "Pledges", coFilers: "Co-filers" },

  title: "Pledges",
  meetingOf: (year: number) => `meeting of ${year}`,
  export: "Export",
  states: {
    all: "All",
    active: "Active",
    waiting: "Needs review",
    email_pending: "Unconfirmed",
    withdrawn: "Withdrawn",
    not_accepted: "Rejected",
    superseded: "Older version",
  },
  tabs: "By status",

  waits: {
    title: (count: number) =>
      icu("{count, plural, one {One pledge needs} other {# pledges need}} review", { count }),
    text: "Each is for more than 10 million shares. They don’t count, and get no receipt, until an organizer accepts them.",
    show: "Show them",
  },

  find: "Find a shareholder",
  findButton: "Find shareholders",
  findHint: "Email address, or three letters or digits in a row of an address or name.",
  findWhy: searchUnlogged,
  narrow: "Filter the list",
  narrowed: (count: number) => icu("{count, plural, one {# filter} other {# filters}} applied", { count }),
  filters: {
    meeting: "Meeting",
    kind: "Kind",
    holding: "How shares are held",
    verification: "Verification",
    willing: "Willing to",
    outcome: "Outcome",
    from: "Sent from",
    to: "Sent to",
  },
  choices: { kind: kinds, holding: holdings, verification: verifications, willing, outcome: outcomes },
  any: "Any",
  apply: "Apply filters",
  clear: "Clear filters",
  badDay,

  showing: {
    all: "Showing all pledges",
    active: "Showing active pledges",
    waiting: "Showing pledges that need review",
    email_pending: "Showing pledges not confirmed by email yet",
    withdrawn: "Showing withdrawn pledges",
    not_accepted: "Showing pledges that were rejected",
  },
  newestFirst: (year: number) => `for the meeting of ${year}, newest first.`,
  found: (shown: number, more: boolean) =>
    more
      ? icu(
          "More than {shown, plural, one {# pledge matches} other {# pledges match}}. Showing {shown, number}; type more of the name to narrow the search.",
          { shown },
        )
      : icu("{shown, plural, one {One pledge matches.} other {# pledges match.}}", { shown }),
  back: "Back to the list",

  caption: "Pledges, newest first; times in UTC. Share counts are not listed.",
  columns: {
    sent: "Sent",
    name: "Name",
    holding: "Holds",
    verification: "Verification",
    state: "Status",
    more: "Willing to, outcome",
  },

  empty: {
    noMeeting: {
      title: "No meeting added yet",
      text: "A pledge is for one annual meeting. Add a meeting to start taking pledges.",
      act: "Open meetings",
    },
    new: {
      title: "No one has pledged yet",
      text: "New pledges appear here as unconfirmed. They become active when the shareholder confirms by email.",
      act: "Open the pledge page",
    },
    page: {
      title: "No pledges here",
      text: "Pledges change status when a shareholder confirms or withdraws, or an organizer reviews a large one.",
    },
    narrowed: { title: "No pledge matches these filters", text: "Clear the filters to see all pledges." },
    found: {
      title: "No matches",
      text: "Type the start of an address or its domain, or any three letters of a name, with accents. Only this meeting is searched.",
    },
    tooShort,
  },

  kinds,
  holdings,
  tenures: {
    under_1_year: "Under 1 year",
    "1_to_2_years": "1 to 2 years",
    "2_to_3_years": "2 to 3 years",
    "3_years_or_more": "3 years or more",
    unsure: "Not sure",
  },
  flags: {
    cash: "cash account",
    margin: "margin account",
    lending: "shares may be lent",
    unsure: "not sure",
  },
  recordDate: { yes: "Yes", no: "No", unsure: "Not sure", not_applicable: "Not asked" },
  standing: { yes: "Yes", no: "No", unsure: "Not sure" },
  intentions: { for: "For", against: "Against", abstain: "Abstain", undecided: "Undecided" },
  willing,
  verifications,
  outcomes,
  /** What a fund's holder says came of their letter. */
  fundOutcomes: {
    supports: "Sent, manager supports it",
    declines: "Sent, manager says no",
    no_position: "Sent, manager gives no position",
    no_answer: "Sent, no reply yet",
    policy: "Chose a voting policy",
    not_yet: "Not sent yet",
    not_sent: "Won’t send it",
    unknown: "Unknown",
  },
  fundLetters: {
    heading: "Results of fund holders’ letters",
    live: "Live figures from active pledges, as fund holders report them. The public page leaves out groups under five.",
  },
  displays: { anonymous: "Not shown", initials: "Initials", public: "Name" },
  consents: {
    sign: "Signature",
    updates: "Updates by email",
    deliver_to_company: "Name given to the company",
    public_name: "Name shown publicly",
    contact_cofile: "Contact about co-filing",
    pledge: "Pledge",
  } as Record<string, string>,

  one: {
    back: "All pledges",
    version: (n: number) => `Version ${digits(n)}`,
    notNewest: "There is a newer version of this pledge.",
    openNewest: "Open it",

    review: {
      title: "This pledge needs review",
      text: "It is for more than 10 million shares, so it doesn’t count until you accept it. Check the holding first; if in doubt, write to the holder.",
      accept: "Accept this pledge",
      refuse: "Reject this pledge",
      refused:
        "An organizer rejected this pledge, so it doesn’t count. You can still accept it, for example after seeing documents.",
    },

    holding: {
      heading: "Holding",
      covered: { number: "A number of shares, hidden", range: "A range of shares, hidden" },
      text: "Each view is logged with your name, and the holder can see it on their page.",
      show: "Show the holding",
      shares: "shares",
      notSaid: "They would rather not say.",
      told: "As the holder reported it.",
      checked: "An organizer has seen documents; the number is still the holder’s own.",
      shownNow: "Your view has been logged.",
      fund: "Fund holders own no company shares and have no vote, so we ask for no number.",
      wiped:
        "Holdings are deleted when a pledge is withdrawn or replaced. A sealed copy of a replaced one is kept for seven days, for an undo.",
      pending: "Available once the holder confirms by email.",
      noRight: "Your role can’t see holdings.",
      notShown: "Nothing to show: the pledge was just changed or withdrawn.",
      tierReminder: "The reminder of when this holder may qualify",
      looks: "Views and exports",
      noLooks: "Nobody has viewed or exported it.",
      how: { look: (by: string) => by, export: (by: string) => `exported by ${by}` },
      operator: "the operator",
      gone: "a former organizer",
    },

    mayCoFile: {
      heading: (rule: string) => `Eligibility under ${rule}, for this holder alone`,
      tier: (dollars: string, years: number) =>
        icu("{dollars} dollars held for {years, plural, one {# year} other {# years}}", { dollars, years }),
      now: (tier: string) => `May qualify now: ${tier}.`,
      from: (day: string, tier: string) => `May qualify from ${day}: ${tier}.`,
      notYet: (tier: string) => `Not yet: the value is below the lowest tier, ${tier}.`,
      cannot: {
        "no-rule": "Unknown: the rule’s thresholds are not entered.",
        "no-price": "Unknown: no share price is recorded.",
        "price-stale": "Unknown: the recorded share price is too old.",
        "range-too-wide": "Unknown: the range spans the lowest tier.",
        "tenure-unknown": "Unknown: the value may be enough, but the holding period is missing.",
      },
      basis: "Based on what the holder reported.",
      checked: "An organizer verified the rule and price.",
      notChecked: "Not verified: nobody has verified the rule and price recently.",
    },

    told: {
      heading: "Pledge details",
      email: "Email",
      country: "Country",
      language: "Language",
      kind: "Kind",
      holding: "How shares are held",
      since: "Held since",
      flags: "Account",
      recordDate: "Held on the record date",
      standing: "Standing voting instruction",
      general: "In general",
      manager: "Fund manager",
      willing: "Willing to",
      display: "Shown in public",
      comment: "Comment",
      disclosure: "Disclosures version",
      nothing: "not given",
    },

    papers: {
      heading: "Documents",
      now: "Verification level",
      by: (name: string | null, time: string) => `${name ?? "a former organizer"}, ${time}`,
      text: "Record what you saw, then delete the documents: none are kept here. If the holding is edited, the level resets.",
      level: "What you have seen",
      levels: {
        document_checked: "A document showing the holding, such as a statement",
        broker_letter: "A broker’s letter confirming it",
        email_confirmed: "Nothing: only the holder’s own statement",
      },
      save: "Save the level",
      only: "You can record a level while a pledge is active or under review.",
      missing: "Choose what you have seen",
    },

    outcome: { heading: "Outcome", at: (time: string) => `reported ${time}` },
    coFiler: {
      heading: "Co-filing",
      open: "Open the pipeline",
      none: "Willing, but didn’t agree to be contacted about it.",
    },

    consentsHeading: "Consents",
    given: (time: string, version: string) => `since ${time}, version ${version} of the text`,
    revoked: (time: string) => `withdrawn ${time}`,
    noConsents: "None.",

    remindersHeading: "Reminders",
    noReminders: "None scheduled. They are scheduled once the meeting’s dates are known.",
    unwanted: "This person stopped reminders.",
    reminderStates: {
      scheduled: (time: string) => `scheduled for ${time}`,
      queued: (time: string) => `sent ${time}`,
      cancelled: (time: string) => `canceled; was scheduled for ${time}`,
      missed: (time: string) => `skipped; was scheduled for ${time}`,
    },
    reminderKinds: {
      "record-date-21": "21 days before the record date",
      "record-date-5": "5 days before the record date",
      "ballot-open": "Voting opens",
      "vote-by-14": "14 days before voting ends",
      "vote-by-3": "3 days before voting ends",
      "vote-by-1": "The day before voting ends",
      "vote-tomorrow": "A reminder the holder asked for",
      "meeting-day": "The day of the meeting",
      outcome: "Did you vote?",
      "fund-letter-14": "Two weeks later: did you send your letter?",
      "fund-letter-outcome": "After the meeting: did you send your letter?",
      "proposal-deadline-60": "60 days before the proposal deadline",
      "proposal-deadline-30": "30 days before the proposal deadline",
    } as Record<string, string>,

    versionsHeading: "Versions",
    versionLine: (n: number, state: string) => `Version ${digits(n)}, ${state.toLowerCase()}`,
    thisOne: "this one",

    done: {
      accepted: "Pledge accepted. It counts now, and the holder gets a receipt.",
      "not-accepted": "Pledge rejected. It doesn’t count; the holder was not notified.",
      recorded: "Level saved with your name. The totals are updated.",
    } as Record<string, string>,
    undone: {
      "nothing-to-review": "No change: this pledge is no longer under review. Someone else may have decided.",
      "not-active": "No change: the pledge is no longer active.",
      changed: "No change: the pledge was edited after you opened this page. Review the new version.",
      unreadable:
        "No change: the share count can’t be read because its encryption key is missing. Tell the operator.",
      form: unreadable,
    } as Record<string, string>,
  },

  coFilers: {
    title: "Co-filers",
    text: "Shareholders willing to co-file who agreed to be contacted. Each files alone: shares are never added up.",
    others: (count: number) =>
      icu(
        "{count, plural, one {One more person is} other {# more are}} willing but did not agree to be contacted, so they are not listed.",
        { count },
      ),
    eligibility:
      "To see whether someone may qualify, open their pledge and show the holding. Your view is logged.",
    states: {
      interested: "Interested",
      documents_asked: "Documents requested",
      received: "Documents received",
      accepted: "Accepted",
      declined: "Declined",
    },
    means: {
      interested: "Nobody has contacted them yet.",
      documents_asked: "We asked for proof of ownership and their statements.",
      received: "Check their documents, save the level on the pledge, then delete them.",
      accepted: "They file with us, each with their own proof.",
      declined: "They changed their mind, or can’t file.",
    },
    count: (count: number) => icu("{count, plural, one {# person} other {# people}}", { count }),
    nobody: "Nobody",
    forward: {
      interested: "Mark as requested",
      documents_asked: "Mark as received",
      received: "Accept",
      accepted: "",
      declined: "",
    },
    backward: {
      interested: "",
      documents_asked: "Back to interested",
      received: "Back to requested",
      accepted: "Back to received",
      declined: "Back to interested",
    },
    decline: "Mark as declined",
    who: (action: string, name: string) => `${action}: ${name}`,
    since: (time: string) => `since ${time}`,
    heldSince: (month: string) => `held since ${month}`,
    heldFor: {
      under_1_year: "held for under 1 year",
      "1_to_2_years": "held for 1 to 2 years",
      "2_to_3_years": "held for 2 to 3 years",
      "3_years_or_more": "held for 3 years or more",
      unsure: "not sure for how long",
    },
    empty: {
      title: "No co-filers yet",
      text: "People who pledge, are willing to co-file and agree to be contacted appear here.",
      act: "Open the pledge page",
    },
    done: "Moved, and logged with your name.",
    undone: {
      "not-a-co-filer":
        "No change: this person withdrew the pledge, the offer to co-file, or the consent to be contacted.",
      "not-from-there": "No change: someone else moved this person first. The list is up to date.",
      form: unreadable,
    } as Record<string, string>,
    all: (n: number) => `All ${digits(n)} in this state`,
    everyState: "Every status",
  },

  exports: {
    lists: { signatures: "Signatures", pledges: "Pledges" },
    tabs: "What to export",
    title: "Export pledges",
    text: exportsText,
    button: "Export pledges",
    presets: {
      pledges: { name: "All pledges", madeFor: "your own work; includes holdings" },
      "pledges-co-filers": { name: "Co-filers", madeFor: "contacting people who agreed to it" },
    },
    columnsOf: { pledges: "Columns for all pledges", "pledges-co-filers": "Columns for co-filers" },
    holdingsLeave: "The full list includes how many shares people hold",
    holdingsLeaveText:
      "The log records your name and the number of holdings exported, and each holder can see it. Export holdings only if you need them, keep the file private, and delete it afterwards. The co-filer list has none.",
    coFilersOnly: "The co-filer list has only active pledges whose consent is still valid.",
    state: "Status, for all pledges",
    meeting: "Meeting",
    everyMeeting: "All meetings",
    company: "Company",
    everyCompany: "All companies",
    from: "Sent from",
    to: "Sent to",
    lookText:
      "CSV (RFC 4180, UTF-8), one row per person, meeting and kind of pledge, oldest first. An apostrophe disarms cells that a spreadsheet would run as formulas. Import shares and ranges as text, so that 1-9 doesn’t become a date.",
    holdsOf: {
      pledge_id: "random, of this version",
      version: "1 until it was edited",
      pledged_at_utc: "2026-11-24T14:21:07Z",
      confirmed_at_utc: "empty until confirmed",
      name: "as the holder wrote it",
      email: "as the holder wrote it",
      country: "ISO 3166-1, two letters",
      language: "en or es",
      meeting: "year of the meeting",
      company: "whose meeting it is",
      kind: "direct, fund, institution",
      holding_form: "broker, registered, …; empty for a fund",
      shares: "a number, if given; unreadable if its key is missing",
      shares_bucket: "a range, if given, or `not_said`",
      held_since_month: "2019-04, if given",
      tenure_bucket: "a range of years, if given instead",
      account_flags: "cash, margin, lending, unsure",
      held_on_record_date: "yes, no, unsure, not_applicable",
      standing_instruction: "yes, no, unsure",
      intention: "in general: for, against, abstain, undecided",
      item_intentions: "number, title and intention of each item",
      willing: "cofile, attend, ask_question, write_ir, media",
      verification: "how much of the holding was verified",
      verified_at_utc: "when documents were seen",
      display: "anonymous, initials or public",
      comment: "only if given",
      fund_manager: "the fund’s manager, if given",
      email_opt_in: "yes when they want updates",
      contact_opt_in: "yes when they agreed to contact about co-filing",
      consent_version: "text they agreed to; empty if revoked",
      disclosure_version: "disclosures they saw",
      status: "active, waiting, email_pending, …",
      outcome: "what they said after the meeting",
      outcome_at_utc: "when they said it",
      fund_outcome: "what a fund holder says came of their letter",
      fund_outcome_at_utc: "when they said it",
      co_filer_state: "interested, documents_asked, …",
      co_filer_since_utc: "empty until someone contacts them",
    },
    errors: { meeting: "Choose a meeting from the list" } as Record<string, string>,
    forMeeting: (year: number) => `meeting of ${year}`,
  },
};
