import approving, { alone, ofWritten, refusedWritten } from "./approving.ts";
import { atMost, fewerMarks, mergeField, oneLine, sendAgain, unreadable } from "./form-errors.ts";
import { icu } from "./icu.ts";

const digits = (n: number) => new Intl.NumberFormat("en").format(n);
const letters = (count: number) => icu("{count, plural, one {# letter} other {# letters}}", { count });
const names = (count: number) => icu("{count, plural, one {# name} other {# names}}", { count });
type Contents = { letters: number; names: number };
const both = ({ letters: l, names: n }: Contents) =>
  [l > 0 && letters(l), n > 0 && names(n)].filter(Boolean).join(" and ");
const allOf = (things: readonly string[]) => new Intl.ListFormat("en").format([...things]);
const onHold = (count: number) => `${letters(count)} on hold`;
const namesOut = (count: number) => `${names(count)} not reviewed, asked about or left out`;
const braces = "Remove the braces, or use {letters}, {names}, {signatures} or {holders}";

/** Dispatches in the console: writing, approving and following one. */
export default {
  title: "Dispatches",
  text: "Letters to one recipient: together with a cover letter, or each on its own. One organizer submits, another approves.",
  counts: { letters, names },
  begin: {
    heading: "Draft the next combined letter",
    waits: (l: number, n: number) =>
      l === 0 && n === 0
        ? "Nothing to send: every confirmed letter and shared name is in a dispatch."
        : `${letters(l)} and ${names(n)} wait for a dispatch.`,
    waitsFor: (recipient: string, letters: number) =>
      icu("{recipient}: {letters, plural, =0 {no letter} one {# letter} other {# letters}}", {
        recipient,
        letters,
      }),
    leftOut: (lettersOnHold: number, reviewed: number) =>
      [lettersOnHold > 0 && onHold(lettersOnHold), reviewed > 0 && namesOut(reviewed)]
        .filter(Boolean)
        .join(" and "),
    leftOutStart: "Left out:",
    recipient: "To",
    unverified: "unverified",
    button: "Draft the letter",
    noRecipient: "There is no recipient yet.",
    addRecipient: "Add a recipient",
  },
  alone: {
    button: "Draft one email per selected letter",
    text: "The emails are spread over time.",
    to: "To",
    refused: {
      "no-letters": "Not drafted: choose at least one waiting letter that is not on hold.",
      "too-many": "Not drafted: choose at most 200 letters.",
      "other-company": "Not drafted: choose letters to the recipient’s company only.",
      "no-recipient": "Not drafted: the recipient is retired or gone. Check the recipients.",
    } as Record<string, string>,
    left: (count: number) =>
      icu(
        "{count, plural, one {# selected letter was} other {# selected letters were}} left out: withdrawn, on hold or already in another dispatch.",
        { count },
      ),
  },
  list: {
    caption: "Dispatches, newest first; times in UTC",
    columns: {
      number: "No.",
      kind: "What",
      letters: "Letters",
      names: "Names",
      state: "Status",
      hash: "Approved SHA-256",
      answers: "Replies",
    },
    answers: (count: number) =>
      icu("{count, plural, =0 {none yet} one {# recorded} other {# recorded}}", { count }),
    asks: (count: number) =>
      icu("{count, plural, one {# email} other {# emails}}: arrival unknown", { count }),
    cameBack: (count: number) => icu("{count, plural, one {# email} other {# emails}} bounced", { count }),
    filed: (count: number) => `Saved, not sent: ${digits(count)}`,
    notYet: "not approved",
    sum: "Total",
    sumSent: "Total, without what was only saved",
    empty: {
      title: "No dispatches yet",
      text: "A combined letter is drafted on schedule, or once enough letters wait. You can draft one earlier.",
    },
  },
  kinds: { consolidated: "Combined letter", individual: "Individual letters" },
  causes: {
    weekly: "Drafted automatically, by the calendar",
    milestone: "Drafted automatically: enough letters waited",
    organizer: "Drafted by hand",
  },
  stages: {
    draft: "Draft",
    submitted: "Needs approval",
    approved: "Approved",
    sending: "Sending",
    paused: "Paused",
    sent: "Complete",
    filed: "Saved, not sent",
    cancelled: "Canceled",
  },
  filed: (filed: Contents, others: Contents) =>
    `${both(filed)} saved to a file, not sent.${both(others) && ` In other emails: ${both(others)}.`}`,
  name: (kind: "consolidated" | "individual", number: number) =>
    kind === "consolidated"
      ? `Combined letter ${digits(number)}`
      : `Dispatch ${digits(number)}, individual letters`,
  crumb: "Dispatches",
  steps: { label: "Steps", write: "Write", approve: "Approve", send: "Send" },

  write: {
    heading: "Write the letter",
    recipient: "To",
    subject: "Subject",
    subjectHint: "One line, 150 characters at most.",
    body: "Cover letter",
    bodyAlone: "Text below each letter",
    bodyHint: "Plain text, with an empty line between paragraphs.",
    aboutCounts: "Learn more about counts",
    countsText:
      "{letters}, {names}, {signatures} and {holders} become the counts when it is sent. {letters|letter|letters} picks the matching word.",
    withNames: "Include the names of signers",
    withNamesHint: "Only those who agreed, passed review, and were in no annex before.",
    save: "Save and preview",
    submit: "Ask for approval",
    submitText: "This fixes its contents; letters withdrawn later are left out.",
  },
  sheet: {
    label: (name: string) => `Preview of ${name}`,
    to: (recipient: string) => `To ${recipient}`,
    letterHere: "One letter, in its writer’s words.",
    countsNow: (at: string) => `Counts as of ${at} UTC; the email uses those at sending.`,
    countsThen: "Counts as sent.",
    noSender: "The campaign’s name and postal address are not set",
    page: "SHA-256 of the approved text",
    notApproved: "Not approved yet: approval adds the hash.",
    signs: {
      submitter: (at: string) => `submitted ${at}`,
      approver: (at: string) => `approved ${at}`,
      alone: (at: string) => `approved alone ${at}`,
      firstMissing: "first organizer: not yet",
      secondMissing: "second organizer: not yet",
      role: "organizer",
      operator: "the operator",
    },
  },

  decision: {
    missing: "Needs one more approval",
    submit: "Two people must agree",
    waitsFor: "A second organizer approves its text, letters and names.",
    you: (name: string) => `You, ${name}, approve its text, letters and names as they are now.`,
    approve: (kind: "consolidated" | "individual", number: number) =>
      kind === "consolidated"
        ? `Approve combined letter ${digits(number)}`
        : `Approve dispatch ${digits(number)}`,
    takeBack: "Withdraw it to a draft",
    text: "Sending begins once approved. Any edit removes the approval.",
    ...ofWritten,
    alone: { text: alone, approve: "Approve it alone" },
    office: {
      verified: (name: string, email: string) => `${name}, ${email}. Verified.`,
      unverified: (name: string, email: string) =>
        `${name}, ${email}, is unverified: only files can be made for it.`,
      retired: (name: string) => `${name} is retired. Choose another recipient.`,
      changed: (was: string) => `The recipient was ${was} at submission. Withdraw it and submit it again.`,
      open: "Open the recipient",
    },
  },

  /** Letters of a dispatch, to read on one page. */
  letters: {
    title: (number: number) => `Letters of dispatch ${digits(number)}`,
    crumb: "Letters",
    text: "Each letter as the company gets it, with reasons for review marked. Your view is logged; the dispatch page shows who opened how many.",
    keys: "Keys, while a letter has focus: j or right arrow for the next letter, k or left arrow for the previous.",
    place: (place: number, letters: number) => `${digits(place)} of ${digits(Math.max(place, letters))}:`,
    held: "On hold for review. It is left out unless someone releases it.",
    released: (who: string | null, time: string, why: string | null) =>
      `${why ? `${why}. ` : ""}Released by ${who ?? "an organizer"}, ${time} UTC.`,
    shares: "The writer’s shares are hidden here; the letter’s own page shows them to people with the right.",
    takeOut: "Refuse this letter",
    takeOutMeans:
      "It is never delivered. The writer gets an email with the reason, and can write a new letter. This cannot be undone.",
    pages: "Pages of letters",
    before: "Previous letters",
    after: "Next letters",
    none: {
      title: "No letters here",
      text: "Its writers may have withdrawn them, or this page has no more.",
    },
    done: {
      refused: "Refused. It is not delivered, and its writer gets an email with the reason.",
    } as Record<string, string>,
  },
  openings: {
    heading: "Organizers who read the letters",
    you: (opened: number, all: number) => `You opened ${digits(opened)} of ${letters(all)}.`,
    one: (name: string, opened: number, all: number) =>
      `${name} opened ${digits(opened)} of ${letters(all)}.`,
    nobody: "No organizer has opened them yet.",
    read: "Read the letters",
    noRight: "Your role cannot read letters.",
  },

  contents: {
    heading: "Contents",
    annexA: (count: number) => `Annex A, ${letters(count)}`,
    annexB: (count: number) => `Annex B, ${names(count)}`,
    alone: (count: number) => `${letters(count)}, one email each`,
    parts: (count: number) => icu("in {count, plural, one {# email} other {# emails}}", { count }),
    part: (n: number) => `Email ${digits(n)}`,
    draftText: "Letters and names waiting now. Submitting fixes them.",
    since: (l: number, n: number) =>
      `Left out since it was submitted, as withdrawn, changed or on hold: ${both({ letters: l, names: n })}.`,
    leftOut: {
      heading: "Left out",
      held: onHold,
      noConsent: (count: number) =>
        icu("{count, plural, one {# letter whose writer} other {# letters whose writers}} withdrew consent", {
          count,
        }),
      names: namesOut,
      nothing: "Nothing.",
      show: "Show the list",
    },
  },
  checks: {
    heading: "Checked before approval",
    consent: "Every letter and name has consent to be sent",
    consentNot: (count: number) =>
      icu(
        "{count, plural, one {One letter or name is} other {# letters and names are}} left out: withdrawn, corrected, erased, or without consent",
        { count },
      ),
    counts: (at: string) => `Counts as of ${at}`,
    once: "No name was in an earlier annex",
    onceNot: (count: number) =>
      icu("{count, plural, one {# name was} other {# names were}} in an earlier annex", { count }),
    held: "None of its letters is on hold",
    heldNot: (count: number) =>
      icu("{count, plural, one {# of its letters is} other {# of its letters are}} on hold", { count }),
    office: "The recipient is verified",
    officeNot: "The recipient is not verified: only files can be made for it",
    ready: "Sender and organization details are set",
    readyNot: (what: readonly string[], isRehearsal: boolean) =>
      `Missing or still an example: ${allOf(what)}. ${
        isRehearsal ? "On this computer it is only saved as a file" : "Set this before sending"
      }`,
    done: "Good: ",
    notDone: "Not yet: ",
  },
  hands: {
    heading: "Contributors",
    author: (who: string) => `Drafted by ${who}`,
    byItself: "Drafted automatically",
    editor: (who: string, at: string) => `Edited last by ${who}, ${at}`,
    submitter: (who: string, at: string) => `Submitted by ${who}, ${at}`,
    approver: (who: string, at: string) => `Approved by ${who}, ${at}`,
    approverAlone: (who: string, at: string) =>
      `Approved alone by ${who}, ${at}: nobody else in the campaign could`,
    operator: "the operator",
  },

  preview: {
    heading: "The email as sent",
    text: "Its annexes hold names: downloading them is an export, logged with your name.",
    html: "Formatted",
    plain: "Plain text",
    alone: "Open in a new tab",
    files: "Annexes",
    file: (name: string) => `Download ${name}`,
    partOf: (part: number, parts: number) => `Email ${digits(part)} of ${digits(parts)}`,
    choose: "Email to preview",
    show: "Preview it",
    frame: (what: string) => `The email, ${what}`,
    noRight: "Your role cannot export annexes with names.",
    draft: "Made from the last saved text and the letters waiting now.",
    holds: (l: number, n: number) => both({ letters: l, names: n }),
    before: "Previous email",
    next: "Next email",
    nothingLeft: "This email is empty: no letter or name waits, or all were withdrawn.",
    noNames: "Your role cannot see names, so it cannot see emails with names.",
  },

  progress: {
    heading: "Emails",
    caption: "Emails of this dispatch, in order; times in UTC",
    columns: { part: "Email", letters: "Letters", names: "Names", state: "Status", proof: "SHA-256" },
    states: {
      queued: "Queued",
      claimed: "Sending",
      accepted: "Sent",
      delivered: "Accepted",
      delayed: "Sent, delayed",
      bounced: "Bounced",
      complained: "Accepted, marked as spam",
      suppressed: "Not sent: the address refuses email",
      skipped: "Not sent: empty",
      failed: "Rejected",
      unknown: "Unknown",
    },
    filed: "Saved",
    waits: "Waiting",
    due: (at: string) => `not before ${at}`,
    leftOut: (count: number) => `${letters(count)} left out since`,
    hashMail: "Email",
    hashText: "Text",
    hashFile: (n: number) => `File ${digits(n)}`,
    provider: "Provider’s ID",
    letters: {
      heading: "Its letters",
      sum: (count: number) => `${letters(count)} when submitted.`,
      waiting: "Waiting for another dispatch",
      elsewhere: "In another dispatch, or delivered in person",
      withdrawn: "Withdrawn by their writers",
      refused: "Refused by an organizer",
      erased: "Erased by their writers",
    },
    settle: {
      heading: (part: number) => `Did email ${digits(part)} arrive?`,
      text: "The connection broke, and it is not resent. Ask the recipient or check the provider’s log, then record the answer. Your name is logged.",
      arrived: "It arrived",
      not: "It did not arrive",
      notText: "Its letters then wait for the next dispatch.",
    },
    back: {
      heading: (part: number) => `Email ${digits(part)} bounced`,
      text: (l: number, n: number) =>
        [
          l > 0 && `${letters(l)} in it did not arrive.`,
          n > 0 && `${names(n)} in it will go into the next annex automatically.`,
        ]
          .filter(Boolean)
          .join(" "),
      how: "Requeue the letters once a recipient is verified at another address.",
      button: "Requeue its letters",
    },
  },
  acts: {
    heading: "Pause or cancel",
    pause: "Pause the dispatch",
    pauseText: "Emails being sent right now still go.",
    resume: "Resume the dispatch",
    cancel: "Cancel the dispatch…",
    cancelText:
      "Emails already sent cannot be recalled. Everything else waits for the next dispatch. This cannot be undone.",
    cancelButton: "Cancel the dispatch",
    discard: "Discard this draft…",
    discardText: "Its text is lost. Its letters and names wait again. This cannot be undone.",
    discardButton: "Discard this draft",
  },
  pausedWhy: {
    organizer: "Someone paused it.",
    bounces: "Emails to this recipient bounced. Find out why before you resume.",
    recipient:
      "The recipient is not verified, is retired, or changed after approval. Verify it and resume; if its address changed, cancel this and draft another.",
    approver:
      "The approver lost the right to approve before it began. Cancel it and draft another, or restore the right and resume.",
    differs:
      "Its emails differ from what was approved. Cancel it and have another approved, or change it back and resume.",
    provider: "The provider rejects our account or sender. The operator can see more in the log.",
    quota: "The provider’s quota is used up. It continues once that renews.",
    "not-ready": "The sender or the organization details are missing or still an example.",
    "too-large": "An email is larger than its server accepts. Resuming splits it in two.",
    restored:
      "The database was restored from an archive that lacks later emails. Check each email before you resume.",
  },
  differs: (what: readonly string[]) => `Changed since approval: ${what.join("; ")}.`,
  differsFromSubmitted: (what: readonly string[]) =>
    `Changed since submission: ${what.join("; ")}. Change it back, or withdraw it, check it and submit it again.`,
  framed: {
    "office-name": "the recipient’s name",
    "office-email": "the recipient’s email address",
    "office-postal": "the recipient’s postal address",
    title: "the campaign’s title",
    operator: "who runs the campaign",
    "postal-address": "the campaign’s postal address",
    "sender-name": "the sender’s name",
    "sender-address": "the sender’s address",
    "reply-to": "the reply address",
    funding: "the funding line",
  },
  answers: {
    heading: "Replies from the company",
    none: "No replies yet.",
    record: "Record a reply",
    all: "Show all replies",
    line: (count: number) =>
      icu("{count, plural, one {One reply is} other {# replies are}} recorded.", { count }),
  },

  done: {
    drafted: "Draft created.",
    saved: "Saved.",
    "took-back": "Saved. It is a draft again and needs a new approval.",
    submitted: "Approval asked for. Another organizer must approve it.",
    "took-it-back": "Withdrawn. It is a draft again.",
    "sent-back": "Sent back. It is a draft again; its author gets the reason.",
    approved: "Approved. Sending begins in a moment.",
    paused: "Paused.",
    resumed: "Resumed.",
    cancelled: "Canceled. Everything not delivered waits again.",
    "put-back": "The letters wait for the next dispatch. Their ledger and the writers’ pages say so.",
    settled: "Recorded, also in the letters’ ledger.",
  } as Record<string, string>,
  refused: {
    "frame-changed":
      "Saved but not submitted: the recipient, or the campaign’s title, sender or addresses changed. Check them here, then submit it.",
    stale: "Someone saved it after you opened this page. Check it again, then submit it.",
    "stale-edit":
      "Not saved: someone else saved first. Your text is in the fields, theirs below. Save again to replace theirs.",
    closed: "Not saved: it has begun or was canceled. Your text is still in the fields.",
    "no-recipient": "Not saved: this recipient is retired or gone. Choose another.",
    "nothing-waits": "Not submitted: no letter or name waits.",
    ...refusedWritten,
    ...approving.refused,
    changed: "Not approved: it changed, or a letter or name was withdrawn. Check it again here.",
    "submitted-otherwise":
      "Not approved: the recipient’s or campaign’s details changed since submission. This page names what changed.",
    "nothing-left": "Not approved: everything in it has been withdrawn.",
    recipient: "Not resumed: the recipient is not verified, is retired, or changed after approval.",
    approver: "Not resumed: its approver has lost the right to approve.",
    differs: "Not resumed: its emails differ from what was approved.",
    "no-office":
      "Not requeued: since it bounced, no recipient at another address was verified. Correct the address, have it verified, then requeue the letters.",
    "none-left":
      "Not requeued: every letter in that email was withdrawn, erased or replaced, or is already requeued.",
    "not-returned": "That email did not bounce. This page shows it now.",
    "not-ready": "Not resumed: the sender or the organization details are missing or still an example.",
    "begun-since": "Not discarded: sending has begun. Pause it, or cancel the rest here.",
    "not-unknown": "That is already recorded. This page shows it now.",
    unreadable,
  } as Record<string, string>,
  errors: {
    unreadable: sendAgain,
    "version-missing": "Reload this page, then save",
    "recipient-missing": "Choose a recipient",
    marks: fewerMarks,
    "subject-missing": "Write a subject",
    "merge-field": mergeField,
    "subject-line": oneLine,
    "subject-long": atMost(150),
    "subject-braces": braces,
    "body-braces": braces,
    "body-missing": "Write the cover letter",
    "body-long": atMost(10_000),
  } as Record<string, string>,
  standsNow: "Saved version",
};
