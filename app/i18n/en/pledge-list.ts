import { icu } from "./icu.ts";

const digits = (n: number) => new Intl.NumberFormat("en").format(n);

export default {
  nav: { pledges: "Pledges", coFilers: "Co-filers" },

  title: "Pledges",
  meetingOf: (year: number) => `meeting of ${year}`,
  export: "Export",
  states: {
    all: "All",
    active: "In force",
    waiting: "Needs someone",
    email_pending: "Pending",
    withdrawn: "Withdrawn",
    not_accepted: "Not accepted",
    superseded: "Older version",
  },
  tabs: "By state",

  waits: {
    title: (count: number) =>
      icu("{count, plural, one {One pledge needs} other {# pledges need}} someone", { count }),
    text: "They tell more than 10 million shares each. Until an organizer has looked at them they count nowhere, and their holders get no receipt.",
    show: "Show them",
  },

  find: "Find a holder",
  findButton: "Find",
  findHint: "An email address, or three letters or digits in a row of an address or a name.",
  findWhy: "What you look for is sent in the form, so it appears in no web address or log.",
  narrow: "Narrow the list",
  narrowed: (count: number) => icu("{count, plural, one {# filter is} other {# filters are}} set", { count }),
  filters: {
    meeting: "Meeting",
    kind: "Kind",
    holding: "Way of holding",
    verification: "Verification",
    willing: "Willing to",
    outcome: "Outcome",
    from: "Sent from",
    to: "Sent to",
  },
  any: "Any",
  apply: "Apply",
  clear: "Clear the filters",
  badDay: "A day looks like 2026-11-24. Without it the list begins and ends where it did.",

  showing: {
    all: "Showing all pledges",
    active: "Showing pledges in force",
    waiting: "Showing those that need someone",
    email_pending: "Showing those whose mail was not answered yet",
    withdrawn: "Showing those taken back by their holders",
    not_accepted: "Showing those that were looked at and not accepted",
  },
  newestFirst: (year: number) => `for the meeting of ${year}, newest first.`,
  found: (shown: number, more: boolean) =>
    more
      ? icu(
          "More than {shown, plural, one {# pledge matches} other {# pledges match}}. These are {shown, number} of them; more of the name narrows it down.",
          { shown },
        )
      : icu("{shown, plural, one {One pledge matches.} other {# pledges match.}}", { shown }),
  back: "Back to the list",

  caption: "Pledges, newest first; times in UTC. How many shares someone holds is on no list.",
  columns: {
    sent: "Sent",
    name: "Name",
    holding: "Holds",
    verification: "Verification",
    state: "State",
    more: "Willing to, outcome",
  },

  empty: {
    noMeeting: {
      title: "No meeting is known yet",
      text: "A pledge is for a named meeting. Once a meeting of the company is entered, pledges for it appear here.",
      act: "Open the meetings",
    },
    new: {
      title: "No one has pledged yet",
      text: "Pledges appear here as soon as they are sent, first as pending, then in force when the holder presses the button in the mail.",
      act: "Open the page people pledge on",
    },
    state: {
      title: "No pledge stands there",
      text: "Pledges move between these tabs by themselves: when a holder answers the mail, takes a pledge back, or an organizer looks at a large one.",
    },
    filters: {
      title: "No pledge fits these filters",
      text: "The list is narrowed down to what is set above. Clear the filters to see all of it.",
    },
    found: {
      title: "Nobody matches",
      text: "Of an address or its domain the beginning is enough; of a name any three letters, with their accents. Only pledges for this meeting are looked through.",
    },
    tooShort: {
      title: "Please write more of it",
      text: "Type at least three letters or digits in a row of the name or the address.",
    },
  },

  kinds: { direct: "Holds shares", fund: "Holds a fund", institution: "Institution" },
  holdings: {
    broker: "Broker",
    registered: "Registered",
    employee_plan: "Employee plan",
    ira_brokerage: "Retirement account",
    foreign_broker: "Broker abroad",
    unsure: "Not sure how",
  },
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
  willing: {
    cofile: "co-file",
    attend: "attend",
    ask_question: "ask a question",
    write_ir: "write to investor relations",
    media: "speak to the press",
  },
  verifications: {
    self_reported: "Not confirmed",
    email_confirmed: "Own word",
    document_checked: "Document seen",
    broker_letter: "Broker’s letter seen",
  },
  outcomes: {
    voted_as_pledged: "Voted as pledged",
    voted_otherwise: "Voted otherwise",
    did_not_vote: "Did not vote",
    unknown: "Not known",
  },
  /** What a fund's holder says came of their letter. */
  fundOutcomes: {
    supports: "Sent, the manager supports it",
    declines: "Sent, the manager says no",
    no_position: "Sent, the manager does not say",
    no_answer: "Sent, no answer so far",
    policy: "Chose a voting policy",
    not_yet: "Not sent yet",
    not_sent: "Will not send it",
    unknown: "Not known",
  },
  fundLetters: {
    heading: "What came of fund holders’ letters",
    live: "Live, over pledges in force, as fund holders tell it themselves. In public without groups under five.",
  },
  displays: { anonymous: "Not shown", initials: "Initials", public: "Name" },
  consents: {
    sign: "Signature",
    updates: "Updates by e-mail",
    deliver_to_company: "Name to the company",
    public_name: "Name in public",
    contact_cofile: "To be written to about co-filing",
    pledge: "Pledge",
  } as Record<string, string>,

  one: {
    back: "All pledges",
    version: (n: number) => `Version ${digits(n)}`,
    notNewest: "There is a newer version of this pledge.",
    openNewest: "Open it",

    review: {
      title: "This pledge needs someone",
      text: "It tells more than 10 million shares, so it counts nowhere until an organizer has looked at it. Look at the holding first; if it is doubtful, write to the holder.",
      accept: "Accept it",
      refuse: "Do not accept it",
      refused:
        "It was looked at and not accepted: it counts nowhere. It can still be accepted, for instance after papers were seen.",
    },

    holding: {
      heading: "What is held",
      covered: { number: "A number of shares, covered", range: "A range, covered" },
      text: "Each look is written to the audit log with your name, and this person sees on their own page that you looked.",
      show: "Show what is held",
      shares: "shares",
      told: "As the holder told it.",
      checked: "An organizer has seen papers; the number is still the holder’s.",
      shownNow: "This look is on record now.",
      fund: "Someone who holds a fund has no shares of the company and no vote, so nothing is asked.",
      wiped:
        "What was held is not kept: it is wiped when a pledge is taken back or a newer version takes its place.",
      pending: "It can be shown once the holder has answered the mail.",
      noRight: "Your role does not show holdings.",
      notShown: "There is nothing to show any more. The pledge was changed or taken back a moment ago.",
      tierReminder: "The reminder of the day from which this holder may qualify",
      looks: "Looks and exports so far",
      noLooks: "Nobody has looked yet, and no export held it.",
      how: { look: (by: string) => by, export: (by: string) => `in an export of the list, by ${by}` },
      operator: "the operator",
      gone: "someone who is no longer here",
    },

    mayCoFile: {
      heading: "Rule 14a-8, counted for this holder alone",
      tier: (dollars: string, years: number) =>
        icu("{dollars} dollars held for {years, plural, one {# year} other {# years}}", { dollars, years }),
      now: (tier: string) => `May qualify now: ${tier}.`,
      from: (day: string, tier: string) => `May qualify from ${day}: ${tier}.`,
      notYet: (tier: string) => `Not yet: the value is below the lowest tier, ${tier}.`,
      cannot: {
        "no-rule": "Cannot be told: the tiers of the rule are not entered.",
        "no-price": "Cannot be told: no share price is recorded.",
        "price-stale": "Cannot be told: the recorded share price is too old.",
        "range-too-wide": "Cannot be told: the range reaches from below the lowest tier to above it.",
        "tenure-unknown": "Cannot be told: the value may be enough, and since when it is held is not told.",
      },
      basis: "It follows from the holder’s own word.",
      checked: "Rule and price were verified by an organizer.",
      notChecked: "Not checked: nobody has verified the rule and the price, or not lately.",
    },

    told: {
      heading: "What was told",
      email: "E-mail",
      country: "Country",
      language: "Language",
      kind: "Kind",
      holding: "Way of holding",
      since: "Held since",
      flags: "Account",
      recordDate: "Held on the record date",
      standing: "Standing instruction",
      general: "In general",
      manager: "Fund’s manager",
      willing: "Willing to",
      display: "Shown in public",
      comment: "Comment",
      disclosure: "Version of the disclosures",
      nothing: "not given",
    },

    papers: {
      heading: "Papers",
      now: "Level now",
      by: (name: string | null, time: string) => `${name ?? "someone who is no longer here"}, ${time}`,
      text: "Record what you have seen, as a level with your name and the time. No document is kept here: delete what you were sent once you have looked at it. An edit of the holding takes the level away.",
      level: "What you have seen",
      levels: {
        document_checked: "A document that shows the holding, such as a statement",
        broker_letter: "A letter of the broker that confirms it",
        email_confirmed: "Nothing: back to the holder’s own word",
      },
      save: "Record the level",
      only: "A level can be recorded while a pledge is in force or waits for review.",
      missing: "Choose what you have seen",
    },

    outcome: { heading: "Outcome", at: (time: string) => `told ${time}` },
    coFiler: {
      heading: "Co-filing",
      open: "Open the pipeline",
      none: "Willing, and agreed to no letter about it.",
    },

    consentsHeading: "Consents",
    given: (time: string, version: string) => `since ${time}, version ${version} of the text`,
    revoked: (time: string) => `taken back ${time}`,
    noConsents: "None in force.",

    remindersHeading: "Reminders",
    noReminders: "None is planned. They are planned when the dates of the meeting are known.",
    unwanted: "This person asked for no more reminders.",
    reminderStates: {
      scheduled: (time: string) => `planned for ${time}`,
      queued: (time: string) => `sent ${time}`,
      cancelled: (time: string) => `cancelled, was planned for ${time}`,
      missed: (time: string) => `left out, was planned for ${time}`,
    },
    reminderKinds: {
      "record-date-21": "21 days before the record date",
      "record-date-5": "5 days before the record date",
      "ballot-open": "The ballot is open",
      "vote-by-14": "14 days before the last vote",
      "vote-by-3": "3 days before the last vote",
      "vote-by-1": "The day before the last vote",
      "meeting-day": "The day of the meeting",
      outcome: "Did you vote?",
      "fund-letter-14": "Two weeks on: did you send your letter?",
      "fund-letter-outcome": "After the meeting: did you send your letter?",
      "proposal-deadline-60": "60 days before the proposal deadline",
      "proposal-deadline-30": "30 days before the proposal deadline",
    } as Record<string, string>,

    versionsHeading: "Versions",
    versionLine: (n: number, state: string) => `Version ${digits(n)}, ${state.toLowerCase()}`,
    thisOne: "this one",

    done: {
      accepted: "The pledge is accepted. It counts from now on, and its holder gets the receipt.",
      "not-accepted": "The pledge is not accepted. It counts nowhere; its holder was not written to.",
      recorded: "The level is recorded with your name. The totals moved with it.",
    } as Record<string, string>,
    undone: {
      "nothing-to-review":
        "Nothing was changed: the pledge no longer waits. Someone else may have looked at it.",
      "not-active": "Nothing was changed: the pledge is no longer in force.",
      changed:
        "Nothing was changed: the holder, or another organizer, has changed this pledge since the page was opened. Look at it as it is now.",
      unreadable:
        "Nothing was changed: the number of shares cannot be read, because the key that encrypted it is missing. Tell the operator.",
      form: "Nothing was changed: the form could not be read. Please send it again from this page.",
    } as Record<string, string>,
  },

  coFilers: {
    title: "Co-filers",
    text: "Holders in force who are willing to co-file and agreed to be written to about it. Each files alone: nobody’s shares are added to another’s.",
    others: (count: number) =>
      icu(
        "{count, plural, one {One more person is} other {# more are}} willing and did not agree to be written to about it. They are not named here.",
        { count },
      ),
    eligibility:
      "Whether someone may qualify follows from what they hold. Open their pledge and look at the holding to see it; the look is on record.",
    states: {
      interested: "Interested",
      documents_asked: "Documents asked for",
      received: "Documents received",
      accepted: "Accepted",
      declined: "Declined",
    },
    means: {
      interested: "Nobody has written to them yet.",
      documents_asked: "They were asked for proof of ownership and their statements.",
      received: "Their papers came. Look at them, record the level with the pledge, and delete them.",
      accepted: "They file with us, each with their own proof.",
      declined: "They changed their mind, or it was not possible.",
    },
    count: (count: number) => icu("{count, plural, one {# person} other {# people}}", { count }),
    nobody: "Nobody",
    forward: {
      interested: "Documents are asked for",
      documents_asked: "Documents came",
      received: "Accept",
      accepted: "",
      declined: "",
    },
    backward: {
      interested: "",
      documents_asked: "Back to interested",
      received: "Back to asked for",
      accepted: "Back to received",
      declined: "Back to interested",
    },
    decline: "Declined",
    who: (deed: string, name: string) => `${deed}: ${name}`,
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
      title: "Nobody is in the pipeline yet",
      text: "Whoever pledges, says they are willing to co-file, and ticks that organizers may write to them about it appears here as interested.",
      act: "Open the page people pledge on",
    },
    done: "Moved. Who moved it and when is in the audit log.",
    undone: {
      "not-a-co-filer":
        "Nothing was changed: this person is no longer willing, no longer agreed to be written to, or took the pledge back.",
      "not-from-there":
        "Nothing was changed: somebody moved this person meanwhile. The list is as it is now.",
      form: "Nothing was changed: the form could not be read. Please send it again from this page.",
    } as Record<string, string>,
    all: (n: number) => `All ${digits(n)} of this state`,
    everyState: "All states",
  },

  exports: {
    lists: { signatures: "Signatures", pledges: "Pledges" },
    tabs: "What to export",
    title: "Export pledges",
    text: "Makes a file while you fetch it, or one that is kept for a day. Each leaves an audit entry and a manifest.",
    button: "Export the pledges",
    presets: {
      pledges: { name: "All pledges", madeFor: "your own work; what is held is in it" },
      "pledges-co-filers": { name: "Co-filers", madeFor: "writing to those who agreed to it" },
    },
    columnsOf: { pledges: "Columns of all pledges", "pledges-co-filers": "Columns of the co-filers" },
    holdingsLeave: "The list of all pledges holds how many shares people hold",
    holdingsLeaveText:
      "The audit log says with your name how many holdings left, and each holder sees on their own page that an export held theirs. Take it only if you need them, keep it where nobody else reads it, and delete it when you are done. The list of co-filers holds none.",
    coFilersOnly:
      "The list of co-filers is always of pledges in force, with the consent in force at that moment.",
    state: "State, for all pledges",
    meeting: "Meeting",
    everyMeeting: "Every meeting",
    from: "Sent from",
    to: "Sent to",
    lookText:
      "CSV after RFC 4180 in UTF-8, one row a person, meeting and kind of pledge, in the order of pledging. A cell that a spreadsheet would run as a formula gets an apostrophe before it. Import the columns of shares and ranges as text, so that no spreadsheet takes the range 1-9 for a day.",
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
      kind: "direct, fund, institution",
      holding_form: "broker, registered, …; empty for a fund",
      shares: "a number, if one was told; unreadable if its key is missing",
      shares_bucket: "a range, if one was told",
      held_since_month: "2019-04, if told",
      tenure_bucket: "a range of years, if told instead",
      account_flags: "cash, margin, lending, unsure",
      held_on_record_date: "yes, no, unsure, not_applicable",
      standing_instruction: "yes, no, unsure",
      intention: "in general: for, against, abstain, undecided",
      item_intentions: "number, title and intention of each item",
      willing: "cofile, attend, ask_question, write_ir, media",
      verification: "how much is known of the holding",
      verified_at_utc: "when papers were seen",
      display: "anonymous, initials or public",
      comment: "only if given",
      fund_manager: "who manages the fund, if told",
      email_opt_in: "yes when they want news",
      contact_opt_in: "yes when they may be written to about co-filing",
      consent_version: "text they agreed to; empty if revoked",
      disclosure_version: "disclosures they saw",
      status: "active, waiting, email_pending, …",
      outcome: "what they said after the meeting",
      outcome_at_utc: "when they said it",
      fund_outcome: "what a fund holder says came of their letter",
      fund_outcome_at_utc: "when they said it",
      co_filer_state: "interested, documents_asked, …",
      co_filer_since_utc: "empty until somebody wrote",
    } as Record<string, string>,
    errors: { meeting: "Choose a meeting from the list" } as Record<string, string>,
    forMeeting: (year: number) => `meeting of ${year}`,
  },
};
