import approving from "./approving.ts";
import { icu } from "./icu.ts";

const digits = (n: number) => new Intl.NumberFormat("en").format(n);
const letters = (count: number) => icu("{count, plural, one {# letter} other {# letters}}", { count });
const mails = (count: number) => icu("{count, plural, one {# mail} other {# mails}}", { count });
const names = (count: number) => icu("{count, plural, one {# name} other {# names}}", { count });
const allOf = (things: readonly string[]) => new Intl.ListFormat("en").format([...things]);
const listed = (people: readonly string[]) =>
  new Intl.ListFormat("en", { type: "disjunction" }).format([...people]);

/** Dispatches in the console: drafting, approving and following one. */
export default {
  title: "Dispatches",
  text: "Each hands letters over to one office: a letter of the campaign over an annex, or letters on their own. One organizer submits it, another approves it.",
  counts: { letters, names, mails },
  begin: {
    heading: "Begin the next consolidated letter",
    waits: (letters: number, names: number) =>
      letters === 0 && names === 0
        ? "Nothing waits: every confirmed letter and every consented name went already."
        : icu(
            "{letters, plural, one {# letter} other {# letters}} and {names, plural, one {# name} other {# names}} wait to be handed over.",
            { letters, names },
          ),
    leftOut: (held: number, reviewed: number) =>
      [
        held > 0 && icu("{held, plural, one {# letter} other {# letters}} held for a look", { held }),
        reviewed > 0 &&
          icu("{reviewed, plural, one {# name} other {# names}} not looked at yet, asked about, or hidden", {
            reviewed,
          }),
      ]
        .filter(Boolean)
        .join(" and "),
    leftOutStart: "Left out:",
    recipient: "To",
    unverified: "unverified",
    button: "Write it",
    noRecipient: "There is no office to write to.",
    addRecipient: "Add one",
    none: "Choose letters to go on their own in the list of letters.",
  },
  alone: {
    button: "Let the chosen ones go on their own",
    text: "A draft with one mail a letter, paced and at most so many a day. Another organizer approves it.",
    to: "To",
    refused: {
      "no-letters": "No draft was begun: choose at least one letter that waits and is not held.",
      "too-many": "No draft was begun: at most 200 letters go on their own in one dispatch.",
      "no-recipient": "No draft was begun: the office is retired or gone. Look at the recipients.",
    } as Record<string, string>,
    left: (count: number) =>
      icu(
        "{count, plural, one {# letter} other {# letters}} of the chosen could not be taken: withdrawn, held or in another dispatch meanwhile.",
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
      state: "State",
      hash: "Approved SHA-256",
      answers: "Answer",
      when: "When",
    },
    answers: (count: number) =>
      icu("{count, plural, =0 {none yet} one {# recorded} other {# recorded}}", { count }),
    asks: (count: number) =>
      icu("{count, plural, one {# mail} other {# mails}} of unknown fate: arrived?", { count }),
    cameBack: (count: number) => icu("{count, plural, one {# mail} other {# mails}} came back", { count }),
    notYet: "not approved",
    sum: "Handed over",
    empty: {
      title: "Nothing was handed over yet",
      text: "Every week, or as soon as enough letters wait, a consolidated letter is drafted by itself; you can begin one earlier. What goes to the company stands here with its hashes, what became of each mail, and the answer.",
    },
  },
  kinds: { consolidated: "Consolidated letter", individual: "Letters on their own" },
  causes: {
    weekly: "Drafted by itself, by the calendar",
    milestone: "Drafted by itself: enough letters waited",
    organizer: "Begun by an organizer",
  },
  stages: {
    draft: "Draft",
    submitted: "Waits for approval",
    approved: "Approved",
    sending: "On its way",
    paused: "Paused",
    sent: "Handed over",
    cancelled: "Cancelled",
  },
  name: (kind: "consolidated" | "individual", number: number) =>
    kind === "consolidated" ? `Letter ${digits(number)}` : `Dispatch ${digits(number)}, letters on their own`,
  crumb: "Dispatches",
  steps: { label: "Steps", write: "Write", approve: "Approve", send: "Hand over" },

  write: {
    heading: "Its words",
    recipient: "To",
    subject: "Subject",
    subjectHint: "One line, 150 characters at most.",
    body: "The letter of the campaign",
    bodyAlone: "What stands under each letter",
    bodyHint:
      "Plain text; an empty line parts paragraphs. {letters}, {names}, {signatures} and {holders} become the counts at the moment it goes, and {letters|letter|letters} the word that goes with the count.",
    withNames: "The names of signers go along",
    withNamesHint: "Of those who agreed to it, were looked at where needed, and were in no annex before.",
    save: "Save and look",
    submit: "Submit for approval",
    submitText: "From then on nothing is added; what its writers take back is left out.",
  },
  sheet: {
    label: (name: string) => `${name}, as it reads`,
    to: (recipient: string) => `To ${recipient}`,
    letterHere: "Here stands one letter, in its writer’s words.",
    countsNow: (at: string) => `Counts as of now, ${at} UTC; the mail has those of the moment it goes.`,
    countsThen: "Counts as they were when it began.",
    noHolders: "fewer than five",
    noSender: "The campaign’s name and postal address are not set",
    page: "SHA-256 of what was approved",
    notApproved: "Not approved yet: the hash is made with the approval.",
    signs: {
      submitter: (at: string) => `submitted ${at}`,
      approver: (at: string) => `approved ${at}`,
      alone: (at: string) => `approved alone ${at}, by a mailed code`,
      firstMissing: "first organizer, not yet",
      secondMissing: "second organizer, not yet",
      role: "organizer",
      operator: "the operator",
    },
  },

  decision: {
    missing: "One approval is missing",
    submit: "Two people let it go",
    waitsFor: "A second organizer approves the words, the letters and the names as they are now.",
    you: (name: string) => `You, ${name}. You approve the words and all that goes along as they are now.`,
    approve: (kind: "consolidated" | "individual", number: number) =>
      kind === "consolidated" ? `Approve letter ${digits(number)}` : `Approve dispatch ${digits(number)}`,
    takeBack: "Take it back to a draft",
    text: "It begins a moment after. Any change to the words takes the approval off.",
    own: (others: readonly string[]) =>
      others.length === 0
        ? "You submitted it or edited it last. Nobody else of the campaign can approve."
        : `You submitted it or edited it last, so somebody else has to approve it: ${listed(others)}.`,
    deadlock:
      "One of you submitted it and the other edited it last, so neither can approve. Take it back, save it and submit it again: then the other can.",
    noRight: "An owner or an organizer of the campaign approves it.",
    cannotRead: {
      "no-names":
        "You may approve, but you lack the right “See lists of people”. Without it you cannot read the letters, so you cannot approve them. Somebody who manages the team can give it to you.",
      unread:
        "Nobody else who may approve can read the letters, so nobody can approve them yet. They lack the right “See lists of people”. Somebody who manages the team can give it to them.",
    },
    alone: {
      heading: "Approve it alone",
      text: "Nobody else of this campaign can approve. You prove once more who you are; that you approved your own dispatch is recorded and shown.",
      approve: "Approve alone",
    },
    office: {
      verified: (name: string, email: string) => `${name}, ${email}. Verified.`,
      unverified: (name: string, email: string) =>
        `${name}, ${email}, is unverified: nothing but a file leaves for it.`,
      retired: (name: string) => `${name} is retired. Choose another office.`,
      changed: (was: string) =>
        `The office was ${was} when this was submitted and is another now. Take it back and submit it again.`,
      open: "Look at the office",
    },
  },

  /** Reading the letters of a dispatch in place. */
  letters: {
    title: (number: number) => `Letters of dispatch ${digits(number)}`,
    crumb: "Letters",
    text: "Each letter as the company gets it, in order. Passages that screening finds are marked. Your view is logged, and the page of the dispatch shows who opened how many.",
    keys: "Keys, while a letter has the focus: j or the right arrow for the next letter, k or the left arrow for the one before.",
    place: (place: number, letters: number) => `${digits(place)} of ${digits(Math.max(place, letters))}:`,
    held: "On hold for review. It is left out unless somebody releases it.",
    released: (who: string | null, time: string, why: string | null) =>
      `${why ? `${why}. ` : ""}Released by ${who ?? "an organizer"}, ${time} UTC.`,
    shares:
      "The letter says how many shares its writer holds. That number is covered here; its own page shows it to those who may see it.",
    takeOut: "Take it out",
    takeOutMeans:
      "It is not delivered, in this dispatch or a later one. The writer gets an email with the reason. You cannot undo this; they can write another letter.",
    pages: "Pages of letters",
    before: "Letters before",
    after: "Next letters",
    none: {
      title: "There are no letters here",
      text: "The dispatch holds none now, or this page has no more. Its writers may have withdrawn them.",
    },
    done: { refused: "It is out of the dispatch and is not delivered. Its writer is told why." } as Record<
      string,
      string
    >,
  },
  openings: {
    heading: "Who read its letters",
    you: (opened: number, letters: number) =>
      icu("You opened {opened} of {letters, plural, one {# letter} other {# letters}}.", { opened, letters }),
    one: (name: string, opened: number, letters: number) =>
      icu("{name} opened {opened} of {letters, plural, one {# letter} other {# letters}}.", {
        name,
        opened,
        letters,
      }),
    nobody: "Nobody has opened its letters yet.",
    read: "Read its letters",
    noRight: "Your role does not read letters.",
  },

  contents: {
    heading: "What is in it",
    annexA: (count: number) => icu("Annex A, {count, plural, one {# letter} other {# letters}}", { count }),
    annexB: (count: number) => icu("Annex B, {count, plural, one {# name} other {# names}}", { count }),
    alone: (count: number) =>
      icu("{count, plural, one {# letter} other {# letters}}, a mail each", { count }),
    parts: (count: number) => icu("in {count, plural, one {# mail} other {# mails}}", { count }),
    part: (n: number) => `Mail ${digits(n)}`,
    preview: "Look at it",
    draftText: "Letters and names that wait now. They are fixed when it is submitted.",
    leftOut: {
      heading: "Left out",
      held: (count: number) =>
        icu("{count, plural, one {# letter} other {# letters}} held for a look", { count }),
      noConsent: (count: number) =>
        icu(
          "{count, plural, one {# letter whose writer} other {# letters whose writers}} took the consent back",
          { count },
        ),
      names: (count: number) =>
        icu("{count, plural, one {# name} other {# names}} not looked at yet, asked about, or hidden", {
          count,
        }),
      nothing: "Nothing.",
      show: "Show them",
    },
  },
  checks: {
    heading: "Checked before approval",
    consent: "Every letter and every name has its person’s consent to be handed over",
    consentNot: (count: number) =>
      icu(
        "{count, plural, one {One letter or name was withdrawn, corrected or erased since, or its consent taken back: it is left out} other {# letters and names were withdrawn, corrected or erased since, or their consent taken back: these are left out}}",
        { count },
      ),
    counts: (at: string) => `Counts are those of ${at}`,
    once: "No name was in an earlier annex",
    onceNot: (count: number) =>
      icu("{count, plural, one {# name was} other {# names were}} in an earlier annex", { count }),
    held: "No letter in it waits for a look",
    heldNot: (count: number) =>
      icu("{count, plural, one {# letter in it waits} other {# letters in it wait}} for a look", { count }),
    office: "Somebody has verified the office",
    officeNot: "Nobody has verified the office: it receives nothing but files",
    ready: "Sender and organization details are set",
    readyNot: (what: readonly string[], isRehearsal: boolean) =>
      `Not set, or still an example: ${allOf(what)}. ${
        isRehearsal
          ? "On this computer it is written to a file, with marked examples"
          : "Nothing is sent until it is set"
      }`,
    done: "Good: ",
    notDone: "Not yet: ",
  },
  hands: {
    heading: "Who had a hand in it",
    author: (who: string) => `Begun by ${who}`,
    byItself: "Drafted by itself",
    editor: (who: string, at: string) => `Edited last by ${who}, ${at}`,
    submitter: (who: string, at: string) => `Submitted by ${who}, ${at}`,
    approver: (who: string, at: string) => `Approved by ${who}, ${at}`,
    approverAlone: (who: string, at: string) =>
      `Approved alone by ${who}, ${at}: nobody else of the campaign could approve`,
    operator: "the operator",
  },

  preview: {
    heading: "Exactly what is sent",
    text: "The mail itself. Its annexes hold names: taking them is an export, and stands in the audit log with your name.",
    html: "As it looks",
    plain: "As text",
    alone: "Open alone",
    files: "Its annexes",
    file: (name: string) => `Download ${name}`,
    partOf: (part: number, parts: number) => `Mail ${digits(part)} of ${digits(parts)}`,
    choose: "Which mail",
    show: "Show it",
    frame: (what: string) => `The mail, ${what}`,
    noRight: "Your role does not take annexes with names out of the console.",
    draft: "As it would be made of what waits now and was saved last.",
    holds: (l: number, n: number) => [l > 0 && letters(l), n > 0 && names(n)].filter(Boolean).join(" and "),
    before: "The mail before",
    next: "The next mail",
    nothingLeft: "Nothing would go with this mail now: no letter and no name waits, or all were withdrawn.",
    noNames: "Your role does not see names, so it sees no mail with names in it.",
  },

  progress: {
    heading: "Mail by mail",
    caption: "The mails of this dispatch in their order; times in UTC",
    columns: {
      part: "Mail",
      letters: "Letters",
      names: "Names",
      state: "State",
      when: "When",
      proof: "Proof",
    },
    states: {
      queued: "Queued",
      claimed: "Being handed over",
      accepted: "Sent",
      delivered: "Accepted",
      delayed: "Sent, delayed",
      bounced: "Bounced",
      complained: "Accepted, called spam",
      suppressed: "Not sent: the address refuses mail",
      skipped: "Not sent: nothing was left in it",
      failed: "Refused",
      unknown: "Unknown",
    },
    filed: "Filed",
    waits: "Waits for its turn",
    due: (at: string) => `not before ${at}`,
    leftOut: (count: number) =>
      icu("{count, plural, one {# letter} other {# letters}} left out since", { count }),
    hashMail: "Mail",
    hashText: "Text",
    hashFile: (n: number) => `File ${digits(n)}`,
    provider: "Provider’s number",
    more: (count: number) => icu("All {count, plural, one {# mail} other {# mails}}", { count }),
    letters: {
      heading: "What became of its letters",
      sum: (count: number) =>
        icu(
          "{count, plural, one {# letter was submitted; this is all of them.} other {# letters were submitted; together these are all of them.}}",
          { count },
        ),
      waiting: "Wait for another dispatch",
      elsewhere: "Went another way since: with another dispatch, or in person",
      withdrawn: "Taken back by their writers",
      refused: "Refused by an organizer",
      erased: "From erased writers",
    },
    settle: {
      heading: (part: number) => `Did mail ${digits(part)} arrive?`,
      text: "The connection broke after it may have been taken. It is not sent again by itself. Ask the office, or look into the provider’s log; then say what you found out. It is recorded with your name.",
      arrived: "It arrived",
      not: "It did not arrive",
      notText: "Its letters wait for the next dispatch then.",
    },
    back: {
      heading: (part: number) => `Mail ${digits(part)} came back`,
      text: (letters: number, names: number) =>
        [
          letters > 0 &&
            icu("{letters, plural, one {# letter} other {# letters}} in it reached nobody.", { letters }),
          names > 0 &&
            icu(
              "{names, plural, one {# name in it waits for the next annex by itself.} other {# names in it wait for the next annex by themselves.}}",
              { names },
            ),
        ]
          .filter(Boolean)
          .join(" "),
      how: "The letters wait until you put them back. That takes an office verified since then, at another address than this mail came back from.",
      button: "Put its letters back",
    },
  },
  acts: {
    heading: "Hold it",
    pause: "Pause it",
    pauseText: "What is being handed over at this moment is still handed over.",
    resume: "Let it go on",
    cancel: "Cancel it…",
    cancelText:
      "What was handed over cannot be called back. Everything else waits again for the next dispatch. A cancelled dispatch cannot go on.",
    cancelButton: "Cancel it",
    discard: "Throw this draft away…",
    discardText: "Its words are lost. Its letters and names wait again.",
    discardButton: "Throw it away",
  },
  pausedWhy: {
    organizer: "Somebody paused it by hand.",
    bounces: "Mails to this office came back. Find out why before you let it go on.",
    recipient:
      "Nobody has verified the office, it is retired, or it is another than was approved. Verify it, then let it go on; where the address has changed, cancel this one and begin another.",
    approver:
      "Who approved it lost the right to approve before it began, so the approval does not count. Cancel it and begin another; or give the right back, if it was taken by mistake, then let it go on.",
    differs:
      "What its mails say is other than what was approved. Cancel it and have another approved as it is now; or set it back as it was, then let it go on.",
    provider: "The provider refuses our account or sender. The operator knows more from the log.",
    quota: "The provider’s quota is used up. It goes on when there is more.",
    "not-ready": "The sender or the organization details are not set, or still an example.",
    "too-large": "A mail is larger than its server takes. When it goes on it is divided in two.",
    restored:
      "The database was restored from an archive that does not know what went out since. Look at each mail before it goes on.",
  },
  differs: (what: readonly string[]) => `Changed since the approval: ${what.join("; ")}.`,
  differsFromSubmitted: (what: readonly string[]) =>
    `Changed since it was submitted: ${what.join("; ")}. Nobody approves it like this. Set it back as it was; or take it back, look at it, and submit it anew.`,
  framed: {
    "office-name": "the name of the office",
    "office-email": "the e-mail address of the office",
    "office-postal": "the postal address of the office",
    title: "the title of the campaign",
    operator: "who runs the campaign",
    "postal-address": "the campaign’s postal address",
    "sender-name": "the name of the sender",
    "sender-address": "the address of the sender",
    "reply-to": "the address that answers go to",
    funding: "the line that says who pays",
  },
  answers: {
    heading: "Answers of the company",
    none: "None is recorded yet.",
    record: "Record an answer",
    all: "All answers",
    line: (count: number) =>
      icu("{count, plural, one {One answer is} other {# answers are}} recorded.", { count }),
  },

  done: {
    drafted: "The draft is begun.",
    saved: "Saved.",
    "took-back": "Saved. It was submitted or approved before, and is a draft again.",
    submitted: "It is submitted. Another organizer reads and approves it now.",
    "took-it-back": "It is a draft again. Its letters and names wait.",
    "sent-back": "It is a draft again; its author sees that it needs work.",
    approved: "It is approved and begins in a moment.",
    paused: "It is paused.",
    resumed: "It goes on.",
    cancelled: "It is cancelled. What nobody was handed waits again.",
    "put-back": "The letters wait for the next dispatch. Their ledger and their writers’ pages say so.",
    settled: "Recorded. The ledger of its letters says the same.",
  } as Record<string, string>,
  refused: {
    "changed-beside":
      "It was saved and not submitted: an office, or the campaign’s title, sender or addresses were edited after you opened this page. This page shows them as they are now: look at it again, then submit it.",
    stale: "Somebody saved it after you opened this page. Look at it again, then submit it.",
    "stale-edit":
      "Nothing was saved: somebody saved it after you began. What you typed is kept in the fields; what stands now is under them. Save again to put yours in its place.",
    closed: "It has begun, or it was cancelled, so the edit was not saved. Your text is still in the fields.",
    "no-recipient": "Nothing was saved: this office is retired or gone. Choose another.",
    "nothing-waits": "It was not submitted: no letter and no name can go with it now.",
    "not-draft": "It was submitted already, or is on its way. This page shows how it stands now.",
    "not-submitted": "It is not waiting for approval any more. This page shows how it stands now.",
    ...approving.refused,
    changed:
      "It was changed after you opened this page, or a letter or a name in it was withdrawn, so nothing was approved. This page shows it as it is now: look at it again.",
    "submitted-otherwise":
      "It was not approved: what its mails say of the office or the campaign is other than when it was submitted. This page names what changed.",
    own: "You submitted it or edited it last, so another organizer has to approve it.",
    "no-names": "It was not approved: you cannot read its letters. You lack the right “See lists of people”.",
    "nothing-left": "It was not approved: all that was in it has been withdrawn since.",
    "not-sending": "It was not being sent, so there was nothing to pause.",
    "not-paused": "It was not paused, so there was nothing to resume.",
    recipient:
      "It was not resumed: nobody has verified the office, it is retired, or it is another than was approved.",
    approver: "It was not resumed: who approved it may not approve any more.",
    differs: "It was not resumed: what its mails say is other than what was approved.",
    "no-office":
      "Nothing was put back: no office of this campaign was verified after that mail came back, or only the address that it came back from. Correct the address, have it verified, then put the letters back.",
    "none-left":
      "Nothing was put back: their writers have withdrawn, erased or replaced every letter of that mail, or they were put back before.",
    "not-returned": "That mail did not come back. This page shows how it stands now.",
    "not-ready":
      "It was not resumed: the sender or the organization details are not set, or still an example.",
    over: "It had ended already.",
    "begun-meanwhile":
      "It began after you opened this page, so it was not thrown away. If the rest must not go, pause it or cancel it here.",
    "not-unknown": "It was settled before. This page shows how it stands now.",
    unreadable: "The form could not be read. Please send it again from this page.",
  } as Record<string, string>,
  errors: {
    unreadable: "The form could not be read. Please send it again from this page",
    "version-missing": "Open this page anew, then save",
    "recipient-missing": "Choose the office it goes to",
    marks: "Take out the accents that are piled on one letter",
    "subject-missing": "Write a subject",
    "subject-line": "Write the subject on one line",
    "subject-long": "Shorten the subject to 150 characters",
    "subject-braces": "Take the braces out, or write {letters}, {names}, {signatures} or {holders}",
    "body-braces": "Take the braces out, or write {letters}, {names}, {signatures} or {holders}",
    "body-missing": "Write the letter of the campaign",
    "body-long": "Shorten the letter to 10,000 characters",
  } as Record<string, string>,
  standsNow: "What stands now",
};
