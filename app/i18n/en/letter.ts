import { icu } from "./icu.ts";
import { spelled } from "./spelled.ts";

/** Who reads a letter on this site, said the same way on the form, in mails and on the page of its writer. */
const displays = {
  anonymous: "nobody",
  initials: "everyone, with my initials and country",
  public: "everyone, with my name and country",
};

/** Writing a letter: the form, its preview, and what a writer reads about it. */
export default {
  /** What stands under a letter whose writer ticked that it tells how many shares they hold. */
  sharesLine: (shares: string, company: string) =>
    icu("I hold {shares} {count, plural, one {share} other {shares}} of {company}.", {
      shares,
      count: Number(shares),
      company,
    }),

  /** How often a delivery is prepared; `milestone`: letters waiting at which it is earlier. */
  rhythm: (everyDays: number, milestone: number | null) =>
    milestone === null
      ? icu("{everyDays, plural, =1 {every day} =7 {once a week} other {every # days}}", { everyDays })
      : icu(
          "{everyDays, plural, =1 {every day} =7 {once a week} other {every # days}}, or earlier once {milestone, plural, one {# letter waits} other {# letters wait}}",
          { everyDays, milestone },
        ),

  title: "Write a letter",
  eyebrow: (company: string) => `To ${company}’s investor relations`,
  standfirst:
    "Your own words weigh more than ours. Answer three questions for a draft, or start from nothing.",

  begin: {
    heading: "Three questions for a draft",
    skip: "I know what to write: to the letter",
    role: "Who are you?",
    roleHint: (company: string) =>
      `Leave out whom you work for. We never ask for an employer, and ${company} would read it.`,
    roles: {
      customer: "A customer",
      shareholder: "A shareholder",
      neighbour: "A neighbour",
      touched: "Someone affected",
    },
    /** Begins a draft. */
    asLines: {
      customer: (company: string) => `I write as a customer of ${company}.`,
      shareholder: (company: string) => `I write as a shareholder of ${company}.`,
      neighbour: () => "I write as a neighbour of people whom this concerns.",
      touched: () => "I write as someone whom this concerns.",
    },
    who: "More about you, in a sentence",
    whoHint: "For example where you live, or since when you use its products. Never your employer.",
    why: "Why does it matter to you?",
    whyHint: "A few sentences. What you have seen or read yourself convinces most.",
    ask: "What you ask",
    askHint: "These words of the campaign end the draft. Change them there, or take them out.",
    button: "Put my draft together",
    composed: "Your draft stands below. Everything in it can be changed.",
  },

  form: {
    body: "Your letter",
    bodyHint:
      "Plain text, up to 5,000 characters. Leave out card, account and Social Security numbers. A letter that contains a card or Social Security number is refused and not stored.",
    /** `#` stands for the number, which the page’s script writes. */
    count: "# of 5,000 characters",
    person: "Who signs it",
    name: "Name",
    nameHint: "As it stands under the letter.",
    email: "E-mail",
    emailHint: (company: string) => `To confirm, and for ${company}’s answer if you allow one below.`,
    country: "Country",
    countryHint: "Stands under your name.",
    sharesLegend: "If you own shares",
    sharesHint: "It stands in the letter, and is stored, encrypted, only if you tick the box.",
    shares: "How many",
    sayShares: "Say in the letter how many shares I hold.",
    preview: (company: string) => `Preview as ${company} sees it`,
    agree: "What you agree to",
    consentLetter: "I agree that the campaign stores this letter, which may reveal a political opinion.",
    consentDeliver: (company: string) => `Hand it to ${company} with my name and country.`,
    deliverWarning: (company: string) =>
      `If you work for ${company} or a supplier, your employer will see your name. Whether your name stands on the petition’s list for ${company} is a choice of its own.`,
    consentReplyTo: (company: string) => `Let ${company} answer me at my address.`,
    replyToHint: (company: string) => `Then ${company} learns your e-mail address.`,
    consentUpdates: "Send me news of this campaign.",
    display: "On this site, it is read by",
    displayHint:
      "The company and the campaign read it in any case. Here it appears after an organizer has looked at it. Choosing everyone is your consent to show it with your initials or your name. You can take it back at any time.",
    displays,
    button: "Send my letter",
  },

  /** The form of somebody whose link says who they are. */
  known: {
    as: "You write as",
    notYou: "Not you?",
    note: "Your letter is confirmed at once. We email you a receipt, with a link to take it back.",
    /** Why a letter was not stored. Its words are on the page. */
    notTaken: {
      expired: {
        title: "Your letter is not sent yet",
        text: "This form knows you for 30 minutes, and they are over. Continue on the open form: it has your letter, and asks for your name and email.",
      },
      gone: {
        title: "Your letter is not sent yet",
        text: "This link no longer works. Continue on the open form: it has your letter, and asks for your name and email.",
      },
      "already-written": {
        title: "This letter was not stored",
        text: "Another letter under this name is on its way, or was sent less than a week ago. We emailed its writer.",
      },
    },
    goOn: "Continue with my letter",
    ownPage: "Ask for the page where you see your letter",
  },

  how: {
    heading: "How it is delivered",
    /** `rhythm`: null where it could not be read. */
    confirm: "You confirm it by e-mail. Until then nobody reads it.",
    steps: (company: string, rhythm: string | null): readonly string[] => [
      `It goes with the next delivery: one dated letter of the campaign, and yours in full beside it.${rhythm === null ? "" : ` One is prepared ${rhythm}.`}`,
      "Two organizers approve each delivery. Where a campaign has one organizer alone, that is said.",
      `${company} gets your words, your name and your country: exactly the text you see beforehand.`,
      "You follow each step on a page of your own. You can withdraw the letter until it is handed over, and not after that.",
    ],
    known:
      "We call a letter sent only once it has been. A returned or uncertain one is shown as such, to you and to everyone.",
    privacy: "No cookies, no trackers. A letter that is not confirmed is deleted after 7 days.",
    privacyLink: "Privacy in full",
    toLetters: "Letters that others have published",
  },

  preview: {
    heading: (company: string) => `As ${company} will read it`,
    to: "To",
    exactly: "This text, to the letter, with nothing added but a number in the list of letters.",
    unnamed: "the investor relations office",
    later: "Nothing has been sent yet. Change what you like, or send it.",
  },

  self: {
    heading: "Or send it yourself",
    headingAlso: "Send it yourself as well",
    text: "From your own address or by post. We do not learn of it unless you tell us, and then it stands here as said by you and not checked.",
    mail: "Open it in my e-mail program",
    tooLong:
      "It is too long for a link. Your e-mail program opens with a line in its place: copy the text here first and paste it there.",
    pasteHere: "[Please paste the text of your letter here.]",
    subject: (company: string) => `A letter to ${company}’s investor relations`,
    copyLabel: "The text to copy",
    copy: "Copy the text",
    copied: "Copied",
    print: "A page to print, with the postal address",
    unverified: "Nobody at this campaign has checked this address yet.",
    address: "Address",
  },

  print: {
    title: "Your letter, to print",
    hint: "Print this page, sign it by hand and post it. This note is not printed.",
    button: "Print it",
    back: "Back to the form",
    noAddress: "The postal address is not known here. The company’s own pages say it.",
    unverified:
      "Nobody at this campaign has checked this address yet: compare it with the company’s own pages.",
  },

  notOpen: {
    heading: "Writing is not open yet",
    text: "Before anyone is asked to write, this page must say who asks. Still missing:",
  },
  closed: {
    heading: "This campaign is closed",
    text: "It delivers no more letters. What was handed over stays counted.",
  },

  summary: (count: number) =>
    icu(
      "Your letter is not in yet: {count, plural, one {one thing needs} other {{spelled} things need}} a change",
      { count, spelled: spelled(count) },
    ),

  /** By code: what to do. What is not here is said by the words of all forms. */
  errors: {
    "name-missing": "Write the name that stands under the letter",
    "body-missing": "Write your letter",
    "body-long": "Shorten the letter to 5,000 characters",
    "body-numbers":
      "Take the long number out of the letter. It was not stored: numbers of cards, accounts and social security are never needed here",
    "body-account":
      "Take the number of the bank account out of the letter. It was not stored: nobody needs it here, and the company would read it",
    "role-unknown": "Choose from the list who you are",
    "shares-plain": "Write the number in plain digits, like 120 or 12.5",
    "shares-none": "Write a number above zero",
    "shares-untold": "Write how many shares, or take the tick away",
    "display-unknown": "Choose from the list who reads it",
    "consent-letter-missing":
      "Tick “I agree that the campaign stores this letter …”: without it we cannot keep your letter",
    "consent-deliver-missing":
      "Tick “Hand it to …”: without it we cannot hand over your name; you can send the letter yourself",
  } as Record<string, string>,

  confirm: {
    title: "Confirm your letter",
    eyebrow: (company: string) => `To ${company}’s investor relations`,
    writtenOn: (date: string) => `This was written on ${date}. If it is right, press the button below.`,
    to: "To",
    shownTo: "On this site",
    displays: {
      anonymous: "read by nobody",
      initials: "read by everyone, with your initials and country, after an organizer has looked at it",
      public: "read by everyone, with your name and country, after an organizer has looked at it",
    },
    answer: "An answer",
    answerYes: (company: string) => `${company} learns your e-mail address, to answer you`,
    answerNo: (company: string) => `${company} does not learn your e-mail address`,
    updates: "News",
    updatesYes: "you asked for news by e-mail",
    warning: (company: string) =>
      `${company} gets the letter with your name and country. If you work for ${company} or a supplier, your employer will see it.`,
    nameNote:
      "The name is the one we know you by. If another one should stand here, correct it on your own page first.",
    button: "Confirm my letter",
    what: "Pressing the button lets the campaign deliver it, and sends a receipt with a link to follow or withdraw it.",
    notMe: "This was not you?",
    notMeText:
      "Someone typed your address into the form. Close this page and the letter is deleted after seven days, unread. Or delete it now, and never get a message from this site again.",
    neverButton: "Delete it and never write to me again",
    neverWithdrawn:
      "This letter had been confirmed. It is withdrawn now and goes to nobody. Your name, your address, the text and the time of each step stay. To have all of it deleted, open your own page by the link in your receipt while that link is less than a day old, or write to who runs this site: no fresh link can be mailed to you any more. To keep the promise we hold a keyed fingerprint of the address, from which it cannot be read.",
    neverHandedOver:
      "This letter had been confirmed and was handed over already, so it cannot be called back. No e-mail comes from this site any more. To have what is stored here deleted, open your own page by the link in your receipt while that link is less than a day old, or write to who runs this site. To keep the promise we hold a keyed fingerprint of the address, from which it cannot be read.",
    doneTitle: "This letter is confirmed already",
    doneText: "It is under way once. Your own page shows where it stands.",
    withdrawnTitle: "This letter was withdrawn",
    withdrawnText: "It goes to nobody. If you have changed your mind, you can write anew.",
    refusedTitle: "This letter is not delivered",
    refusedText:
      "An organizer has looked at it. The reason stands in the e-mail you got, and on your own page.",
    expiredTitle: "This link has expired",
    expiredText: "Letters that nobody confirms are deleted after seven days. Please write it again.",
    goneTitle: "There is nothing to confirm here",
    goneText:
      "Perhaps you confirmed another letter since: then that one is delivered. If the link is incomplete, copy the whole address from the email. If the letter was deleted, please write it again.",
    toForm: "To the letter form",
    toManage: "Ask for my own page",
  },

  thanks: {
    title: "Your letter is confirmed",
    titleHeld: "Your letter is confirmed, and an organizer looks at it first",
    expiredTitle: "Thank you for writing",
    expiredText: "Your receipt is in your e-mail. Its link shows where your letter stands.",
    nextHeading: "What happens next",
    next: (rhythm: string) =>
      `It goes with the next delivery. One is prepared ${rhythm}, and goes once two organizers have approved it. An e-mail tells you when it was handed over, and one more if the company answers.`,
    nextHeld:
      "Something in it stood out, so a person reads it before it goes. The e-mail on its way to you says what. You need not do anything.",
    nextHeldDelayed:
      "Something in it stood out, so a person reads it before it goes. An email says what. Our emails are delayed today, so it comes once we can send again. You need not do anything.",
    withdraw: "Until it is handed over you can withdraw it: the link is in your receipt.",
    shareHeading: "Bring one more letter",
  },

  held: {
    heading: (company: string) => `Your letter to ${company}`,
    unreadable: "Your letters cannot be shown at this moment. The fault is ours, and nothing is lost.",
    campaign: "Campaign",
    state: "State",
    states: {
      email_pending: "waiting for you to confirm it",
      confirmed: "confirmed; it goes with the next delivery",
      queued: "in the next delivery; not handed over yet",
      held: "confirmed; an organizer looks at it first",
      handingOver: "being handed over",
      filed: "written to a file; nobody carried it to the company",
      sent: "handed to the company’s mail server or to our provider for it; its arrival is not confirmed",
      inPerson: "handed to the company in person",
      accepted: "accepted by the company’s mail server",
      bounced: "returned: the company did not get it",
      unknown: "not known: it may or may not have arrived, and it is not sent again by itself",
      withdrawn: "withdrawn; it goes to nobody",
      withdrawnAfter: "withdrawn by you; the company has it all the same",
      refused: "not delivered: an organizer decided so",
    },
    waitsForLook: (reason: string) => `An organizer looks at it before it goes: ${reason}.`,
    looked: "An organizer has looked at it, and it goes.",
    refusedBecause: (reason: string) => `An organizer did not let it go: ${reason}.`,
    writtenOn: "Written",
    confirmedOn: "Confirmed",
    role: "You write as",
    roles: {
      customer: "a customer",
      shareholder: "a shareholder",
      neighbour: "a neighbour",
      touched: "someone affected",
    },
    shares: "Shares it mentions",
    sharesNone: "none",
    sharesUnreadable: "stored, but cannot be read at this moment; the fault is ours",
    sharesWiped: "none any more: the number was wiped",
    shownTo: "On this site",
    publications: {
      private: "read by nobody",
      awaiting: "waits for an organizer’s look before everyone reads it",
      published: "read by everyone",
      hidden: "taken off",
    },
    hiddenBecause: (reason: string) => `taken off this site: ${reason}`,
    answer: "Answer to your address",
    answerYes: "allowed",
    answerNo: "not allowed",
    dispatch: "Delivery",
    dispatchInPerson: "in person",
    dispatchNumber: (number: number) => `number ${number}`,
    sha256: "sha256 of the text handed over",
    confirmLink: "Read this letter and confirm it",
    text: "The text, as the company reads it",
    textNow: "The text, with your name and country as they are now",
    correctedSince: (company: string) =>
      `You have corrected your name or your country since it was handed over. ${company} has it with what stood there then, and the sha256 is of that text.`,
    ledger: "What happened, in the order it did (UTC)",
    events: {
      email_pending: "written",
      confirmed: "confirmed by you",
      again: "not handed over; waits for the next delivery",
      putBack: "put back: waits for the next delivery, to an address of the company that was verified since",
      queued: "put into a delivery",
      filed: "written to a file; carried by nobody",
      sent: "taken by the mail server or provider",
      inPerson: "handed to the company in person, with the names and letters of others",
      accepted: "accepted by the company’s mail server",
      bounced: "returned",
      unknown: "handed over, with no answer; not known whether it arrived",
      withdrawn: "withdrawn by you",
      refused: "an organizer decided not to deliver it",
      held: "kept for an organizer’s look",
      released: "looked at and let go",
      replied: "answered by the company",
      published: "published on this site",
      hidden: "taken off this site",
    } as Record<string, string>,
    because: (reason: string) => ` (${reason})`,
    reply: (from: string, date: string) => `Answer of ${from}, ${date}`,
    handedOver: (date: string) =>
      `It was handed over on ${date}, so it cannot be called back: not by you, and not by us. Deleting what is held here does not reach it either.`,
    handedOverThenWithdrawn: (handedOver: string, withdrawn: string) =>
      `It was handed over on ${handedOver}. You withdrew it on ${withdrawn}; when you did, it was in the company’s hands already, or in a bundle that was made before. It cannot be called back: not by you, and not by us.`,
    withdrawHeading: "Withdraw it",
    withdrawText:
      "It leaves every delivery at once and goes to nobody. Afterwards you can write anew. Once it is handed over this is no longer possible.",
    withdrawButton: "Withdraw my letter",
    choicesHeading: "Who reads it, and who may answer",
    choicesButton: "Save these choices",
    selfHeading: "Did you send it yourself?",
    selfText: "It is shown as said by its writer, and not checked.",
    selfMail: "I sent it by e-mail",
    selfPost: "I sent it by post",
    selfSaid: {
      mail: (date: string) => `You said on ${date} that you sent it by e-mail. Nobody has checked it.`,
      post: (date: string) => `You said on ${date} that you sent it by post. Nobody has checked it.`,
    },
    selfUndo: "I did not",
    again: "Write another letter",
    newsHeading: "News by e-mail",
    newsButton: "Send me no more news",
    saved: {
      "withdraw-letter": "Your letter is withdrawn. It goes to nobody.",
      "withdraw-letter-in-pack":
        "Your letter is withdrawn, and goes along with nothing that is made from now on. A bundle for a handing-over in person was made before, with your letter in it: the campaign sees that somebody withdrew. If it was handed over already, that stands here as soon as it is on record, and it cannot be called back.",
      "letter-handed-over":
        "Your letter was handed over before this reached us, so it cannot be called back. Nothing was changed.",
      "letter-choices": "Your choices are saved.",
      "letter-self-sent": "It is noted that you sent it yourself.",
      "letter-end-news": "No more news of this campaign is sent to you.",
      "letter-not-self-sent": "The note that you sent it yourself is taken back.",
    },
  },

  /** Why a letter waits for a person's look, by the code of what was found. Follows a colon. */
  heldReasons: {
    threat: "some words in it can be read as a threat",
    "personal-attack": "some words in it are about a single person, or tell where to find one",
    links: "it holds many links",
    name: "the name under it may not be the name of a person",
    unscreened: "our automatic check took too long, so a person reads it instead",
  } as Record<string, string>,
  heldOtherwise: "something in it stood out",

  /** Why an organizer does not let a letter go, by code. Follows a colon. */
  refusedReasons: {
    threat: "some words in it can be read as a threat",
    "personal-attack": "it attacks a single person",
    "false-name": "the name under it does not seem to be its writer’s",
    links: "it is mostly links",
    "off-topic": "it is about something else than the campaign",
    unlawful: "it holds what may not be passed on",
    advertising: "it is advertising",
  } as Record<string, string>,
  refusedOtherwise: "the reason was not given in a form that this page can show",
};
