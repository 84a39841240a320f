import { icu } from "./icu.ts";
import { endsLinks, shownTo } from "./mail-notes.ts";
import { spelled } from "./spelled.ts";

const accepted = "accepted by the company’s mail server";
const toAFile = "saved to a file; not sent";
const notSentYet = "Your letter is not sent yet";
const asThreat = "some words can be read as a threat";
/** Who reads a letter on this site, said the same way on the form, in mails and on the page of its writer. */
const displays = {
  anonymous: "nobody",
  initials: "everyone, with my initials and country",
  public: "everyone, with my name and country",
};

/** Writing a letter: the form, its preview, and what a writer reads about it. */
export default {
  /** The line under a letter whose writer checked that it tells how many shares they hold. */
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
    "Your own words weigh more than ours. Answer three questions for a draft, or start from scratch.",

  begin: {
    heading: "Three questions for a draft",
    role: "Who are you?",
    roleHint: (company: string) =>
      `Leave out your employer: we never ask for it, and ${company} would read it.`,
    roles: {
      customer: "A customer",
      shareholder: "A shareholder",
      neighbour: "A neighbor",
      touched: "Someone affected",
    },
    /** Begins a draft. */
    asLines: {
      customer: (company: string) => `I’m writing as a customer of ${company}.`,
      shareholder: (company: string) => `I’m writing as a shareholder of ${company}.`,
      neighbour: () => "I’m writing as a neighbor of people whom this affects.",
      touched: () => "I’m writing as someone whom this affects.",
    },
    who: "More about you, in a sentence",
    whoHint: "For example where you live or how long you have used its products, but never your employer.",
    why: "Why does it matter to you?",
    whyHint: "What you saw or read yourself, in a few sentences, convinces most.",
    ask: "What you ask",
    askHint: "These words of the campaign end your draft, where you can change or remove them.",
    button: "Write my draft",
  },

  form: {
    recipient: "Who it is for",
    body: "Your letter",
    bodyHint: "Plain text of up to 5,000 characters, without card, account or Social Security numbers.",
    /** `#` stands for the number, which the page’s script writes. */
    count: "# of 5,000 characters",
    person: "Who signs it",
    name: "Name",
    nameHint: "As it appears under the letter.",
    email: "Email",
    emailHint: (company: string) => `To confirm, and for ${company}’s reply if you allow one below.`,
    country: "Country",
    sharesLegend: "If you own shares",
    sharesHint: "The letter says it, and we store it encrypted, only if you check the box.",
    shares: "How many",
    sayShares: "Say in the letter how many shares I hold.",
    preview: (company: string) => `Preview as ${company} sees it`,
    agree: "What you agree to",
    consentLetter: "The campaign may store this letter, which may reveal my political views.",
    consentDeliver: (company: string) => `Deliver it to ${company} with my name and country.`,
    deliverWarning: (company: string) =>
      `If you work for ${company} or a supplier, your employer will see your name; the petition’s list for ${company} is a separate choice.`,
    consentReplyTo: (company: string) => `Let ${company} reply to my address.`,
    replyToHint: (company: string) => `${company} then gets your email address.`,
    consentUpdates: "Send me updates from this campaign.",
    display: "Who can read it besides the company and the campaign",
    displayHint:
      "If you choose “everyone”, you agree to show it here with your initials or name once an organizer approves it, until you hide it.",
    displays,
    button: "Send my letter",
  },

  /** The form of somebody whose link says who they are. */
  known: {
    as: "You write as",
    notYou: "Not you?",
    note: "Your letter is confirmed at once. We email you a receipt, with a link to undo it.",
    /** Why a letter was not stored. Its words are on the page. */
    notTaken: {
      expired: {
        title: notSentYet,
        text: "This form remembered you for 30 minutes. That time is up. Continue on the full form: it has your letter, and asks for your name and email.",
      },
      gone: {
        title: notSentYet,
        text: "This link no longer works. Continue on the full form: it has your letter, and asks for your name and email.",
      },
      "already-written": {
        title: "This letter was not stored",
        text: "Another letter under this name is on its way, or was sent less than a week ago. We emailed its writer.",
      },
    },
    goOn: "Continue with my letter",
    ownPage: "Get a link to my page",
  },

  how: {
    heading: "How we deliver it",
    /** `rhythm`: null where it could not be read. */
    confirm: "You confirm it by email. Until then no one reads it.",
    steps: (company: string, rhythm: string | null): readonly string[] => [
      `It goes with the next letters we send: one dated letter from the campaign, and yours in full.${rhythm === null ? "" : ` We prepare them ${rhythm}.`}`,
      "Two organizers approve what is sent. If a campaign has only one, we say so.",
      `${company} gets your words, your name and your country: exactly the text of the preview.`,
      "You follow each step on your page, and can withdraw the letter until it is sent.",
    ],
    known:
      "We say “sent” only once it is. If a letter is returned or its status is unknown, we say that too.",
    privacy: "No cookies, no trackers.",
    unconfirmed: "If you don’t confirm, your letter is deleted 7 days after our email.",
    privacyLink: "Privacy in full",
    toLetters: "Letters that others made public",
  },

  preview: {
    heading: (company: string) => `As ${company} will read it`,
    exactly: "We send exactly this text, and add only its number in the list of letters.",
    unnamed: "the investor relations department",
    later: "Nothing has been sent yet. Change it, or send it.",
  },

  self: {
    heading: "Or send it yourself",
    headingAlso: "Send it yourself as well",
    text: "Use your own address, or send it by mail. If you tell us, we show it as reported by you, not verified.",
    mail: "Open it in my email program",
    tooLong: "It is too long for a link. Copy the text here first, then paste it into the email that opens.",
    pasteHere: "[Please paste the text of your letter here.]",
    subject: (company: string) => `A letter to ${company}’s investor relations`,
    copyLabel: "The text to copy",
    copy: "Copy the text",
    copied: "Copied",
    print: "Print it with the postal address",
    unverified: "We have not verified this address yet.",
    address: "Address",
  },

  print: {
    title: "Your letter, to print",
    hint: "Print this page, sign it and mail it. This note is not printed.",
    button: "Print it",
    noAddress: "We have no postal address. See the company’s own site.",
    unverified: "We have not verified this address yet. Compare it with the company’s own site.",
  },

  notOpen: {
    heading: "Writing is not open yet",
    text: "Before anyone can write, this page must say who asks. Still missing:",
  },
  closed: {
    heading: "This campaign is closed",
    text: "It delivers no more letters. Delivered ones stay counted.",
  },

  summary: (count: number) =>
    icu(
      "Your letter is not in yet: {count, plural, one {one thing needs} other {{spelled} things need}} a change",
      { count, spelled: spelled(count) },
    ),

  /** By code: what to do. What is not here is said by the words of all forms. */
  errors: {
    "name-missing": "Enter the name that appears under the letter",
    "body-missing": "Write your letter",
    "body-long": "Shorten the letter to 5,000 characters",
    "body-numbers":
      "Remove the long number from the letter. It was not stored: we never need card, account or Social Security numbers",
    "body-account":
      "Remove the bank account number from the letter. It was not stored: the company would read it",
    "recipient-closed": "Choose who gets the letter: the one you chose no longer takes letters",
    "role-unknown": "Choose who you are",
    "shares-plain": "Enter the number in plain digits, like 120 or 12.5",
    "shares-none": "Enter a number above zero",
    "shares-untold": "Enter how many shares, or uncheck the box",
    "display-unknown": "Choose who can read it",
    "consent-letter-missing":
      "Check “The campaign may store this letter …”: without it we cannot keep your letter",
    "consent-deliver-missing":
      "Check “Deliver it to …”: without it we cannot give your name to the company. You can send the letter yourself",
  } as Record<string, string>,

  confirm: {
    title: "Confirm your letter",
    eyebrow: (company: string) => `To ${company}’s investor relations`,
    writtenOn: (date: string) => `Written on ${date}. If it is right, confirm it below.`,
    to: "To",
    shownTo: "On this site",
    displays: shownTo,
    answer: "A reply",
    answerYes: (company: string) => `${company} gets your email address to reply to you`,
    answerNo: (company: string) => `${company} doesn’t get your email address`,
    updates: "Updates",
    updatesYes: "you asked for updates by email",
    warning: (company: string) =>
      `${company} gets the letter with your name and country. If you work for ${company} or a supplier, your employer will see it.`,
    nameNote: "This is the name we have for you. To use another, correct it on your page first.",
    button: "Confirm my letter",
    what: "We can then deliver it. You get a receipt with a link to follow or withdraw it.",
    notMe: "Wasn’t this you?",
    notMeText:
      "Someone typed your address into the form. Close this page and the letter is deleted seven days after our email, unread. Or delete it now and never get an email from us again.",
    neverButton: "Delete it and never write to me again",
    neverWithdrawn: `This letter had been confirmed. It is now withdrawn and goes to no one. Your name, address and text stay. To delete them, write to the organizers. ${endsLinks}`,
    neverHandedOver: `This letter is already being sent, so we can’t recall it. You get no more emails from us. To delete what we store, write to the organizers. ${endsLinks}`,
    doneTitle: "Your letter is already confirmed",
    doneText: "We send it once. Your page shows its status.",
    withdrawnTitle: "This letter was withdrawn",
    withdrawnText: "It goes to no one. If you changed your mind, you can write another.",
    refusedTitle: "We won’t send this letter",
    refusedText: "An organizer decided so. The reason is in our email to you and on your page.",
    expiredTitle: "This link has expired",
    expiredText: "Unconfirmed letters are deleted seven days after our email. Please write it again.",
    goneTitle: "Nothing to confirm here",
    goneText:
      "If you have confirmed another letter since, we deliver that one. If not, copy the whole address from the email, or write your letter again.",
    toForm: "To the letter form",
    toManage: "Get a link to my page",
  },

  thanks: {
    title: "Your letter is confirmed",
    titleHeld: "Your letter is confirmed. An organizer reads it first",
    expiredTitle: "Thank you for writing",
    expiredText: "Your receipt is in your email. Its link shows the status of your letter.",
    nextHeading: "What happens next",
    next: (rhythm: string) =>
      `It goes with the next letters we send. We prepare them ${rhythm}, and send them once two organizers have approved. We email you once it is sent.`,
    nextHeld:
      "Something in it was flagged, so an organizer reads it first. Our email says what. You need not do anything.",
    nextHeldDelayed:
      "Something in it was flagged, so an organizer reads it first. Our email says what; emails are delayed today. You need not do anything.",
    withdraw: "Until it is sent you can withdraw it: the link is in your receipt.",
    shareHeading: "Bring one more letter",
  },

  held: {
    heading: (company: string) => `Your letter to ${company}`,
    unreadable: "We can’t show your letters right now. Nothing is lost; try again later.",
    campaign: "Campaign",
    state: "Status",
    states: {
      email_pending: "waiting for you to confirm it",
      confirmed: "confirmed; goes with the next letters we send",
      queued: "among the next letters to be sent; not sent yet",
      held: "on hold: an organizer reads it first",
      handingOver: "being sent",
      filed: toAFile,
      sent: "sent; not yet accepted by the company’s mail server",
      inPerson: "handed over to the company in person",
      accepted: accepted,
      bounced: "returned: the company did not get it",
      unknown: "unknown: it may have arrived, and we don’t send it again by ourselves",
      withdrawn: "withdrawn; goes to no one",
      withdrawnAfter: "withdrawn by you after the company got it",
      refused: "not sent: an organizer decided so",
    },
    waitsForLook: (reason: string) => `On hold until an organizer has read it: ${reason}.`,
    looked: "An organizer has read it, and we will send it.",
    refusedBecause: (reason: string) => `An organizer decided not to send it: ${reason}.`,
    writtenOn: "Written",
    confirmedOn: "Confirmed",
    role: "You write as",
    roles: {
      customer: "a customer",
      shareholder: "a shareholder",
      neighbour: "a neighbor",
      touched: "someone affected",
    },
    shares: "Shares it mentions",
    sharesNone: "none",
    sharesUnreadable: "stored, but we can’t read it right now",
    shownTo: "On this site",
    publications: {
      private: "no one can read it",
      awaiting: "waits for an organizer’s approval",
      published: "everyone can read it",
      hidden: "hidden",
    },
    hiddenBecause: (reason: string) => `hidden: ${reason}`,
    answer: "Reply to your address",
    answerYes: "allowed",
    answerNo: "not allowed",
    dispatch: "Part of",
    dispatchInPerson: "what was handed over in person",
    dispatchNumber: (number: number) => `group ${number}`,
    sha256: "SHA-256 of the text sent",
    confirmLink: "Read this letter and confirm it",
    text: "The text, as the company reads it",
    textNow: "The text, with your name and country as they are now",
    correctedSince: (company: string) =>
      `You corrected your name or country after it was sent. ${company} has the earlier ones, and the SHA-256 is of that text.`,
    ledger: "History (UTC)",
    events: {
      email_pending: "written",
      confirmed: "confirmed by you",
      again: "not sent; goes with the next letters",
      putBack: "goes with the next letters, to another verified address of the company",
      queued: "added to the next letters to be sent",
      filed: toAFile,
      sent: "accepted by our email provider",
      inPerson: "handed over to the company in person, with other people’s names and letters",
      accepted: accepted,
      bounced: "returned",
      unknown: "sent, no answer; unknown whether it arrived",
      withdrawn: "withdrawn by you",
      refused: "an organizer decided not to send it",
      held: "put on hold for an organizer to read",
      released: "read and released by an organizer",
      replied: "the company replied",
      published: "published on this site",
      hidden: "hidden on this site",
    } as Record<string, string>,
    because: (reason: string) => ` (${reason})`,
    reply: (from: string, date: string) => `Reply from ${from}, ${date}`,
    filedOn: (date: string) => `Saved to a file on ${date}, not sent. You can no longer withdraw it.`,
    handedOver: (date: string) => `Sent on ${date}. It cannot be recalled, even if you delete your data.`,
    handedOverThenWithdrawn: (handedOver: string, withdrawn: string) =>
      `Sent on ${handedOver}. You withdrew it on ${withdrawn}. By then the company had it, or it was in a pack made before. It cannot be recalled.`,
    withdrawHeading: "Withdraw your letter",
    withdrawText: "Then we won’t send it, and you can write another. Once it is sent, you can’t withdraw it.",
    withdrawButton: "Withdraw my letter",
    choicesHeading: "Who reads it, and who may reply",
    choicesButton: "Save choices",
    selfHeading: "Did you send it yourself?",
    selfText: "We show this as reported by you, not verified.",
    selfMail: "I sent it by email",
    selfPost: "I sent it by mail",
    selfSaid: {
      mail: (date: string) => `You told us on ${date} that you sent it by email. We have not verified it.`,
      post: (date: string) => `You told us on ${date} that you sent it by mail. We have not verified it.`,
    },
    selfUndo: "I didn’t send it",
    again: "Write another letter",
    newsHeading: "Updates by email",
    newsButton: "Unsubscribe",
    saved: {
      "withdraw-letter": "Your letter is withdrawn and goes to no one.",
      "withdraw-letter-in-pack":
        "Your letter is withdrawn. An earlier pack still has it. If that pack is delivered, this page will say so, and we can’t recall the letter.",
      "letter-handed-over": "Your letter is already being sent and cannot be recalled. Nothing was changed.",
      "letter-choices": "Your choices are saved.",
      "letter-self-sent": "Noted: you sent it yourself.",
      "letter-end-news": "You get no more updates from this campaign.",
      "letter-not-self-sent": "The note that you sent it yourself is removed.",
    },
  },

  /** Why a letter waits for a person's look, by the code of what was found. Follows a colon. */
  heldReasons: {
    threat: asThreat,
    "personal-attack": "it may single out a person or say where they live",
    links: "it has many links",
    name: "the name under it may not be a person’s",
    language: "it is in another language, so a person reads it",
    unscreened: "our automatic check took too long, so a person reads it instead",
  } as Record<string, string>,
  heldOtherwise: "something in it stood out",

  /** Why an organizer does not let a letter go, by code. Follows a colon. */
  refusedReasons: {
    threat: asThreat,
    "personal-attack": "it attacks one person",
    "false-name": "the name under it seems to be someone else’s",
    links: "it is mostly links",
    "off-topic": "it is about something else",
    unlawful: "it contains something we may not pass on",
    advertising: "it is advertising",
  } as Record<string, string>,
  refusedOtherwise: "the reason can’t be shown here",
};
