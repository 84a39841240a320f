import approving, { alone, ofRecorded } from "./approving.ts";
import { atMost, fewerMarks, mergeField, ownWords, unreadable } from "./form-errors.ts";
import { icu } from "./icu.ts";

const savedToFile = "saved to a file, not sent";
const forbiddenByLaw = "Against the law";
const replyIsPublic = "The reply is public. The letters’ writers get an email.";

/** Letters that everyone may read, and their ledger; and the console’s pages that decide what is read there. */
export default {
  title: (company: string) => `Letters to ${company}`,
  titleOf: (campaign: string) => `Letters · ${campaign}`,
  description: (company: string) =>
    `The status of every letter to ${company}, its replies, and the letters that writers made public.`,
  standfirst: (count: number) =>
    icu(
      "{count, plural, =0 {No letter has been confirmed yet.} one {One letter and its status. If we don’t know, we say so.} other {# letters and their status. If we don’t know, we say so.}}",
      { count },
    ),
  write: "Write a letter",
  json: "Download as JSON",

  ledger: {
    heading: "Status of all letters",
    caption: (day: string) => `Letters by status, ${day}`,
    columns: { state: "Status", letters: "Letters" },
    states: {
      confirmed: {
        label: "Waiting",
        means:
          "Confirmed by their writers. They go with the next letters we send; the few on hold go once an organizer has read them.",
      },
      queued: {
        label: "Approved, to be sent",
        means: "Not sent yet: their writers can still withdraw them.",
      },
      sent: {
        label: "Sent",
        means:
          "Our email provider has them, the company’s server not yet. Or they were handed over in person.",
      },
      accepted: {
        label: "Accepted by the company’s server",
        means: "The company’s server said so. No email can tell whether anyone reads them.",
      },
      bounced: {
        label: "Returned",
        means:
          "The company’s server refused or returned them. They wait until the campaign has an address that works.",
      },
      unknown: {
        label: "Unknown",
        means: "We got no answer. They may have arrived; we don’t send them again.",
      },
      filed: {
        label: "Saved, not sent",
        means: "This site has no email provider, so they were saved to a file.",
      },
      erased: {
        label: "Erased later",
        means: "Sent before their writers erased their data. They still count.",
      },
    },
    sum: "Total",
    withdrawn: (count: number) =>
      icu(
        "{count, plural, one {# letter withdrawn by its writer before it was sent.} other {# letters withdrawn by their writers before they were sent.}}",
        { count },
      ),
    withdrawnAfter: (count: number) =>
      icu(
        "{count, plural, one {# letter withdrawn by its writer} other {# letters withdrawn by their writers}} too late: already sent, or in a pack made before. They cannot be recalled.",
        { count },
      ),
    refused: (count: number) =>
      icu(
        "{count, plural, one {# letter} other {# letters}} not sent: an organizer decided so and told the writer why.",
        { count },
      ),
    apart: "Not in the total:",
    selfSent: (count: number) =>
      icu(
        "{count, plural, one {# writer says} other {# writers say}} that they also sent a letter themselves, by email or by mail. We have not verified this.",
        { count },
      ),
  },

  dispatches: {
    heading: "What we sent, and when",
    none: "Nothing was sent yet. Each group of letters will appear here with its day, contents, and the SHA-256 of every email and file.",
    title: (n: number) => `Group ${n}`,
    to: (recipient: string) => `To ${recipient}`,
    kinds: {
      consolidated: (letters: number, names: number) =>
        names > 0
          ? icu(
              "{letters, plural, one {# letter} other {# letters}} and {names, plural, one {# name} other {# names}} attached",
              { letters, names },
            )
          : icu("{letters, plural, one {# letter} other {# letters}} attached", { letters }),
      individual: (letters: number) =>
        icu("{letters, plural, one {# letter in its own email} other {# letters, each in its own email}}", {
          letters,
        }),
    },
    states: {
      sending: "Being sent.",
      paused: "Paused: the rest waits.",
      sent: "",
      filed: "",
      cancelled: "Stopped: the rest was not sent.",
    },
    filedAll: "Not sent: this site has no email provider.",
    filed: (filed: string, others: string) =>
      `Saved to a file, not sent: ${filed}. In other emails: ${others}.`,
    mailStates: {
      waiting: "not sent yet",
      confirmed: "not sent",
      queued: "not sent yet",
      sent: "sent, not yet accepted by the company’s server",
      accepted: "accepted by the company’s server",
      bounced: "returned",
      unknown: "unknown, we got no answer",
      filed: savedToFile,
      email_pending: "not sent",
      withdrawn: "not sent",
      refused: "not sent",
    },
    mailsBy: (count: number, state: string) =>
      icu("{count, plural, one {# email} other {# emails}}: {state}", { count, state }),
    back: (letters: number, names: number) =>
      letters > 0 && names > 0
        ? icu(
            "Returned: {letters, plural, one {# letter} other {# letters}} and {names, plural, one {# name} other {# names}}, now waiting to be sent again.",
            { letters, names },
          )
        : names > 0
          ? icu("Returned: {names, plural, one {# name} other {# names}}, now waiting to be sent again.", {
              names,
            })
          : icu(
              "Returned: {letters, plural, one {# letter} other {# letters}}, now waiting to be sent again.",
              { letters },
            ),
    noMail: "No email was written yet.",
    approvedAlone: "Approved by its author alone: the campaign has only one approver.",
    hashes: "SHA-256 of its emails and files",
    mail: (part: number) => `Email ${part}`,
    file: (n: number) => `File ${n}`,
    moreHashes: (count: number) =>
      icu("{count, plural, one {# more is in the JSON file.} other {# more are in the JSON file.}}", {
        count,
      }),
    reply: (from: string, day: string) => `${from} replied, ${day}`,
    noReply: "No reply so far.",
  },

  read: {
    heading: "Published letters",
    text: "These writers agreed to be named, and an organizer approved each letter. Only the company and the campaign read the others.",
    none: "No letter is published yet.",
    noneOlder: "No older letters.",
    find: "Search these letters",
    findHint: "One or more words, or the beginning of one.",
    findButton: "Search letters",
    found: (count: number, more: boolean) =>
      more
        ? icu("The newest {count, number} that match", { count })
        : icu("{count, plural, one {One letter matches} other {# letters match}}", { count }),
    nothing: "No letter matches. Try fewer words, or the beginning of one.",
    tooMany: "Too many searches. Please try again in a few minutes.",
    nothingTyped: "Enter a word to search for.",
    all: "Show all letters",
    older: "Older letters",
    newest: "The newest letters",
    olderTitle: "Older letters",
    whole: "Read the letter",
    of: (name: string) => `Letter from ${name}`,
  },

  states: {
    email_pending: "not confirmed yet",
    confirmed: "goes with the next letters we send",
    queued: "approved, not sent yet",
    sent: "sent; not yet accepted by the company’s server",
    inPerson: "handed to the company in person",
    accepted: "accepted by the company’s server",
    bounced: "returned by the company’s server",
    unknown: "unknown whether it arrived: we got no answer",
    filed: savedToFile,
    withdrawn: "withdrawn",
    refused: "not sent",
  },

  one: {
    state: "Status",
    with: (n: number, day: string) => `With group ${n} of the letters, ${day}`,
    final: "It can no longer be recalled.",
    hash: "SHA-256",
    hashMeans:
      "Computed from the exact text we sent, including the writer’s full name, country, and number of shares, if given. The writer and the company have it.",
    hashFiled: "Of the exact text in the file. The company does not have it.",
    replies: "The company’s replies",
    repliesMean: "To all letters sent together.",
    confirmed: (day: string) => `Confirmed ${day}`,
  },

  report: {
    open: "Report this letter",
    heading: "Report this letter",
    text: "An organizer reviews it. We store nothing about you.",
    reason: "What is wrong?",
    reasons: {
      "private-details": "It reveals an address, a phone number or other private details",
      attack: "It threatens or insults a person",
      "false-name": "The named person did not write it",
      advertising: "It is advertising",
      other: "Something else",
    },
    missing: "Choose what is wrong",
    tooMany: "Too many reports. Please try again in an hour",
    summary: "The letter was not reported",
    button: "Report it",
    back: "Back to the letter",
    thanks: {
      title: "Thank you",
      text: "An organizer will review the letter. It may be hidden until then. We stored nothing about you.",
      back: "Back to all letters",
    },
  },

  moderation: {
    title: "Letters in moderation",
    text: "Oldest first. A hold is not a refusal.",
    kinds: { held: "On hold", awaiting: "To be published", reported: "Reported" },
    kindsLabel: "Waiting for",
    means: {
      held: "None goes to the company until you release it.",
      awaiting: "Their writers agreed to be named in public. They go to the company either way.",
      reported: "Readers reported these. They stay public until you decide.",
    },
    empty: {
      held: {
        title: "No letters on hold",
        text: "A letter with a threat, a personal attack, another language, more than three links or an unlikely name waits here.",
      },
      awaiting: {
        title: "No letters to publish",
        text: "Confirmed letters appear here if their writer agreed to be named.",
      },
      reported: { title: "No reported letters", text: "Readers’ reports appear here." },
      page: "No more letters in this direction.",
      first: "Back to the first",
    },
    pages: "Pages of the queue",
    before: "Previous",
    after: "Next",
    heldReasons: {
      threat: "May contain a threat",
      "personal-attack": "May single out a person or say where they live",
      links: "Many links",
      name: "Unlikely name",
      language: "In another language",
      unscreened: "Not checked automatically: read all of it",
    },
    about: {
      country: "Country",
      confirmed: "Confirmed",
      state: "Status",
      named: "Named in public",
      links: "Links",
      template: "Shared with the template",
      nearest: "Shared with the most similar letter",
    },
    named: { anonymous: "no", initials: "initials", public: "full name" },
    hiddenNow: "hidden now",
    share: (part: number) => `${Math.round(part * 100)}%`,
    unscored: "not compared yet",
    nearestOpen: "open letter",
    sharedMeans:
      "Percentages show how many words a letter shares, not who wrote it. Keeping the template is fine.",
    reports: {
      "private-details": "private details",
      attack: "threat or insult",
      "false-name": "wrong name",
      advertising: "advertising",
      other: "something else",
    },
    times: (what: string, count: number) =>
      icu("{count, plural, =1 {{what}} other {{what} # times}}", { what, count }),
    release: "Release letter",
    publish: "Publish letter",
    keep: "Keep published",
    again: "Publish again",
    refuse: "Do not deliver",
    hide: "Do not publish",
    takeDown: "Unpublish",
    why: "Reason",
    choose: "Choose a reason",
    refusals: {
      threat: "Threat",
      "personal-attack": "Attacks a person",
      "false-name": "Not the writer’s name",
      links: "Mostly links",
      "off-topic": "Off topic",
      unlawful: forbiddenByLaw,
      advertising: "Advertising",
    },
    hidings: {
      "private-details": "Private details",
      "personal-attack": "Attacks a person",
      "false-name": "Not the writer’s name",
      "off-topic": "Off topic",
      unlawful: forbiddenByLaw,
      advertising: "Advertising",
    },
    refuseMeans:
      "The writer gets an email with the reason. This cannot be undone, but they can write another letter.",
    hideMeans: "It is still delivered to the company. The reason is in its history.",
    cannotRefuse: "It is already dispatched, so it cannot be stopped.",
    reasonMissing: "Choose a reason",
    done: {
      released: "The letter is released.",
      refused: "The letter is not delivered. Its writer gets an email with the reason.",
      published: "The letter is published.",
      hidden: "The letter is not public.",
    } as Record<string, string>,
    undone: {
      changed: "Nothing was done: the letter changed while you read it. Read it again, then decide.",
      "reason-missing": "Nothing was done. Choose a reason first.",
      form: unreadable,
    } as Record<string, string>,
  },

  replies: {
    title: "Replies from the company",
    text: "Once approved, a reply is public with its letters. Each writer gets one email.",
    record: "Record a reply",
    dispatch: "Dispatch it replies to",
    dispatchOption: (n: number, recipient: string, day: string) => `Dispatch ${n}, ${day}, to ${recipient}`,
    receivedOn: "Received on",
    from: "From",
    fromHint: "Shown publicly, so name the department, not a person: “Investor Relations”.",
    body: "Full text",
    bodyHint: "Plain text, without phone numbers, addresses or employees’ names.",
    save: "Record reply",
    saveAlone: "Record and publish alone",
    waitsText: "Only organizers see it until someone else approves it.",
    aloneText:
      "Nobody else can approve it, so it is published once you confirm it’s you; the log shows that you did it alone.",
    sentBack: "Sent back. Only organizers see it.",
    again: "Correct and record again",
    againText: "This replaces the reply that was sent back.",
    waits: "Waiting for approval. Only organizers see it.",
    approvedBy: (who: string | null, at: string, alone: boolean) =>
      alone ? `Published alone, ${at}` : `Approved by ${who ?? "a former organizer"}, ${at}`,
    approval: {
      approve: "Approve, publish and email the writers",
      ...ofRecorded,
      alone: { text: alone, approve: "Publish alone and email the writers" },
    },
    list: "Recorded replies",
    none: {
      title: "No replies yet",
      text: "Record the company’s reply here. Once approved, it is public with its letters.",
    },
    noDispatch: {
      title: "Nothing was delivered yet",
      text: "Once a dispatch is delivered, record the company’s reply here.",
      act: "Open dispatches",
    },
    to: (n: number) => `To dispatch ${n}`,
    by: (who: string | null, at: string) => `Recorded by ${who ?? "a former organizer"}, ${at}`,
    remove: "Remove reply",
    removeMeans:
      "It disappears from all pages. Emails already sent cannot be recalled. Confirm it’s you; the removal is logged.",
    removeSure: "Remove it from all pages",
    summary: (count: number) =>
      icu("The reply was not recorded. Change {count, plural, one {one thing} other {# things}}", { count }),
    errors: {
      "dispatch-missing": "Choose a dispatch",
      "day-missing": "Enter the day you received it",
      "day-impossible": "Choose a day between the dispatch and today",
      marks: fewerMarks,
      instruction: ownWords,
      "merge-field": mergeField,
      "from-missing": "Enter who sent it",
      "from-long": atMost(200),
      "text-missing": "Enter the text of the reply",
      "text-long": atMost(20_000),
      "not-text": "This has characters we cannot read. Type it again",
    } as Record<string, string>,
    done: {
      recorded: replyIsPublic,
      approved: replyIsPublic,
      waits: "The reply is recorded. It is public once someone else approves it.",
      removed: "The reply is removed from all pages.",
    } as Record<string, string>,
    undone: {
      ...approving.refused,
      own: "You recorded it, so someone else must approve it.",
      "no-dispatch": "Not recorded: that dispatch was not delivered, or belongs to another campaign.",
      gone: "That reply was already removed.",
      form: unreadable,
    } as Record<string, string>,
  },
};
