import { endsLinks, keepsCode } from "./mail-notes.ts";

const conjunction = new Intl.ListFormat("en-US", { type: "conjunction" });
const listed = (items: readonly string[]) => conjunction.format(items);
const onItsWay = "If there’s something to confirm, we’ve just emailed you, or did in the last 24 hours.";
const endedLinks = "The links in our earlier emails no longer open your page or fill in forms for you.";

export default {
  inbox: {
    title: "Check your inbox",
    eyebrow: "One step left",
    /** By what was filled in; `unknown` where the page is the same for everyone. */
    sent: {
      signature: "Thanks for signing. Open our email and confirm; then you’re counted.",
      pledge: "Thanks for your pledge. Open our email and confirm; then it counts.",
      letter:
        "Thanks for writing. Open our email, read your letter once more and confirm it. Then we send it.",
      resend: onItsWay,
      unknown: `${onItsWay} Open it and confirm; then you’re counted.`,
    },
    delayed: {
      signature:
        "Thanks for signing. Your signature is stored. Our emails are delayed today: yours comes later. Confirm there; then you’re counted.",
      pledge:
        "Thanks for your pledge. It is stored. Our emails are delayed today: yours comes later. Confirm there; then it counts.",
      letter:
        "Thanks for writing. Your letter is stored. Our emails are delayed today: yours comes later. Confirm there; then we send it.",
      resend: "Our emails are delayed today. If there’s something to confirm, the email comes later.",
      unknown:
        "What you entered is stored. Our emails are delayed today: if there’s something to confirm, the email comes later.",
    },
    to: "To",
    from: "From",
    subject: "Subject",
    open: (provider: string) => `Open ${provider}`,
    missing: "Not there?",
    missingTomorrow: "Not there by tomorrow?",
    junk: "Look in your spam folder, or send it again.",
    stillMissing: "Still not there",
    search: (sender: string) => `Search your email for ${sender}, in the spam folder too.`,
    late: [
      "Filled in more than one form? Each sends its own email. Open the one for what you want.",
      "If you had already signed, or your letter is already with us, the email says so. There is nothing more to do.",
      "An address gets a few emails a day at most. Is a pledge or letter still unconfirmed? You can confirm it on your page.",
      "We send nothing if you told us never to write, if our emails to you came back, or if an organizer removed a signature from the count.",
    ],
    ownPage: "Open your page",
    slip: "Maybe the address has a typo. Fill in the form again; nothing is counted twice:",
    signAgain: "sign again",
    pledgeAgain: "pledge again",
    writeAgain: "write again",
    resendHeading: "Send it again",
    resendHint: "The address you filled in.",
    resendButton: "Send the email again",
    deadline: (days: number) =>
      `The link works for ${days} days after our first email. Then we delete what you entered.`,
    resendError: "The email could not be sent again",
  },

  /** Of somebody who signed an earlier text of the petition. */
  signed: {
    title: "The petition you signed has a new text",
    was: "The text you signed",
    now: "The new text",
    decide: "Decide about your signature",
    move: "Sign the new text",
    keep: "Keep it with the text I signed",
    nothing:
      "If you do nothing, it stays with the text you signed. It is counted there, separately from the new text.",
    withdraw: "Withdraw my signature",
    withdrawText: "It no longer counts for either text, and your name goes to no one.",
    withdrawButton: "Withdraw it",
    answered: {
      kept: "You kept your signature with the text you signed. You can choose again.",
      moved: "Your signature is under the new text. You can choose again.",
      withdrawn: "Your signature is withdrawn.",
    },
    done: {
      kept: "Your signature stays where it is",
      moved: "You have signed the new text",
      withdrawn: "Your signature is withdrawn",
    },
    doneText: {
      kept: "It counts with the text you signed. We won’t ask about this text again. To choose again, use the link in the email.",
      moved: "It counts with the new text from now on. To choose again, use the link in the email.",
      withdrawn: "It no longer counts. If you change your mind, you can sign again.",
    },
    toPage: "To the petition",
    toTexts: "All petition texts",
    errorTitle: "Nothing was changed",
    unclear: "Choose one of the buttons",
    goneTitle: "Nothing to decide here",
    gone: "The link is incomplete or too old, your signature was withdrawn, or the text changed again. Nothing was changed.",
  },

  confirm: {
    title: "Confirm your signature",
    button: "Confirm my signature",
    version: (version: number, date: string) => `Text, version ${version}. Filled in on ${date}`,
    what: "This adds you to the count. You get a receipt with a link to see, change or withdraw your signature.",
    shown: {
      anonymous: "Your signature counts; your name isn’t shown.",
      initials: "Your initials and country appear on the public list of people who signed.",
      public: "Your name and country appear on the public list of people who signed.",
    },
    agreed: {
      updates: "You asked for updates by email.",
      noUpdates: "You asked for no updates.",
      deliver: (names: readonly string[]) => `Your name goes on the list for ${listed(names)}.`,
      noDeliver: (names: readonly string[]) =>
        `Your name does not go to ${names.join(" or ")}; ${names.length > 1 ? "they get" : "it gets"} only the count.`,
    },
    newer: (date: string) => `A later form, of ${date}, says something else.`,
    toNewer: "See it",
    emails: {
      term: "Our emails",
      to: (address: string, language: string) => `to ${address}, in ${language}`,
    },
    /** Where what the page displayed is not what would be confirmed. */
    changed: {
      title: "Not confirmed yet",
      parts: (names: readonly string[]) =>
        `This entry changed after you opened this page: ${listed(names)}. Check it below, then confirm.`,
      unknown: "This page was out of date. Check below, then confirm.",
      names: {
        petition: "the text of the petition",
        meeting: "the meeting",
        office: "who gets the letter",
        name: "the name",
        country: "the country",
        postalCode: "the postal code",
        address: "the email address",
        language: "the language of our emails",
        text: "the text",
        role: "who you say you are",
        kind: "whose shares they are",
        manager: "the fund’s manager",
        shares: "the shares",
        holding: "how and since when the shares are held",
        intention: "the voting intention",
        willing: "what else you would do",
        comment: "the comment",
        display: "how the name is shown",
        deliver: "whether the name goes to the company",
        replyTo: "whether the company learns the address",
        updates: "updates by email",
        contact: "contact about co-filing",
      },
    },
    notMe: "Wasn’t this you?",
    notMeText:
      "Someone typed your address into the form. Close this page, and the entry is deleted seven days after our email and does not count. Or delete it now and never get an email from us again.",
    neverButton: "Delete it and never write to me again",
    neverTitle: "Done. We won’t write to this address again",
    neverText: `What was entered with your address is deleted and was not counted. ${keepsCode}`,
    neverForm: `The last entry is deleted and was not counted. What you confirmed before stays. Undo it with the link in its receipt within seven days, or write to the organizers. ${keepsCode}`,
    neverWithdrawn: `This signature had been confirmed. It is now withdrawn and no longer counts. Your name, address and comment stay. To delete them, write to the organizers. ${endsLinks}`,
    doneTitle: "Your signature is already confirmed",
    doneText: "It counts once. There is nothing more to do.",
    withdrawnTitle: "This signature was withdrawn",
    withdrawnText: "It is not counted. If you changed your mind, you can sign again.",
    expiredTitle: "This link has expired",
    expiredText:
      "Unconfirmed signatures are deleted seven days after our email. Please sign again: it takes half a minute.",
    goneTitle: "Nothing to confirm here",
    goneText:
      "The link is incomplete, or the entry was deleted. If you opened it from an email, copy the whole address. Otherwise please sign again.",
    toForm: "To the petition",
  },

  thanks: {
    title: "Your signature is counted",
    thankYou: (name: string) => `Thank you, ${name}`,
    receipt: "Receipt",
    keep: "Keep it",
    keepText: (version: number, date: string) =>
      `It proves that you signed version ${version} on ${date}. The link to change or withdraw your signature is in your email.`,
    shareHeading: "Who else would sign?",
    /** The one step that fits next. */
    next: {
      sign: {
        heading: "Sign the petition as well",
        text: () => "It is open to everyone, with or without shares.",
        button: "Sign the petition",
      },
      pledge: {
        heading: "Do you own shares?",
        text: (company: string) =>
          `Then you have a vote at ${company}’s annual meeting. Tell us how you’ll vote, and we’ll remind you in time.`,
        button: "Pledge how you will vote",
      },
      letter: {
        heading: "Say it in your own words",
        text: (company: string) =>
          `A letter of your own to ${company}’s investor relations weighs more than a name.`,
        button: "Write a letter",
      },
    },
    pledged: (shareholders: string) => `With you, ${shareholders} shareholders have pledged.`,
    written: (letters: string) => `Yours is one of ${letters} letters.`,
    withoutShares: "No shares?",
    knownByEmail:
      "For 30 minutes you don’t have to enter your name and email again. We’ll email you a copy of anything sent, with a link to undo it.",
    expiredTitle: "Thank you for signing",
    expiredText: "Your receipt is in your email.",
  },

  /** Behind the link in an email that takes back what it tells of. */
  undo: {
    ask: {
      signature: {
        title: "Undo your signature?",
        text: "It no longer counts, and your name goes to no one.",
        button: "Undo my signature",
      },
      pledge: {
        title: "Undo your pledge?",
        text: "It no longer counts, and you get no reminders.",
        button: "Undo my pledge",
      },
      letter: {
        title: "Undo your letter?",
        text: "We won’t send it or show it on this site.",
        button: "Undo my letter",
      },
      change: {
        title: "Undo this change?",
        text: "Your pledge is again what it was before the change. Your name won’t be shown more than it is now.",
        button: "Undo the change",
      },
    },
    nothing: {
      signature: "There is no signature left to undo",
      pledge: "This pledge has been changed or withdrawn since",
      letter: "There is no letter left to undo",
    },
    done: {
      signature: "Undone: your signature is withdrawn",
      pledge: "Undone: your pledge is withdrawn",
      letter: "Undone: your letter is withdrawn",
      change: "Your pledge is as it was before",
    },
    doneChange: `Anything you agreed to in that change, or since, is undone. Anything you turned off stays off. ${endedLinks} To see or change your pledge, ask for a new link.`,
    doneText: `Your other entries stay. Updates you agreed to in that form or later stop too. ${endedLinks} If you change your mind, fill in the form again.`,
  },

  manage: {
    title: "Your data",
    askTitle: "See, change or erase your data",
    askText:
      "Enter the address you signed, pledged or wrote with. If we hold anything about it, we email you a link to your page.",
    askButton: "Email me the link",
    askError: "The link could not be sent",
    askSentTitle: "Check your inbox",
    askSent:
      "If we hold anything about this address, a link to your page is on its way or came in the last 24 hours. It works for seven days.",
    askSentDelayed:
      "Your request is stored. Our emails are delayed today: if we hold anything about this address, a link to your page comes later. It works for seven days.",
    askSentMore: (links: number) =>
      `We send at most ${links} links a day to one address. Use the newest: to download or erase everything, it must be less than a day old.`,
    askNothing: (isLate: boolean) =>
      `Nothing ${isLate ? "by tomorrow" : "after ten minutes"}? Check your spam folder. We send no link to addresses that told us never to write, or that return our emails.`,
    privateNote: "Anyone with this link can change your data. Do not forward it.",
    kept: "We keep what you confirmed while the campaign runs and usually 12 months after. What you never confirmed is deleted 7 days after our email.",
    name: "Name",
    email: "Email",
    emailFixed: "To use another address, withdraw here, then sign, pledge or write with the other one.",
    country: "Country",
    postalCode: "Postal code",
    noneGiven: "none given",
    knownSince: "Since",
    saveButton: "Save corrections",
    correctHeading: "Correct your details",
    signature: "Your signature",
    state: "Status",
    states: {
      pending: "waiting for you to confirm it",
      confirmed: "counted",
      withdrawn: "withdrawn, not counted",
      invalidated: "removed from the count by the organizers",
      imported: "imported by the organizers from another list, counted separately",
    },
    petition: "Petition",
    petitionVersion: (version: number) => `version ${version}`,
    signedOn: "Signed",
    receipt: "Receipt",
    comment: "Comment",
    shownAs: "Shown as",
    hideHeading: "How you appear",
    hideButton: "Hide my name",
    hideText:
      "Takes your initials or name off this site and its public list within a minute. You stay counted.",
    consentsHeading: "Your choices",
    consentsButton: "Save choices",
    withdrawHeading: "Withdraw your signature",
    withdrawText: "The count goes down by one at once. Your name goes to no one.",
    withdrawButton: "Withdraw my signature",
    exportHeading: "Download your data",
    exportText: "One JSON file with everything we hold about you.",
    exportButton: "Download my data",
    eraseHeading: "Erase everything",
    eraseText:
      "Erases your data and our emails to you for good. A confirmed signature stays in the count without your name; to take it out, withdraw it first. Your pledge leaves all totals and you get no reminders. A letter not sent yet won’t be sent. We can’t recall anything already emailed or delivered.",
    eraseCheck: "I understand that this cannot be undone.",
    eraseCheckMissing: "Check the box to erase everything",
    eraseButton: "Erase all my data",
    fresh:
      "To download or erase everything, this link must be less than a day old. We can email you a new one.",
    freshButton: "Email me a new link",
    mailsHeading: "Emails we sent or will send",
    noMails: "none",
    mails: {
      "confirm-signature": "request to confirm",
      "confirm-reminder": "reminder to confirm",
      "already-signed": "note that you had signed",
      receipt: "receipt",
      "manage-link": "link to this page",
      update: "update you asked for",
      "petition-changed": "notice of a changed petition text",
      "ask-name": "question about your name",
      "confirm-pledge": "request to confirm your pledge",
      "confirm-pledge-reminder": "reminder to confirm your pledge",
      "already-pledged": "note that you had pledged",
      "pledge-receipt": "receipt of your pledge",
      "pledge-reminder": "reminder about your pledge",
      "meeting-result": "result of the meeting",
      "confirm-letter": "request to confirm your letter",
      "confirm-letter-reminder": "reminder to confirm your letter",
      "already-written": "note on the status of your letter",
      "letter-receipt": "receipt of your letter",
      "letter-held": "note that an organizer reads your letter first",
      "letter-released": "note that your letter will be sent",
      "letter-refused": "note that your letter is not delivered",
      "letter-sent": "note that your letter was sent",
      "letter-replied": "note of a reply",
    },
    mailStates: {
      queued: "waiting to be sent",
      claimed: "being sent",
      accepted: "sent",
      delivered: "delivered",
      delayed: "delayed",
      bounced: "returned",
      complained: "reported as spam",
      suppressed: "not sent, as you asked",
      skipped: "no longer needed",
      failed: "could not be sent",
      unknown: "unknown whether it was sent",
    },
    deliverLabel: "Put my name on the list for the company.",
    historyHeading: "Every consent, with its date",
    consentLine: (purpose: string, granted: string, revoked: string | null) =>
      revoked ? `${purpose}: given ${granted}, withdrawn ${revoked}` : `${purpose}: given ${granted}`,
    purposes: {
      sign: "sign and store these details",
      updates: "updates by email",
      deliver_to_company: "your name on the list for the company",
      public_name: "shown on this site",
      contact_cofile: "contact about co-filing",
      letter: "storing your letter",
      deliver_letter: "delivering your letter with your name",
      reply_to: "the company may reply to your address",
      pledge: "store and count your pledge",
    },
    savedDelayed: {
      "link-mailed":
        "Your request is stored. Our emails are delayed today: your new link comes later. It works for seven days.",
      "link-has-one":
        "You have already asked for a new link. Our emails are delayed today: it comes later. Use the newest one in your inbox.",
    } as Record<string, string>,
    saved: {
      correct: "Your corrections are saved.",
      hide: "Your name is hidden.",
      consent: "Your choices are saved.",
      withdraw: "Your signature is withdrawn and no longer counts.",
      "link-mailed": "A new link is on its way to your address. It works for seven days.",
      "link-has-one":
        "A new link is on its way or came in the last 24 hours. Use the newest one in your inbox.",
      "link-suppressed":
        "No link was sent: this address told us never to write, or returned our emails. Write to the organizers; their address is on the privacy page.",
      "own-link": "You have a link of your own.",
      "forget-link": "The link is forgotten. It still leads to the campaign, but no longer counts anyone.",
    },
    errorHeading: "Nothing was saved: something needs a change",
    erasedTitle: "All your data is erased",
    erasedText:
      "We send you one last email to confirm it. Until it is sent, a week at most, we keep your address encrypted for it.",
    goneTitle: "We hold nothing here",
    goneText: "The link is incomplete, or all your data was erased.",
    expiredTitle: "This link has expired",
    expiredText:
      "Links to this page work for seven days, or until you undo something. We can email a new one to the same address.",
  },
};
