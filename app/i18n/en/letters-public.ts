import approving, { ofRecorded } from "./approving.ts";
import { icu } from "./icu.ts";

/** Letters that everyone may read, and their ledger; and the console’s pages that decide what is read there. */
export default {
  title: (company: string) => `Letters to ${company}`,
  titleOf: (campaign: string) => `Letters · ${campaign}`,
  description: (company: string) =>
    `What became of every letter to ${company}, what it answered, and letters whose writers let everyone read them.`,
  standfirst: (count: number) =>
    icu(
      "{count, plural, =0 {Nobody has confirmed a letter yet.} one {One letter, and what became of it. What is not known is shown as unknown.} other {# letters, and what became of each. What is not known is shown as unknown.}}",
      { count },
    ),
  write: "Write a letter",
  json: "The figures as JSON",

  ledger: {
    heading: "What became of them",
    caption: (day: string) => `Letters by status, ${day}`,
    columns: { state: "Status", letters: "Letters" },
    states: {
      confirmed: {
        label: "Waiting",
        means:
          "Confirmed by their writers. They go with the campaign’s next letter; the few whose words were held go once an organizer has read them.",
      },
      queued: {
        label: "In an approved letter",
        means: "Chosen for a letter of the campaign. Not handed over: their writers can take them back.",
      },
      sent: {
        label: "Handed over",
        means:
          "The e-mail service took them and the company’s server has not said what it did, or they were handed to the company in person.",
      },
      accepted: {
        label: "Accepted by the company’s server",
        means: "It said so. Whether anybody reads them, no e-mail can tell.",
      },
      bounced: {
        label: "Returned",
        means:
          "The company’s server sent them back, or refused them. They wait until the campaign has an address that works.",
      },
      unknown: {
        label: "Unknown",
        means: "The answer was lost. They may have arrived; they are not sent a second time.",
      },
      filed: {
        label: "Written to a file",
        means: "No way of sending is set up here, so nobody has carried them.",
      },
      erased: {
        label: "Erased since",
        means:
          "These letters were handed over, and their writers have had their data erased since. The letters still count.",
      },
    },
    sum: "Total",
    withdrawn: (count: number) =>
      icu(
        "{count, plural, one {# letter withdrawn by its writer before it was handed over.} other {# letters withdrawn by their writers before they were handed over.}}",
        { count },
      ),
    withdrawnAfter: (count: number) =>
      icu(
        "{count, plural, one {# letter handed over and withdrawn by its writer} other {# letters handed over and withdrawn by their writers}} afterwards, or before the handing-over with a pack that was made already: what is handed over cannot be called back.",
        { count },
      ),
    refused: (count: number) =>
      icu(
        "{count, plural, one {# letter} other {# letters}} not delivered: an organizer decided so and told the writer why.",
        { count },
      ),
    apart: "Not in the total:",
    selfSent: (count: number) =>
      icu(
        "{count, plural, one {# writer says} other {# writers say}} that they also sent a letter themselves, by e-mail or by post. Nobody has checked this.",
        { count },
      ),
  },

  dispatches: {
    heading: "What was handed over",
    none: "Nothing was handed over yet. Each letter of the campaign will stand here with its day, what was in it, and the SHA-256 of every e-mail and file.",
    title: (n: number) => `Letter ${n}`,
    to: (recipient: string) => `To ${recipient}`,
    kinds: {
      consolidated: (letters: number, names: number) =>
        names > 0
          ? icu(
              "{letters, plural, one {# letter} other {# letters}} and {names, plural, one {# name} other {# names}} in its annexes",
              { letters, names },
            )
          : icu("{letters, plural, one {# letter} other {# letters}} in its annex", { letters }),
      individual: (letters: number) =>
        icu(
          "{letters, plural, one {# letter in its writer’s own words, in an e-mail of its own} other {# letters in their writers’ own words, each in an e-mail of its own}}",
          { letters },
        ),
    },
    states: {
      sending: "It is under way.",
      paused: "It is paused: the rest waits.",
      sent: "",
      cancelled: "It was stopped: the rest did not go.",
    },
    mailStates: {
      waiting: "not handed over yet",
      confirmed: "not handed over",
      queued: "not handed over yet",
      sent: "handed over, no word from the company’s server",
      accepted: "accepted by the company’s server",
      bounced: "returned",
      unknown: "unknown, the answer was lost",
      filed: "written to a file, carried by nobody",
      email_pending: "not handed over",
      withdrawn: "not handed over",
      refused: "not handed over",
    },
    mailsBy: (count: number, state: string) =>
      icu("{count, plural, one {# e-mail} other {# e-mails}}: {state}", { count, state }),
    back: (letters: number, names: number) =>
      letters > 0 && names > 0
        ? icu(
            "Of what was returned, {letters, plural, one {# letter} other {# letters}} and {names, plural, one {# name} other {# names}} were put back to wait for a later letter of the campaign.",
            { letters, names },
          )
        : names > 0
          ? icu(
              "Of what was returned, {names, plural, one {# name was} other {# names were}} put back to wait for a later letter of the campaign.",
              { names },
            )
          : icu(
              "Of what was returned, {letters, plural, one {# letter was} other {# letters were}} put back to wait for a later letter of the campaign.",
              { letters },
            ),
    noMail: "No e-mail of it was written yet.",
    approvedAlone: "Approved by its author: the campaign has one organizer who may approve.",
    hashes: "SHA-256 of its e-mails and files",
    mail: (part: number) => `E-mail ${part}`,
    file: (n: number) => `Its file ${n}`,
    moreHashes: (count: number) =>
      icu(
        "{count, plural, one {# more is in the figures as JSON.} other {# more are in the figures as JSON.}}",
        { count },
      ),
    reply: (from: string, day: string) => `${from} answered, ${day}`,
    noReply: "No answer is recorded.",
  },

  read: {
    heading: "Letters to read",
    text: "These writers agreed to be named in public, and an organizer looked at each letter. The company gets the others too; nobody else reads them.",
    none: "No letter is published yet. A letter appears here when its writer agreed to be named and an organizer has looked at it.",
    noneOlder: "There are no older letters.",
    find: "Search in their words",
    findHint: "One word or more. The beginning of a word is enough.",
    findButton: "Search",
    found: (count: number, more: boolean) =>
      more
        ? icu("The newest {count, number} that match", { count })
        : icu("{count, plural, one {One letter matches} other {# letters match}}", { count }),
    nothing: "No letter matches. Try fewer words, or the beginning of one.",
    tooMany: "That was very often. Please search again in a few minutes.",
    nothingTyped: "Please write a word to look for.",
    all: "Show all letters",
    older: "Older letters",
    newest: "The newest letters",
    olderTitle: "Older letters",
    whole: "Read the whole letter",
    of: (name: string) => `Letter from ${name}`,
  },

  states: {
    email_pending: "not confirmed yet",
    confirmed: "waits for the next letter of the campaign",
    queued: "chosen for a letter of the campaign, not handed over yet",
    sent: "handed over; the company’s server has not said what it did",
    inPerson: "handed to the company in person",
    accepted: "accepted by the company’s server",
    bounced: "returned by the company’s server",
    unknown: "unknown whether it arrived: the answer was lost",
    filed: "written to a file, carried by nobody",
    withdrawn: "withdrawn",
    refused: "not delivered",
  },

  one: {
    state: "Status",
    with: (n: number, day: string) => `With letter ${n} of ${day}`,
    final: "It cannot be called back any more.",
    hash: "SHA-256",
    hashMeans:
      "Of the exact text that was handed over, with the full name and the country under it as they were that day, and the number of shares where the letter told one. Its writer and the company have that text.",
    replies: "What the company answered",
    repliesMean: "To all letters that went with it.",
    confirmed: (day: string) => `Confirmed ${day}`,
  },

  report: {
    open: "Report this letter",
    heading: "Report this letter",
    text: "An organizer looks at it. Nothing about you is kept.",
    reason: "What is wrong with it?",
    reasons: {
      "private-details": "It tells where somebody lives, their number, or other private things",
      attack: "It threatens or insults a person",
      "false-name": "The person named did not write it",
      advertising: "It is advertising",
      other: "Something else",
    },
    missing: "Choose what is wrong with it",
    tooMany: "That was very often. Please try again in an hour",
    summary: "The letter was not reported",
    button: "Report it",
    back: "Back to the letter",
    thanks: {
      title: "Thank you",
      text: "An organizer will look at the letter. Until then it may be hidden. Nothing about you was kept.",
      back: "Back to all letters",
    },
  },

  moderation: {
    title: "Letters to look at",
    text: "What waits longest stands first. A hold refuses nobody: you read the letter and decide.",
    kinds: { held: "Held", awaiting: "To be published", reported: "Reported" },
    kindsLabel: "What waits",
    means: {
      held: "Something in these letters stood out. None of them goes to the company until you release it.",
      awaiting: "Their writers agreed to be named in public. They are delivered whatever you decide here.",
      reported: "Readers reported these. From three reports on a letter is hidden until somebody has looked.",
    },
    empty: {
      held: {
        title: "No letter is held",
        text: "A letter that holds a threat, an attack on a person or more than three links, or bears a name that stands out, waits here before anything becomes of it.",
      },
      awaiting: {
        title: "No letter waits to be published",
        text: "A confirmed letter whose writer agreed to be named appears here. Once you publish it everyone may read it.",
      },
      reported: {
        title: "No letter is reported",
        text: "Under each published letter readers can say what is wrong with it. What they report appears here.",
      },
      page: "There is nothing on this side of the queue any more.",
      first: "To the beginning",
    },
    pages: "Pages of the queue",
    before: "Previous",
    after: "Next",
    heldReasons: {
      threat: "Some words read as a threat",
      "personal-attack": "Some words attack a person, or tell where to find one",
      links: "It holds many links",
      name: "The name under it stands out",
      unscreened: "It could not be checked in time: read all of it",
    },
    about: {
      country: "Country",
      confirmed: "Confirmed",
      state: "State",
      named: "Named in public",
      links: "Links",
      template: "Of the template",
      nearest: "Of the nearest letter",
    },
    named: { anonymous: "not at all", initials: "by initials", public: "in full" },
    hiddenNow: "hidden now",
    share: (part: number) => `${Math.round(part * 100)}%`,
    unscored: "not compared yet",
    nearestOpen: "open it",
    sharedMeans:
      "The percentages say how many of its words stand elsewhere too, and nothing of who wrote them. Whoever translates, dictates or keeps the template does nothing wrong.",
    reports: {
      "private-details": "private details",
      attack: "threat or insult",
      "false-name": "not theirs",
      advertising: "advertising",
      other: "something else",
    },
    times: (what: string, count: number) =>
      icu("{count, plural, =1 {{what}} other {{what} # times}}", { what, count }),
    release: "Release",
    publish: "Publish",
    keep: "Leave it published",
    again: "Publish it again",
    refuse: "Do not deliver",
    hide: "Do not publish",
    takeDown: "Take it from the page",
    why: "Why",
    choose: "Choose a reason",
    refusals: {
      threat: "It can be read as a threat",
      "personal-attack": "It attacks a single person",
      "false-name": "The name is not its writer’s",
      links: "It is mostly links",
      "off-topic": "It is about something else",
      unlawful: "It holds what may not be passed on",
      advertising: "It is advertising",
    },
    hidings: {
      "private-details": "It tells private details",
      "personal-attack": "It attacks a single person",
      "false-name": "The name is not its writer’s",
      "off-topic": "It is about something else",
      unlawful: "It holds what may not be passed on",
      advertising: "It is advertising",
    },
    refuseMeans:
      "The writer is told the reason by mail. This cannot be undone; they can write another letter.",
    hideMeans: "It is delivered all the same. The reason stands in its ledger.",
    cannotRefuse: "It was handed over, so it cannot be held back any more.",
    reasonMissing: "Choose a reason first.",
    done: {
      released: "The letter is released.",
      refused: "The letter is not delivered. Its writer is told why.",
      published: "The letter is published.",
      hidden: "The letter is on no public page.",
    } as Record<string, string>,
    undone: {
      changed:
        "The letter is not as you saw it any more: its writer or another organizer changed something. Nothing was done. Please look at it again.",
      "reason-missing": "Nothing was done: choose a reason first.",
      form: "The form could not be read. Please send it again from this page.",
    } as Record<string, string>,
  },

  replies: {
    title: "Answers of the company",
    text: "What you record is published with the letters it answers, and their writers are told by mail, once a letter: as soon as a second person has approved it.",
    record: "Record an answer",
    dispatch: "Which letter it answers",
    dispatchOption: (n: number, recipient: string, day: string) => `Letter ${n}, ${day}, to ${recipient}`,
    receivedOn: "The day it came",
    from: "From whom",
    fromHint: "As it will be printed: the office rather than a person, as “Investor Relations”.",
    body: "What it says",
    bodyHint:
      "Plain text, in full. Leave out telephone numbers, addresses and signatures of single employees.",
    save: "Record it",
    saveAlone: "Record and publish it alone",
    waitsText: "Somebody else reads it and lets it out. Until then nobody but organizers sees it.",
    aloneText:
      "Nobody else could approve it, so it is published at once. You prove once more who you are, and that you did it alone is recorded.",
    sentBack: "Sent back. Nobody but organizers sees it.",
    again: "Record it again, changed",
    againText: "This replaces the one that was sent back.",
    waits: "Waits for a second person. Nobody but organizers sees it.",
    approvedBy: (who: string | null, at: string, alone: boolean) =>
      alone ? `Published alone, ${at}` : `Approved by ${who ?? "someone who is no longer here"}, ${at}`,
    approval: {
      approve: "Approve, publish it and tell the writers",
      ...ofRecorded,
      alone: {
        text: "You are the only one of this campaign who can approve. You prove once more who you are, and that you did it alone is recorded.",
        approve: "Publish it alone, and tell the writers",
      },
    },
    list: "Recorded answers",
    none: {
      title: "No answer is recorded",
      text: "When the company answers a letter, record it here: everyone can read it then beside the letters it answers.",
    },
    noDispatch: {
      title: "Nothing was handed over yet",
      text: "An answer belongs to a letter of the campaign that was handed over. Once one is, you can record here what came back.",
      act: "To the dispatches",
    },
    to: (n: number) => `To letter ${n}`,
    by: (who: string | null, at: string) => `Recorded by ${who ?? "someone who is no longer here"}, ${at}`,
    remove: "Take it back",
    removeMeans:
      "It disappears from all pages. Mails that told of it are not called back. You prove once more who you are, and that you took it back is recorded.",
    removeSure: "Yes, take it from all pages",
    summary: (count: number) =>
      icu("The answer was not recorded: change {count, plural, one {one thing} other {# things}}", { count }),
    errors: {
      "dispatch-missing": "Choose which letter it answers",
      "day-missing": "Give the day it came",
      "day-impossible": "Choose a day between the handing-over and today",
      marks: "Take out the accents that are piled on one letter",
      "from-missing": "Write from whom it came",
      "from-long": "Shorten this to 200 characters",
      "text-missing": "Write what the answer says",
      "text-long": "Shorten this to 20,000 characters",
      "not-text": "This holds characters that are no text. Please type it again",
    } as Record<string, string>,
    done: {
      recorded: "The answer is published. The writers are told.",
      approved: "The answer is published. The writers are told.",
      waits: "The answer is recorded. It is published once somebody else has approved it.",
      removed: "The answer is on no page any more.",
    } as Record<string, string>,
    undone: {
      ...approving.refused,
      own: "You recorded it: somebody else approves it.",
      "no-dispatch":
        "That letter has not been handed over, or is not of this campaign. Nothing was recorded.",
      gone: "That answer was taken back already.",
      form: "The form could not be read. Please send it again from this page.",
    } as Record<string, string>,
  },
};
