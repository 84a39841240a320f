const conjunction = new Intl.ListFormat("en-GB", { type: "conjunction" });
const listed = (items: readonly string[]) => conjunction.format(items);

export default {
  inbox: {
    title: "Check your inbox",
    eyebrow: "One step left",
    /** By what was filled in; `unknown` where the page is the same for everyone. */
    sent: {
      signature: "Thanks for signing. Open our email and press its button: then your signature counts.",
      pledge: "Thanks for your pledge. Open our email and press its button: then your pledge counts.",
      letter: "Thanks for writing. Open our email, read your letter once more and confirm it: then it goes.",
      resend:
        "If this address has something to confirm, our email is on its way, or it came within the last 24 hours.",
      unknown:
        "If the address you gave has something to confirm, our email is on its way, or it came within the last 24 hours. Your entry counts once you press the button on the page it opens.",
    },
    delayed: {
      signature:
        "Thanks for signing. What you entered is stored. Our emails are delayed today: yours comes once we can send again. Your signature counts once you press its button.",
      pledge:
        "Thanks for your pledge. What you entered is stored. Our emails are delayed today: yours comes once we can send again. Your pledge counts once you press its button.",
      letter:
        "Thanks for writing. What you entered is stored. Our emails are delayed today: yours comes once we can send again. Your letter goes once you confirm it there.",
      resend:
        "Our emails are delayed today: if this address has something to confirm, the email comes once we can send again.",
      unknown:
        "What you entered is stored. Our emails are delayed today: if the address you gave has something to confirm, the email comes once we can send again. Your entry counts once you press the button on the page it opens.",
    },
    to: "To",
    from: "From",
    subject: "Subject",
    arrives: "Arrives",
    arrivesWithin: "usually within a minute",
    arrivesDelayed: "later than usual today",
    open: (provider: string) => `Open ${provider}`,
    delayedHeading: "If it has not come by tomorrow",
    lateHeading: "If it has not come after five minutes",
    search: (sender: string) => `Search your email for ${sender}, in the junk folder too.`,
    late: [
      "If you filled in a form more than once, use the email that describes what you want. Each one says what it confirms.",
      "If you had signed before, or have a letter under way, the email says so, and there is nothing more to do.",
      "We ask an address to confirm only a few times a day, even if someone else typed it. If no email describes your pledge or letter, open your own page: it waits there for you to confirm it.",
      "No email goes to an address that told us never to write to it, that our emails came back from, or whose signature the organizers set aside.",
    ],
    ownPage: "Open your own page",
    slip: "The address may have a typo. Fill in the form again; nothing is counted twice:",
    signAgain: "sign again",
    pledgeAgain: "pledge again",
    writeAgain: "write again",
    resendHeading: "Send it again",
    resendHint: "The address you filled in. The answer is the same for every address.",
    resendButton: "Send again",
    deadline: (days: number) => `The link works for ${days} days. After that we delete what you entered.`,
    resendError: "The message could not be sent again",
  },

  /** Of somebody who signed an earlier text of the petition. */
  signed: {
    title: "The petition you signed has a new text",
    was: "The text you signed",
    now: "The new text",
    decide: "What becomes of your signature",
    move: "Sign the new text",
    keep: "Leave it with the text I signed",
    nothing:
      "If you do nothing, it stays with the text you signed. There it is counted, apart from those who sign the new one.",
    withdraw: "Withdraw my signature",
    withdrawText: "It is no longer counted under either text, and your name is handed to nobody.",
    withdrawButton: "Withdraw it",
    answered: {
      kept: "You chose to leave your signature with the text you signed. You can choose again.",
      moved: "Your signature is under the new text. You can choose again.",
      withdrawn: "Your signature is withdrawn.",
    },
    done: {
      kept: "Your signature stays where it is",
      moved: "You have signed the new text",
      withdrawn: "Your signature is withdrawn",
    },
    doneText: {
      kept: "It is counted with the text you signed. Nobody will ask you about this again; the link in the e-mail opens this choice again.",
      moved: "It is counted with the new text from now on. The link in the e-mail opens this choice again.",
      withdrawn: "It is counted no more. If you change your mind, you can sign again.",
    },
    toPage: "To the petition",
    toTexts: "Every text of the petition",
    errorTitle: "Nothing was changed",
    unclear: "Choose one of the buttons",
    goneTitle: "There is nothing to decide here",
    gone: "The link is incomplete or too old, your signature no longer stands, or the text has changed again since the e-mail was written. Nothing was changed.",
  },

  confirm: {
    title: "Confirm your signature",
    button: "Confirm my signature",
    version: (version: number, date: string) => `Text, version ${version}. Signed ${date}`,
    what: "Pressing the button adds you to the count and sends a receipt with a link to see, change or withdraw your signature.",
    shown: {
      anonymous: "You are counted and not shown by name.",
      initials: "Your initials and country appear on the public list of people who signed.",
      public: "Your name and country appear on the public list of people who signed.",
    },
    agreed: {
      updates: "You asked for news by e-mail.",
      noUpdates: "You asked for no news.",
      deliver: (company: string) => `Your name goes on the list for ${company}.`,
      noDeliver: (company: string) => `Your name does not go to ${company}; it gets only the number.`,
    },
    emails: {
      term: "Our emails",
      to: (address: string, language: string) => `to ${address}, in ${language}`,
    },
    /** Where what the page displayed is not what would be confirmed. */
    changed: {
      title: "Not confirmed yet",
      parts: (names: readonly string[]) =>
        `This entry changed after you opened this page: ${listed(names)}. Nothing is confirmed yet. Check the entry below, then confirm it.`,
      unknown:
        "This page was out of date, so nothing is confirmed yet. Check the entry below, then confirm it.",
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
        updates: "news by email",
        contact: "contact about co-filing",
      },
    },
    notMe: "This was not you?",
    notMeText:
      "Someone typed your address into the form. Close this page and the entry is deleted after seven days, uncounted. Or delete it now, and never get a message from this site again.",
    neverButton: "Delete it and never write to me again",
    neverTitle: "Done. We will not write to this address again",
    neverText:
      "What was entered with your address is deleted, and nothing was counted. To keep the promise we hold a keyed fingerprint of the address, from which it cannot be read.",
    neverForm:
      "What was filled in last is deleted, and it was never counted. What you had confirmed before stands; the link in its receipt opens your own page, where you can withdraw it. To keep the promise we hold a keyed fingerprint of the address, from which it cannot be read.",
    neverWithdrawn:
      "This signature had been confirmed. It is withdrawn now and no longer counted. Your name, your address, what you wrote and the time of each step stay. To have all of it deleted, open your own page by the link in your receipt while that link is less than a day old, or write to who runs this site: no fresh link can be mailed to you any more. To keep the promise we hold a keyed fingerprint of the address, from which it cannot be read.",
    doneTitle: "This signature is confirmed already",
    doneText: "It is counted once. There is nothing more to do.",
    withdrawnTitle: "This signature was withdrawn",
    withdrawnText: "It is not counted. If you have changed your mind, you can sign again.",
    expiredTitle: "This link has expired",
    expiredText:
      "Unconfirmed signatures are deleted after seven days. Please sign again: it takes half a minute.",
    goneTitle: "There is nothing to confirm here",
    goneText:
      "The link is incomplete, or the entry was deleted. If you opened it from an e-mail, copy the whole address. Otherwise please sign again.",
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
          `Then you have a vote at ${company}’s annual meeting. Say how you will use it, and we remind you in time.`,
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
      "The form knows whose email this link is from, for 30 minutes. What is entered there is emailed to that person at once, with a link to take it back.",
    expiredTitle: "Thank you for signing",
    expiredText: "Your receipt is in your email.",
  },

  /** Behind the link in an email that takes back what it tells of. */
  undo: {
    ask: {
      signature: {
        title: "Take your signature back?",
        text: "It is no longer counted, and your name goes to nobody.",
        button: "Take my signature back",
      },
      pledge: {
        title: "Take your pledge back?",
        text: "It is no longer counted, and no reminder comes.",
        button: "Take my pledge back",
      },
      letter: {
        title: "Take your letter back?",
        text: "It is not sent, and not shown on this site.",
        button: "Take my letter back",
      },
    },
    nothing: {
      signature: "There is no signature left to take back",
      pledge: "There is no pledge left to take back",
      letter: "There is no letter left to take back",
    },
    done: {
      signature: "Your signature is taken back",
      pledge: "Your pledge is taken back",
      letter: "Your letter is taken back",
    },
    doneText: "Nothing else changed. If you change your mind, fill in the form again.",
  },

  manage: {
    title: "What we hold about you",
    askTitle: "See, change or delete what we hold about you",
    askText:
      "Enter the address you signed, pledged or wrote with. If we hold anything about it, a private link goes there.",
    askButton: "Send me the link",
    askError: "The link could not be sent",
    askSentTitle: "Look in the inbox of that address",
    askSent:
      "If we hold anything about it, a private link is on its way there, or came within the last 24 hours. A link works for seven days.",
    askSentDelayed:
      "Your request is stored. Our emails are delayed today: if we hold anything about that address, a private link goes there once we can send again. A link works for seven days.",
    askSentMore: (links: number) =>
      `At most ${links} links a day go to one address, no matter who asks. Use the newest: to download or delete everything, a link must be younger than a day.`,
    askNothing: (isLate: boolean) =>
      `Nothing ${isLate ? "by tomorrow" : "after ten minutes"}? Look in the junk folder. No link goes to an address that told us never to write to it, or that our emails came back from.`,
    privateNote: "Whoever has this link can change what is held about you. Do not forward it.",
    person: "You",
    name: "Name",
    email: "E-mail",
    emailFixed: "To use another address, withdraw here, and sign, pledge or write with the other one.",
    country: "Country",
    postalCode: "Postal code",
    noneGiven: "none given",
    knownSince: "Held since",
    saveButton: "Save the corrections",
    correctHeading: "Correct it",
    signature: "Your signature",
    state: "State",
    states: {
      pending: "waiting for you to confirm it",
      confirmed: "counted",
      withdrawn: "withdrawn, not counted",
      invalidated: "set aside by the organizers, not counted",
      imported: "brought from another list by the organizers, counted apart",
    },
    petition: "Petition",
    petitionVersion: (version: number) => `version ${version}`,
    signedOn: "Signed",
    receipt: "Receipt",
    comment: "Comment",
    shownAs: "Shown as",
    hideHeading: "How you appear",
    hideButton: "Hide me",
    hideText:
      "Takes your initials or name off this site within a minute, and off the public list of people who signed. You stay counted.",
    hidden: "You are counted and not shown.",
    consentsHeading: "Your choices",
    consentsButton: "Save these choices",
    withdrawHeading: "Withdraw your signature",
    withdrawText: "The count goes down by one at once. Your name goes to nobody.",
    withdrawButton: "Withdraw my signature",
    exportHeading: "Take everything with you",
    exportText: "One file in JSON with all that is held about you, in plain fields.",
    exportButton: "Download what is held",
    eraseHeading: "Delete everything",
    eraseText:
      "Deletes for good what is stored about you, and every e-mail to you that is kept here. A confirmed signature stays in the count, as a number without a name; if it should not, withdraw it first. A pledge is taken out of every total, and no reminder comes; a letter is left out of deliveries not yet made. E-mails and lists that were handed over before cannot be called back.",
    eraseCheck: "I understand that this cannot be undone.",
    eraseCheckMissing: "Tick the box to delete everything",
    eraseButton: "Delete everything about me",
    fresh:
      "To download or delete everything, this link must be younger than a day. We can email you a fresh one.",
    freshButton: "Email me a fresh link",
    mailsHeading: "E-mails we have sent or will send",
    noMails: "none",
    mails: {
      "confirm-signature": "request to confirm",
      "confirm-reminder": "reminder to confirm",
      "already-signed": "note that you had signed",
      receipt: "receipt",
      "manage-link": "link to this page",
      update: "update you asked for",
      "petition-changed": "news of a changed petition text",
      "ask-name": "question about your name",
      "confirm-pledge": "request to confirm your pledge",
      "confirm-pledge-reminder": "reminder to confirm your pledge",
      "already-pledged": "note that your pledge stands",
      "pledge-receipt": "receipt of your pledge",
      "pledge-reminder": "reminder about your pledge",
      "confirm-letter": "request to confirm your letter",
      "confirm-letter-reminder": "reminder to confirm your letter",
      "already-written": "note on where your letter stands",
      "letter-receipt": "receipt of your letter",
      "letter-held": "note that somebody looks at your letter first",
      "letter-released": "note that your letter goes",
      "letter-refused": "note that your letter is not delivered",
      "letter-sent": "note that your letter was handed over",
      "letter-replied": "note of an answer",
    },
    mailStates: {
      queued: "waiting to be sent",
      claimed: "being sent",
      accepted: "sent",
      delivered: "delivered",
      delayed: "delayed",
      bounced: "came back",
      complained: "reported as unwanted",
      suppressed: "not sent, as you asked",
      skipped: "not needed any more",
      failed: "could not be sent",
      unknown: "not known whether it was sent",
    },
    deliverLabel: "Put my name on the list for the company.",
    historyHeading: "Every consent, with its date",
    consentLine: (purpose: string, granted: string, revoked: string | null) =>
      revoked ? `${purpose}: given ${granted}, taken back ${revoked}` : `${purpose}: given ${granted}`,
    purposes: {
      sign: "sign and store these details",
      updates: "news by e-mail",
      deliver_to_company: "your name on the list for the company",
      public_name: "shown on this site",
      contact_cofile: "contact about co-filing",
      letter: "storing your letter",
      deliver_letter: "handing over your letter with your name",
      reply_to: "an answer of the company to your address",
      pledge: "store and count your pledge",
    },
    savedDelayed: {
      "link-mailed":
        "Your request is stored. Our emails are delayed today: a fresh link goes to your address once we can send again. It works for seven days.",
      "link-has-one":
        "You have asked for a fresh link already. Our emails are delayed today: if it has not come yet, it comes once we can send again. Use the newest one in your inbox.",
    } as Record<string, string>,
    saved: {
      correct: "The corrections are saved.",
      hide: "You are hidden.",
      consent: "Your choices are saved.",
      withdraw: "Your signature is withdrawn and no longer counted.",
      "link-mailed": "A fresh link is on its way to your address. It works for seven days.",
      "link-has-one":
        "A fresh link is on its way already, or came within the last 24 hours. Use the newest one in your inbox.",
      "link-suppressed":
        "No link was sent: this address told us never to write to it, or our emails came back from it. Write to who runs this site; their address is on the page about privacy.",
      "own-link": "You have a link of your own.",
      "forget-link": "The link is forgotten. It still leads to the campaign, and counts nobody any more.",
    },
    errorHeading: "Nothing was saved: something needs a change",
    erasedTitle: "Everything about you is deleted",
    erasedText:
      "No row about you and no stored e-mail to you is left. A last message, which says so, was handed to your e-mail provider.",
    erasedNoMail:
      "No row about you and no stored e-mail to you is left. A last message that says so could not be sent.",
    goneTitle: "Nothing is held here",
    goneText: "The link is incomplete, or everything about you was deleted.",
    expiredTitle: "This link has expired",
    expiredText: "Links to this page work for seven days. We can send a fresh one to the same address.",
  },
};
