import approving from "./approving.ts";
import { icu } from "./icu.ts";

const digits = (n: number) => new Intl.NumberFormat("en").format(n);
const allOf = (things: readonly string[]) => new Intl.ListFormat("en").format([...things]);
const listed = (names: readonly string[]) =>
  new Intl.ListFormat("en", { type: "disjunction" }).format([...names]);

export default {
  nav: { mail: "Mail", updates: "Updates" },
  history: "What was done to it",

  list: {
    title: "Updates",
    text: "News by e-mail for those who asked for it. Each goes to every reader once.",
    write: "Write an update",
    caption: "Updates, newest first; times in UTC",
    columns: {
      number: "No.",
      subject: "Subject",
      state: "State",
      people: "People",
      when: "When",
      who: "Written by",
    },
    noSubject: "No subject yet",
    notFixed: "Not fixed yet",
    operator: "the operator",
    empty: {
      title: "No update was written yet",
      text: "An update is a mail to the people who ticked that they want news of this campaign. You write it, another organizer approves it, and it goes out at the time you choose. Drafts, what is on its way and what was sent stand here.",
      read: "You will see them here once somebody who may write has begun one.",
    },
  },
  stages: {
    draft: "Draft",
    submitted: "Waits for approval",
    approved: "Approved",
    scheduled: "Scheduled",
    sending: "On its way",
    paused: "Paused",
    sent: "Sent",
    cancelled: "Cancelled",
  },

  title: (number: number) => `Update ${number}`,
  crumb: "Updates",
  steps: { label: "Steps", write: "Write", approve: "Approve", send: "Send" },
  continues: (number: number) =>
    `Continues update ${number}: it goes to those who have joined since, and to nobody who had a part in it before.`,
  savedAt: (time: string) => `Saved ${time}`,
  saving: "Saving…",
  notSaved: "Not saved yet",
  languages: { en: "English", es: "Spanish" } as Record<string, string>,

  write: {
    heading: "Write it",
    text: "In Markdown: ## for a heading, **bold**, *italic*, [words](https://…) for a link, > for a quote, - for a list. [claim 9] alone in a line pulls claim 9 in with its kind and source.",
    first: (language: string) => `Every update needs its text in ${language}.`,
    other: (first: string) => `Left empty, its readers get the ${first} text.`,
    subject: "Subject",
    subjectHint: "A phone shows about 38 characters.",
    body: "Text",
    notWritten: (language: string) => `${language}: not written yet`,
    claims: (count: number) =>
      icu("{count, plural, one {The claim} other {The # claims}} you can cite", { count }),
    lines: (count: number) =>
      icu("{count, plural, one {One thing} other {# things}} in this text cannot be sent", { count }),
    line: (n: number, problem: string) => `Line ${digits(n)}: ${problem}`,
    markdown: {
      html: (value: string) => `${value} is HTML. Write it in Markdown, or leave it out`,
      image: () => "A picture is not sent: many readers would not see it. Describe it, or link to it",
      link: (value: string) =>
        `${value} is no web or mail address. Begin it with https:// or mailto:, without the name of a user before an @`,
      "link-differs": (value: string) =>
        `“${value}” reads as an address, and the link leads to another one. Write words instead, or the address it leads to`,
      hidden: () =>
        "Something here is invisible, or reverses the order of the letters. Delete it, and type the words again",
      reference: (value: string) => `${value} is a link without an address. Write (https://…) right after it`,
      definition: (value: string) => `${value} is an address that no link uses. Take it out, or link to it`,
      "claim-unknown": (value: string) =>
        `There is no claim ${value}. The list under the text has their numbers`,
      "claim-unpublished": (value: string) => `Claim ${value} is not published, so no mail can cite it`,
      "claim-not-alone": (value: string) =>
        `[claim ${value}] must stand alone, with an empty line before and after it`,
      "too-long": (value: string) =>
        `As a mail this would be ${value} kB. Gmail cuts at 102, and with the end goes the link to unsubscribe. Shorten it, or write fewer and longer paragraphs`,
      "too-deep": () =>
        "Too much stands together here: at most six levels of quotes and lists, 300 lines in a paragraph and 3,000 in all. Break it up with empty lines, or shorten it",
    } as Record<string, (value: string) => string>,
    unknownProblem: (code: string, value: string) => `${code} ${value}`.trim(),
  },

  preview: {
    label: (language: string) => `How it looks in ${language}`,
    phone: "Phone",
    wide: "Computer",
    text: "Text",
    frame: (language: string, kind: string) => `Preview in ${language}, ${kind}`,
    alone: "Open alone",
    reader: "Ana Sample",
    stale: "It shows what was saved last.",
    cannot:
      "There is no preview while the text has something that cannot be sent. The lines stand at the field.",
    empty: "Nothing is written yet. The mail appears here when it is.",
    asWritten: (first: string) => `Nothing is written in it: its readers get the ${first} text.`,
    asEnglish: (first: string) => `Its readers get the ${first} text until something is written here.`,
  },

  audience: {
    heading: "Who gets it",
    did: "Among those who agreed to get updates",
    deeds: {
      anything: "everyone",
      signed: "those who signed",
      pledged: "those who pledged how they will vote",
      wrote: "those who wrote a letter",
    },
    since: "Agreed since",
    sinceHint: "Day in UTC, included. If left empty: at any time.",
    countries: "Countries",
    allCountries: "All countries",
    someCountries: (count: number) => icu("{count, plural, one {# country} other {# countries}}", { count }),
    countriesHint: "None ticked: all of them.",
    archive: "Show it on the public page of updates from the moment sending begins",
    archiveHint:
      "Leave it out for what only its readers should see. The mail is the same, without the link to its page.",
    people: (count: number) =>
      icu("{count, plural, one {person} other {people}} would get it now", { count }),
    counted:
      "Counted when it was saved last. The list is fixed at the moment sending begins; whoever unsubscribes before their mail goes gets none.",
    nobody:
      "Nobody would get it: check countries, what they did and the day, or wait until somebody agrees to get updates.",
    sentence: (deed: string, countries: readonly string[], since: string | null) =>
      [
        `Among those who agreed to get updates: ${deed}`,
        countries.length === 0
          ? "in all countries"
          : `in ${new Intl.ListFormat("en").format([...countries])}`,
        since === null ? "" : `agreed since ${since}`,
      ]
        .filter(Boolean)
        .join(", ")
        .concat("."),
    inArchive: "On the public page of updates from the moment sending begins.",
    notInArchive: "Not on the public page of updates.",
  },

  next: {
    heading: "Look, test, ask",
    text: "Everything is saved with each of these buttons.",
    autosaved: "What you type is saved a second after you stop.",
    save: "Save and look",
    test: "Send a test to myself",
    testIn: (language: string) => `Send a test in ${language} to myself`,
    ask: (names: readonly string[]) =>
      names.length === 1 || names.length === 2 ? `Ask ${listed(names)} to approve` : "Ask for approval",
    askAlone: "Go on to approval",
    cancel: "Throw this draft away…",
    cancelText: "The draft stays in the list as cancelled. Nothing was sent, and nothing of it ever will be.",
    cancelButton: "Throw it away",
  },

  summary: "It was not submitted yet",
  summarySchedule: "It was not scheduled yet",
  summarySave: "It was not saved yet",
  errors: {
    marks: "Take out the accents that are piled on one letter",
    "subject-missing": "Write a subject",
    "subject-line": "Write the subject as one line",
    "subject-encoded": "Mail programs would decode =? and show other words. Write the subject without it",
    "subject-long": "Shorten the subject to 150 characters",
    "body-missing": "Write the text",
    "body-long": "Shorten the text to 50,000 characters",
    markdown: "Change the lines named at the text",
    "audience-empty": "Nobody would get it. Choose a wider audience",
    "country-unknown": "Choose countries from the list",
    "did-missing": "Choose who gets it",
    "day-shape": "Write the day like 2026-11-24, or leave it empty",
    "day-missing": "Choose a day",
    "time-missing": "Choose a time",
    "time-shape": "Write the time like 09:30",
    past: "This moment has passed. Choose a later one",
    far: "Choose a day within the next year",
    "not-text": "This holds characters that no mail can carry. Type it anew",
    unreadable: "The form could not be read. Please send it again from this page",
  } as Record<string, string>,

  /** What keeps a page from the site. */
  trouble: {
    save: {
      "no-connection": "Not saved: the site cannot be reached or does not answer; trying again.",
      "signed-out": "Not saved: you are signed out. Sign in in another tab, then go on here.",
      "no-right": "Not saved: you may not edit it any more, or it is gone. Your text is still in the fields.",
    },
    look: {
      "no-connection": (since: string) => `No connection since ${since} UTC; looking again.`,
      "signed-out": (since: string) =>
        `You are signed out since ${since} UTC. Sign in in another tab, then this page goes on.`,
      "no-right": (since: string) =>
        `Since ${since} UTC you may not see this update, or it is gone; looking again.`,
    },
    signIn: "Sign in",
  },

  stale: {
    title: "Somebody saved this draft while you wrote",
    text: (who: string, time: string) =>
      `${who} saved it at ${time}. Nothing is lost: your text is still in the fields, theirs stands here. Take over what you want to keep, then choose: nothing is saved before.`,
    somebody: "Another organizer",
    look: "See what differs",
    theirsShort: "Saved now",
    mineShort: "Yours",
    keepMine: "Keep mine",
    takeTheirs: "Take theirs",
    either: "“Keep mine” saves what is in the fields over it. “Take theirs” drops what you changed.",
    theirs: (language: string) => `What is saved now, ${language}`,
    none: "Nothing",
  },

  /** The same while emails are delayed. */
  doneDelayed: { tested: "The test is stored. Emails are delayed today: it comes once they go out again." },
  /** What was done, at the top of the page that shows it. */
  done: {
    saved: "Saved.",
    "took-back": "Saved. It was submitted or approved before; as it changed, it needs approval again.",
    tested: "A test is on its way to you. It takes less than a minute.",
    submitted: "It waits for approval now.",
    approved: "It is approved. It goes out when somebody sends or schedules it.",
    "sent-back": "It was sent back and is a draft again.",
    "took-it-back": "It was taken back and is a draft again.",
    scheduled: "It is scheduled.",
    started: "It is on its way. The list of readers is being made.",
    paused: "It is paused. What was being handed over is finished within seconds.",
    "asked-anew": "It waits for an approval of how it is now.",
    resumed: "It goes on where it stood.",
    cancelled: "It is cancelled.",
    continued:
      "This draft has the words of the update that was sent. It goes to those who have joined since.",
  } as Record<string, string>,
  /** Why something did not happen. */
  refused: {
    "too-many": "You had 20 tests in the last hour. The next one can go when the oldest is an hour old.",
    broken:
      "A test cannot be sent while the text has something that cannot be sent. The lines stand at the field.",
    "not-draft": "It was submitted already, or is on its way. This page shows how it stands now.",
    "not-submitted": "It is not waiting for approval any more. This page shows how it stands now.",
    ...approving.refused,
    changed: "It was changed after you opened this page, so nothing was approved. Look at it again.",
    own: "You submitted it or edited it last, so another organizer has to approve it.",
    "not-approved": "It is not approved any more, so it was not sent. This page shows how it stands now.",
    "not-ready": "It was not sent: something that every update must carry is missing.",
    gone: "It has begun, or it was cancelled. This page shows how it stands now.",
    "submitted-meanwhile":
      "It was submitted after you opened this page, so what you type is not saved by itself any more. “Save and look” saves it and takes the submission back.",
    closed: "It has begun, or it was cancelled, so the edit was not saved. Your text is still in the fields.",
    stale: "Somebody saved it after you opened this page. Look at it again, then submit it.",
    "changed-beside":
      "It was saved and not submitted: the campaign’s title, sender, addresses or claims were edited after you opened this page. Look at the preview again, then submit it.",
    "not-sending": "It was not being sent, so there was nothing to pause.",
    "not-paused": "It was not paused, so there was nothing to resume.",
    over: "It had ended already.",
    "no-connection": "The site did not answer, so it is not known whether this was done. Try it again.",
    "signed-out": "You are signed out, so it was not done. Sign in in another tab, then try it again.",
    "no-right": "You may not do this any more, or the update is gone, so it was not done.",
    "cancel-draft":
      "It was taken back and is a draft again, so it was not cancelled. It can be thrown away here.",
    "cancel-scheduled":
      "It was approved and scheduled after you opened this page, so it was not thrown away. If it must not go, cancel it here.",
    "cancel-sending":
      "It began after you opened this page and is on its way, so nothing was cancelled. If the rest must not go, pause it or cancel it here.",
    "cancel-paused":
      "It was to begin after you opened this page and is paused, so nothing was cancelled. If it must not go on, cancel it here.",
    "not-sent": "It has not been sent to its end yet.",
    differs:
      "What its mails would say is other than was asked about or approved, so nothing was done. This page names what changed.",
    "not-held": "It does not stand still, or its mails are as they were. This page shows how it stands now.",
    unreadable:
      "It cites a claim that is not public, so nobody can approve it. Publish the claim, then ask again.",
  } as Record<string, string>,

  worksAgain: (time: string) => `It works again from ${time} UTC.`,

  missing: {
    heading: "Before it can go",
    text: "An update does not start while one of these is not set, or is still an example:",
    items: {
      operator: "Who runs the campaign. Set it under Words and claims, Addresses and sender.",
      "postal-address":
        "The postal address of the campaign. Every email to many people must carry one. Set it under Words and claims, Addresses and sender.",
      contact: "The contact address of the campaign. Set it under Words and claims, Addresses and sender.",
      funding: "Who pays for the campaign. Set it under Words and claims, Addresses and sender.",
      "privacy-contact":
        "The address for questions about privacy. Set it under Words and claims, Addresses and sender.",
      "campaign-sender":
        "The campaign’s own sender. Its name or an address is an example. Set it under Words and claims, Addresses and sender.",
      sender: "The sender. The operator sets MAIL_FROM to an address at a domain of the campaign.",
      "base-url":
        "The address of this site. The operator sets APP_URL to its https address: links of the mail lead there, and they must work for years.",
    },
    short: {
      operator: "the operator",
      "postal-address": "the postal address",
      contact: "the contact address",
      funding: "who pays",
      "privacy-contact": "the privacy contact",
      sender: "the sender (MAIL_FROM)",
      "campaign-sender": "the campaign’s own sender",
      "base-url": "the address of this site",
    },
    rehearsed: {
      heading: "Still an example",
      text: (what: readonly string[]) =>
        `Not set, or still an example: ${allOf(what)}. On this computer emails are written to files, with marked examples. Set this before you send to people; until then it is refused.`,
    },
  },

  approval: {
    title: "Waits for approval",
    text: "Read it as its readers will get it, in every language. Approve it only if all of it may go to all of them.",
    submittedBy: (who: string, time: string) => `Submitted by ${who}, ${time}`,
    editedBy: (who: string, time: string) => `Edited last by ${who}, ${time}`,
    wroteIt: (who: string) => `Begun by ${who}`,
    approvedBy: (who: string, time: string) => `Approved by ${who}, ${time}`,
    approvedAlone: (who: string, time: string) =>
      `Approved alone by ${who}, ${time}: nobody else of the campaign could approve`,
    operator: "the operator",
    factsHeading: "Who had a hand in it",
    changesHeading: "What changed",
    first: "It is submitted for the first time.",
    same: (time: string) => `Nothing changed since it was submitted before, ${time}.`,
    changed: (time: string) => `Changed since it was submitted before, ${time}:`,
    parts: { audience: "Who gets it", archive: "Whether it stands on the public page" } as Record<
      string,
      string
    >,
    textIn: (language: string) => `The ${language} text`,
    approve: "Approve this update",
    takeBack: "Take it back and edit",
    takeBackApproved: "Take it back and edit; it needs approval again",
    actHeading: "Your decision",
    own: (names: readonly string[]) =>
      names.length === 0
        ? "You submitted it or edited it last, so you cannot approve it."
        : `You submitted it or edited it last, so somebody else approves it: ${listed(names)}.`,
    deadlock:
      "One of you edited it last and the other submitted it, so neither can approve. Take it back, and let the one who edited it last submit it.",
    noRight: "Your role does not approve updates. An owner or an organizer of the campaign does.",
    alone: {
      heading: "Approve it alone",
      text: "You are the only one of this campaign who can approve. So that nobody sends in your name from an open computer, you prove once more who you are. That you approved it alone is recorded, and stands on this page and in the report.",
      approve: "Approve this update alone",
    },
  },

  differs: {
    sinceApproved: "Changed since the approval",
    sinceAsked: "Changed since the approval was asked for",
    submitAgain:
      "It does not go like this. Set it back as it was, or take the update back and submit it again.",
    askHeading: "Approve it as it is now",
    askText:
      "Whoever asks vouches for what the preview shows. Somebody else reads it and approves; then it is resumed.",
    ask: "Ask for an approval of it as it is now",
    parts: {
      change: "What the new petition changes",
      claims: "A claim that it cites",
      language: "The language that some readers get",
      title: "The title of the campaign",
      company: "The name of the company",
      operator: "Who operates the campaign",
      "postal-address": "The postal address",
      funding: "Who pays for the campaign",
      "sender-name": "The name of the sender",
      "sender-address": "The address of the sender",
      "reply-to": "The address that answers go to",
      page: "Its public page",
    },
  },

  send: {
    heading: "Send it",
    text: (count: number) =>
      icu(
        "{count, plural, one {# person} other {# people}} would get it now. The list is fixed when sending begins.",
        { count },
      ),
    now: (count: number) => icu("Send it to {count, plural, one {# person} other {# people}} now", { count }),
    later: "Or choose when it goes",
    day: "Day",
    time: "Time, UTC",
    schedule: "Schedule it",
    reschedule: "Change the time",
    isScheduled: (time: string) => `It goes on ${time} UTC.`,
    due: "Its time has come. It begins within a minute.",
    dueDelayed: "Its time has come. Emails are delayed today: it begins once they go out again.",
    utcNow: (time: string) => `It is ${time} UTC now.`,
    onlyWriters: "Your role does not send updates. An owner or an organizer of the campaign does.",
  },

  progress: {
    onItsWay: (number: number) => `Update ${number} is on its way`,
    paused: (number: number) => `Update ${number} is paused`,
    cancelled: (number: number) => `Update ${number} was cancelled`,
    sent: (number: number) => `Update ${number} was sent`,
    intro: (subject: string, who: string | null, started: string | null) =>
      [`“${subject}”`, who && `approved by ${who}`, started && `begun on ${started} UTC`]
        .filter(Boolean)
        .join(", "),
    asOf: (time: string) => `As of ${time}.`,
    preparing: (count: number) =>
      icu(
        "The list of readers is being made: {count, plural, one {# person} other {# people}} so far. No mail goes before it is whole.",
        { count },
      ),
    handed: "Handed to the provider",
    of: (n: number) => `of a list of ${digits(n)}`,
    frozenAt: (time: string) => `fixed at ${time}`,
    told: (stage: string, percent: number) => `${stage}: ${percent}% dealt with`,
    bar: (done: number, all: number) =>
      icu("{done, number} of {all, plural, one {# person is} other {# people are}} dealt with", {
        done,
        all,
      }),
    ends: "Ends at about",
    fromNow: (text: string) => `${text} from now`,
    seconds: (count: number) => icu("{count, plural, one {# second} other {# seconds}}", { count }),
    minutes: (count: number) => icu("{count, plural, one {# minute} other {# minutes}}", { count }),
    hours: (count: number) => icu("{count, plural, one {# hour} other {# hours}}", { count }),
    unknownEnd: "not known yet",
    rate: "Rate",
    perSecond: (n: string) => `${n} a second`,
    lastHalfMinute: "over the last half minute",
    noRate: "none just now",
    hardBounces: "Hard bounces",
    complaints: "Complaints",
    pausesAt: (share: string) => `pauses itself at ${share}`,
    afterAccepted: (n: number) => `once ${digits(n)} are accepted`,
    waits: (time: string) =>
      `The sender is warming up: today’s mails are used up, and it goes on at ${time} UTC by itself. A new sender that mails many people at once is taken for spam; MAIL_WARM_UP holds the caps.`,
    look: "Look again",
    lookText: "This page renews itself every second where JavaScript is on.",
    pause: "Pause",
    resume: "Resume",
    cancel: "Cancel the rest…",
    cancelText: (handed: number, rest: number) =>
      icu(
        "{rest, plural, one {# person who waits gets} other {# people who wait get}} no mail, now or later. {handed, plural, one {# mail that was} other {# mails that were}} handed over cannot be called back. A cancelled update cannot be resumed.",
        { handed, rest },
      ),
    cancelButton: (rest: number) => icu("Cancel {rest, plural, one {# mail} other {# mails}}", { rest }),
    cancelScheduled: "Cancel it…",
    cancelScheduledText:
      "Nothing was sent, and nothing of it ever will be. To change the time or the text, cancel nothing: change the time above or take it back.",
    cancelPausedText:
      "Nothing was sent, and nothing of it ever will be. To change the text, cancel nothing: take it back.",
    cancelScheduledButton: "Cancel this update",
    ifPaused: {
      heading: "If you pause",
      text: "What is being handed over at this moment is finished; nothing new starts after at most 2 seconds. Going on later uses the same list. Whoever was mailed is never mailed again.",
    },
  },

  table: {
    heading: "Every person on the list is in one state",
    state: "State",
    people: "People",
    share: "Share",
    meaning: "Meaning",
    groups: { open: "Still to go", handed: "Handed to the provider", not: "Not mailed" },
    states: {
      queued: "Waiting",
      claimed: "Being handed over",
      accepted: "Accepted",
      delivered: "Delivered",
      delayed: "Delayed",
      bounced: "Bounced",
      complained: "Complained",
      suppressed: "Suppressed",
      skipped: "Skipped",
      failed: "Failed",
      unknown: "Unknown",
      erased: "Erased",
    },
    meanings: {
      queued: "still to go",
      claimed: "in a batch that is on its way right now",
      accepted: "the provider has it; no word yet",
      delivered: "the mailbox’s server took it",
      delayed: "the mailbox’s server asks to wait",
      bounced: "came back",
      complained: "marked as spam; gets no more updates",
      suppressed: "the address was on our stop list",
      skipped: "unsubscribed since the list was made, or the rest was cancelled",
      failed: "the provider refused it",
      unknown: "no answer came; never sent again by itself",
      erased: "had their data erased since the list was made",
    },
    list: "The list",
    addsUp: (time: string) => `adds up, checked at ${time}`,
    addsNot: "does not add up: please tell the operator",
    unknownHeading: (count: number) =>
      icu("{count, plural, one {One mail} other {# mails}} may or may not have gone", { count }),
    unknownText:
      "The connection broke after they were handed over and before an answer came, and it is not certain that asking again would not make a second mail. So nothing is sent again by itself. What the provider reports later settles them; what stays unknown can be looked up at the provider by the tag of the mail.",
  },

  problems: {
    heading: (count: number) =>
      icu(
        "{count, plural, =0 {Nothing went wrong} one {One thing did not go as it should} other {# things did not go as they should}}",
        { count },
      ),
    none: "What the provider or a mailbox refuses stands here by its name, with how many people it concerns and what it means.",
    name: "Name",
    means: "What it means",
    mails: "People",
    now: "Now",
    unknownCode: "Not in our list. The code is the provider’s own name for it; its documentation says more.",
    /** Codes stored with mails and batches, and the reasons of a pause. */
    codes: {
      "rate-limited": "The provider asked us to slow down. We waited as long as it said, and went on.",
      "quota-used-up":
        "The provider’s quota for the day or month is used up. Raise it there, or wait until it begins anew.",
      "warm-up": "Waits for the next day, as the sender is warming up.",
      "no-answer": "The connection broke before an answer came.",
      "timed-out": "No answer came in time.",
      "incomplete-answer": "The answer was cut off.",
      "still-being-sent": "The provider was still at the first try when we asked again.",
      "key-used-for-another-text": "The provider knows this try with other words. It is not repeated.",
      "too-old-to-repeat": "The first try is older than the provider remembers. It is not repeated.",
      "not-repeated": "A reader left or changed between two tries, so the batch is not repeated.",
      "changed-since": "A reader left or changed between two tries, so the batch is not repeated.",
      interrupted: "The process ended while it was being handed over.",
      "worker-stopped": "The process was stopped while it waited.",
      "waited-too-long": "Others were before it for too long. It is tried again.",
      "hard-bounce": "The mailbox does not exist. The address gets no more updates.",
      "soft-bounce": "The mailbox was full or its server refused it for now.",
      "bad-address": "What is stored is not one e-mail address.",
      "validation-error": "The provider refused the address. The rest of its batch went on.",
      "invalid-to-address": "The provider refused the address. The rest of its batch went on.",
      "invalid-from-address":
        "The provider refuses the sender. Check MAIL_FROM and the domain at the provider.",
      "invalid-api-key": "The provider refuses our key. Set a new one in RESEND_API_KEY.",
      "missing-api-key": "The provider misses our key. Set it in RESEND_API_KEY.",
      "restricted-api-key": "The key may not send from this domain. Make one at the provider that may.",
      "invalid-access": "The provider refuses our account. Look at its dashboard.",
      "invalid-region": "The provider refuses the region of the domain. Look at its dashboard.",
      "security-error": "The provider stopped our account for its safety. Write to its support.",
      "not-found": "The address of the provider is not right. Check RESEND_BASE_URL.",
      "method-not-allowed": "The address of the provider is not right. Check RESEND_BASE_URL.",
      refused: "The provider refused it without a name for it.",
      unsubscribed: "Unsubscribed since the list was made.",
      cancelled: "The rest was cancelled before it was their turn.",
      suppressed: "The address is on our stop list.",
      complained: "The reader marked a mail as spam.",
      "nothing-to-say": "The words of the mail could not be made. Please tell the operator.",
      "not-made": "The words of the mail could not be made. Please tell the operator.",
      "smtp-sign-in-refused": "The mail server refuses our sign-in. Check SMTP_URL.",
      "smtp-lost-after-data":
        "The connection broke after the mail was handed over and before the server said yes.",
      restored: "The database was restored from an archive while it was on its way.",
    } as Record<string, string>,
    /** Codes that carry a number: the start of the code. */
    startsWith: [
      [
        "status-",
        "The provider had a fault of its own. We asked again with the same key, which cannot make a second mail.",
      ],
      ["smtp-4", "The mail server refused it for now."],
      ["smtp-5", "The mail server refused it for good."],
      ["smtp-", "The connection to the mail server failed."],
    ] as readonly (readonly [string, string])[],
  },

  pausedWhy: {
    organizer: {
      title: "An organizer paused it",
      what: "Resume it when you want it to go on. It goes on with the same list.",
    },
    quota: {
      title: "The provider’s quota is used up",
      what: "Raise the quota at the provider, or wait until it begins anew, then resume. Nobody is mailed twice.",
    },
    provider: {
      title: "The provider refuses our account or sender",
      what: "Settle what is named here with the provider or in the configuration, then resume. Nobody is mailed twice.",
    },
    bounces: {
      title: "Too many mails came back",
      what: "More than 5% of the accepted mails met a mailbox that does not exist. Look where these addresses come from before you resume: providers block senders for it. Counting begins anew when you resume.",
    },
    complaints: {
      title: "Too many readers marked it as spam",
      what: "More than 0.3% complained. Look whether the right people get it before you resume: providers block senders for it. Counting begins anew when you resume.",
    },
    "not-ready": {
      title: "Something that every update must carry is missing",
      what: "It stands below with what the operator has to do. Then resume it.",
    },
    "ready-again": {
      title: "It can go again",
      what: "Something that every update must carry was missing when its turn came. Nothing is missing now: resume it, and it goes on.",
    },
    differs: {
      title: "Its mails would say something else than was approved",
      what: "Set it back as it was and resume, or ask for an approval of it as it is now. What went out before stays as it went; nobody is mailed twice.",
    },
    "asked-anew": {
      title: "It waits for an approval of how it is now",
      what: "Its mails would have said something else than was approved. Once it is approved as it is now, resume it. Nobody is mailed twice.",
    },
    "as-approved": {
      title: "It can go again",
      what: "Its mails say what was approved. Resume it, and it goes on. Nobody is mailed twice.",
    },
    "words-unreadable": {
      title: "It cites a claim that was taken back",
      what: "The claim was published when the update was approved and is not any more. Publish it again and resume, or cancel this update and write another one. Nobody is mailed twice.",
    },
  },

  report: {
    heading: "Report",
    written: "Written by",
    edited: "Edited last by",
    submitted: "Submitted by",
    approved: "Approved by",
    alone: "alone, as nobody else of the campaign could",
    begun: "Begun",
    ended: "Ended",
    took: "Took",
    audience: "Meant for",
    archive: "Public page",
    archiveLink: "Open its page",
    notArchived: "It has none",
    tag: "SHA-256 of what was approved",
    since: {
      heading: "Who joined since",
      text: (count: number) =>
        icu(
          "{count, plural, =0 {Nobody who is meant by its audience has joined since.} one {# person who is meant by its audience has joined since. A new draft with the same words can go to them.} other {# people who are meant by its audience have joined since. A new draft with the same words can go to them.}}",
          { count },
        ),
      count: "Count them now",
      left: "Whoever had a part in it before is left out. It needs approval of its own.",
      button: "Send to people who joined since",
    },
    cancelledText: "Nobody who waited when it was cancelled gets a mail of it.",
    neverBegun: "It was cancelled before anything was sent.",
  },
};
