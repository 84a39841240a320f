import { icu } from "./icu.ts";

/** Mails to organizers, in English as their console is. Subjects and previews name no cause. */
export default {
  organizerCode: {
    subject: "Your sign-in code",
    preview: "It works once, for ten minutes, in the browser that asked for it.",
    heading: "Your sign-in code",
    intro: "Type this code on the page that asked for it.",
    code: "Code",
    codeNote: (until: string) => `It works once, until ${until}, and only in the browser that asked for it.`,
    notYou:
      "If you did not ask for it, someone typed your address. They cannot sign in without this mail. Give the code to nobody: we never ask for it by mail or telephone.",
    reason: "Sent because a sign-in code was asked for with this address.",
  },

  /** To the owner of an address with which others have used up the codes that anybody may ask for. */
  codesAsked: {
    subject: "Somebody keeps asking for codes with your address",
    preview: "Nobody can sign in as you without a code from your mailbox. Here is how you still get one.",
    intro:
      "Somebody has asked for more sign-in codes with your address than it gets, so no more of them are sent for now. They cannot sign in: each code works only in the browser that asked for it, and it comes to you alone.",
    still: "You can still sign in",
    ways: "Use a browser that you have signed in with before, a passkey, or this link, which works in any browser.",
    button: "Sign in from a new browser",
    buttonNote: (until: string) =>
      `It works until ${until}. We then send you a code. Please do not forward this message.`,
    todo: "What to do",
    todoText:
      "If it was you, wait an hour or use the link. If not, you need do nothing: give no code to anybody. If you get codes that you did not ask for over days, tell the operator, who sees in the audit log from which networks they were asked for.",
    reason:
      "Sent because codes to sign in with this address were asked for too often. You get this message at most once a day.",
  },

  /** To the owners of a campaign, at most once a day. */
  refusalsMany: {
    subject: "Many tries to get in were refused",
    preview: "Nobody got in. The audit log says who was refused what, and when.",
    intro: (name: string, title: string) =>
      `${name}, within one hour many tries to sign in to the campaign “${title}”, or to open what somebody may not, were refused.`,
    counted: "Counted",
    wrong: (n: number) => icu("{n, plural, one {# wrong code} other {# wrong codes}}", { n }),
    locked: (n: number) => icu("{n, plural, one {# lock-out} other {# lock-outs}}", { n }),
    refused: (n: number) =>
      icu("{n, plural, one {# refused page, act or token} other {# refused pages, acts or tokens}}", { n }),
    means: "What it means",
    meaning:
      "Often somebody mistyped, or opened a page their role does not show. It can also be somebody who guesses codes, tries another’s session, or uses an old access token.",
    todo: "What to do",
    doing:
      "Look who it was. Ask them whether it was them. If not, end their sessions and tokens, or freeze the campaign, which stops exports and emails within seconds.",
    button: "See refused sign-ins",
    pages: "See refused pages and tokens",
    alsoPages: "Pages, acts or tokens were refused as well:",
    reason: "Sent because you own this campaign. You get this message at most once a day.",
  },

  /** A code that proves once more who somebody is who is signed in. */
  proofCode: {
    subject: "Your code to confirm that it is you",
    preview: "It works once, for ten minutes, for the one thing that this mail names.",
    heading: "Your code to confirm that it is you",
    intro: (what: string, title: string) =>
      `Somebody who is signed in as you is about to ${what} (campaign “${title}”). If that is you, type this code on the page that asked for it.`,
    purposes: {
      export: "take people’s data out of the console",
      erase: "erase somebody’s data",
      send: "let mail go to many people",
      team: "change who may do what in the team",
      petition: "approve a petition text",
      unfreeze: "lift a freeze",
      bulk: "invalidate signatures, or undo that",
      close: "close the campaign, or open it again",
      token: "make or end an access token",
      sender: "change the sender of the campaign’s mails",
      security: "change how your account is secured",
    },
    code: "Code",
    codeNote: (until: string) =>
      `It works once, until ${until}, in the browser that asked for it, and for nothing else.`,
    notYou:
      "Give the code to nobody: we never ask for it by mail or telephone. If you did not ask for it, someone else is using the console under your name. Do not type it, and tell the operator at once, who can end all your sessions.",
    reason: "Sent because someone who is signed in as you asked for a code.",
  },

  approverChanged: {
    given: {
      subject: "Somebody may approve from now on",
      preview: "What two people are needed for can be approved by one more.",
      you: (by: string, title: string) => `${by} gave you the right to approve in the campaign “${title}”.`,
      other: (who: string, by: string, title: string) =>
        `${by} gave ${who} the right to approve in the campaign “${title}”.`,
      counts: (moment: string, isYou: boolean) =>
        `What goes to many people, packs and bulk invalidations need two people. ${isYou ? "Your approval" : "Their approval"} counts as that of the second one from ${moment} on.`,
    },
    taken: {
      subject: "Somebody’s right to approve was withdrawn",
      preview: "They may not approve any more what two people are needed for.",
      you: (by: string, title: string) => `${by} withdrew your right to approve in the campaign “${title}”.`,
      other: (who: string, by: string, title: string) =>
        `${by} withdrew ${who}’s right to approve in the campaign “${title}”.`,
      counts: (moment: string) =>
        `What goes to many people, packs and bulk invalidations need two people. Until ${moment} nobody can approve alone what they had a hand in on the ground that a second person is missing now; the operator can approve it.`,
    },
    operator: "The operator",
    wrong:
      "If this is not right, talk to the one who did it, or to the operator. Whoever may approve can freeze the campaign, which stops exports and mails within seconds.",
    button: "Open the team",
    reason: "Sent because you belong, or belonged, to those who may approve or manage in this campaign.",
  },

  invitation: {
    subject: "You are invited",
    preview: "A link that works once, for this address alone.",
    heading: "You are invited",
    operator: "The operator of this site",
    intro: (by: string, title: string, role: string) =>
      `${by} invites you to work on the campaign “${title}” as ${/^[aeiou]/.test(role) ? "an" : "a"} ${role}.`,
    whatThen:
      "On the page behind this link you give your name, and we mail you a code: that is how you sign in from then on. There is no password. Those who export data or manage rights also set up an authenticator app or a passkey.",
    button: "Accept the invitation",
    buttonNote: (until: string) =>
      `It works once, until ${until}, and for this address alone. Please do not forward this mail.`,
    notYou:
      "You do not know what this is about? Do nothing: nobody joins without a code that comes to your address.",
    reason:
      "Sent because an organizer of the campaign invited this address. You will get no other mail because of it.",
  },

  updatePaused: {
    subject: "An update is on hold",
    preview: "Nobody is mailed until someone resumes it. Nothing is lost.",
    heading: "An update is on hold",
    intro: (name: string, number: number, title: string) =>
      `${name}, update ${number} of the campaign “${title}” has paused by itself. Nobody who got it will get it again, and everyone else waits until someone resumes it.`,
    why: "Why",
    whatToDo: "What to do",
    problem: "Reported as",
    reasons: {
      organizer: { why: "An organizer paused it.", whatToDo: "Resume it when it should go on." },
      quota: {
        why: "The quota at the mail provider is used up.",
        whatToDo: "Raise the quota, or wait until it is renewed; then resume.",
      },
      provider: {
        why: "The mail provider refuses our account or its configuration.",
        whatToDo: "Have the operator look at the account, the key and the sender’s domain; then resume.",
      },
      bounces: {
        why: "Too many mails came back: the addresses do not exist.",
        whatToDo:
          "Find out where those addresses come from before you resume. A sender whose mails keep coming back is soon refused everywhere.",
      },
      complaints: {
        why: "Too many readers reported it as unwanted.",
        whatToDo:
          "Look at the words and at whom it went to before you resume. A sender of unwanted mail is soon refused everywhere.",
      },
      "not-ready": {
        why: "Something that every update must carry is not set, or is still an example: the organization details, the sender or the address of this site.",
        whatToDo: "The page of the update names what is missing. Once it is set, resume.",
      },
      differs: {
        why: "Something that its mails say beside its words was changed after it was approved: a claim that it cites, the title, the imprint, or the sender.",
        whatToDo:
          "The page of the update names what changed. Set it back as it was and resume, or have the update approved as it is now.",
      },
      "words-unreadable": {
        why: "It cites a claim of the case that was taken back after it was approved.",
        whatToDo: "Publish the claim again and resume, or cancel the update and write another one.",
      },
    },
    button: "Open the update",
    reason: "Sent because you may approve updates of this campaign.",
  },

  noticeHeld: {
    subject: "Telling earlier signers is on hold",
    preview: "Nobody is told until somebody has looked at it. Nothing is lost.",
    intro: (name: string, version: number, title: string) =>
      `${name}, the mails that tell earlier signers of text ${version} of the petition “${title}” are on hold. Nobody who was told is told again, and everyone else waits.`,
    why: "Why",
    because:
      "Something that these mails say was changed after they were approved: what the new text changes, the title, the organization details, or the sender. Or a detail is missing or still an example.",
    whatToDo: "What to do",
    todo: "The page of the petition names what changed or is missing. Change it back or fill it in, then resume the emails. Or ask somebody else to approve them as they are now.",
    button: "Open the petition",
    reason: "Sent because you may approve what goes to many people of this campaign.",
  },

  dispatchWaits: {
    subject: "Letters are ready to be submitted",
    preview: "Nothing goes before one of you submits it and another approves it.",
    heading: "Letters are ready to be submitted",
    intro: (name: string, number: number, title: string) =>
      `${name}, dispatch ${number} of the campaign “${title}” was drafted from the letters that wait. Read it and submit it: then somebody else is asked to approve it. Nothing goes to the company before that.`,
    button: "Open the dispatch",
    reason: "Sent because you may approve what this campaign hands over.",
  },

  dispatchPaused: {
    subject: "A delivery of letters is on hold",
    preview: "Nothing goes to the company until someone resumes it. Nothing is lost.",
    heading: "A delivery of letters is on hold",
    intro: (name: string, number: number, title: string) =>
      `${name}, delivery ${number} of the campaign “${title}” has paused by itself. What was handed over stays handed over; everything else waits until someone resumes or cancels it.`,
    why: "Why",
    whatToDo: "What to do",
    reasons: {
      organizer: { why: "An organizer paused it.", whatToDo: "Resume it when it should go on." },
      bounces: {
        why: "A mail to the office came back, was refused, or was reported as unwanted.",
        whatToDo:
          "Find out whether the address still takes mail before you resume. Another address needs another draft.",
      },
      recipient: {
        why: "The office is not verified, was changed or retired since the approval, or asked for no mail.",
        whatToDo:
          "Verify the office and resume. If its name or address has changed, cancel: the letters wait again, and a new draft takes them.",
      },
      approver: {
        why: "Who approved it lost the right to approve before it began, so the approval does not count.",
        whatToDo:
          "Cancel it: its letters wait again, and a new draft takes them. Or give the right back, if it was taken by mistake, and resume.",
      },
      differs: {
        why: "What its mails say of the office or of the campaign has changed since the approval: a name, an address, or where an answer goes.",
        whatToDo:
          "The page of the delivery names what changed. Cancel it, and have a new draft approved as it is now; or set it back as it was, and resume.",
      },
      provider: {
        why: "The mail provider refuses our account or its configuration.",
        whatToDo: "Have the operator look at the account, the key and the sender’s domain; then resume.",
      },
      quota: {
        why: "The quota at the mail provider is used up.",
        whatToDo: "Raise the quota, or wait until it is renewed; then resume.",
      },
      "not-ready": {
        why: "The email could not be made: the organization details, the sender or the address of this site is not set or is still an example, or a letter cannot be read.",
        whatToDo: "The page of the delivery names what is missing. Once it is set, resume.",
      },
      "too-large": {
        why: "A mail is larger than its server takes.",
        whatToDo: "Resume: the mail is divided in two.",
      },
      restored: {
        why: "The database was restored from an archive, which does not know what was handed over since.",
        whatToDo:
          "Look at the unknown mails first: ask the office or the provider’s log whether they arrived, and record it. Then resume.",
      },
    },
    button: "Open the delivery",
    reason: "Sent because you may approve what this campaign hands over.",
  },
};
