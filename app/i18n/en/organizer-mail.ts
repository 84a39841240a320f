import { icu } from "./icu.ts";

const yourCode = "Your code to confirm it’s you";
const onHold = "A dispatch of letters has paused";
const mayApproveDispatches = "Sent because you may approve this campaign’s dispatches.";
/** Why an update or a dispatch has paused, and what to do. */
const pausedFor = {
  organizer: { why: "An organizer paused it.", whatToDo: "Resume it when you are ready." },
  quota: {
    why: "The email provider’s quota is used up.",
    whatToDo: "Raise the quota, or wait until it renews; then resume.",
  },
  provider: {
    why: "The email provider rejects our account or its settings.",
    whatToDo: "Have the operator check the account, the key and the sender’s domain; then resume.",
  },
};

/** Emails to organizers, in English like their console. Subjects and previews name no cause. */
export default {
  organizerCode: {
    subject: "Your sign-in code",
    preview: "It works once, for ten minutes, in the browser you used.",
    heading: "Your sign-in code",
    intro: "Enter this code on the page that asked for it.",
    code: "Code",
    codeNote: (until: string) => `It works once, until ${until}, only in the browser you used.`,
    notYou:
      "If you did not ask for it, someone entered your address. They cannot sign in without this email. Give the code to nobody: we never ask for it by email or phone.",
    reason: "Sent because someone asked for a sign-in code with this address.",
  },

  /** To the owner of an address whose sign-in codes others have used up. */
  codesAsked: {
    subject: "Someone keeps asking for codes with your address",
    preview: "Nobody can sign in as you without a code from your mailbox. Here is how you still can.",
    intro:
      "Someone asked for too many sign-in codes with your address, so we stopped sending them for now. They cannot sign in: only you get the codes.",
    still: "You can still sign in",
    ways: "Use a browser you have signed in with before, a passkey, or this link, which works in any browser.",
    button: "Sign in from a new browser",
    buttonNote: (until: string) =>
      `The link works until ${until} and sends you one more code. Please do not forward this email.`,
    todo: "What to do",
    todoText:
      "If it was you, wait an hour or use the link. If not, ignore this and give no code to anyone. If codes keep coming for days, tell the operator.",
    reason: "Sent because someone asked for many codes with this address; at most once a day.",
  },

  /** To the owners of a campaign, at most once a day. */
  refusalsMany: {
    subject: "Someone may be trying to get in as an organizer",
    preview: "Nobody got in. The audit log has the details.",
    intro: (name: string, title: string) =>
      `${name}, within one hour we refused many attempts to sign in to the campaign “${title}” or to open pages they had no access to.`,
    counted: "Counted",
    wrong: (n: number) => icu("{n, plural, one {# wrong code} other {# wrong codes}}", { n }),
    locked: (n: number) => icu("{n, plural, one {# lock-out} other {# lock-outs}}", { n }),
    refused: (n: number) =>
      icu("{n, plural, one {# refused page, action or token} other {# refused pages, actions or tokens}}", {
        n,
      }),
    means: "What it means",
    meaning:
      "Often someone mistyped, or opened a page outside their role. Or someone guesses codes, tries another’s session, or uses an old access token.",
    todo: "What to do",
    doing:
      "Check the log and ask the people named. If it was not them, end their sessions and tokens. Or freeze the campaign: that stops exports and emails within seconds.",
    button: "See refused sign-ins",
    pages: "See refused pages and tokens",
    alsoPages: "Pages, actions or tokens were refused too:",
    reason: "Sent because you own this campaign. You get this email at most once a day.",
  },

  /** A reauthentication code for someone signed in. */
  proofCode: {
    subject: yourCode,
    preview: "It works once, for ten minutes, for one action only.",
    heading: yourCode,
    intro: (what: string, title: string) =>
      `Someone signed in as you is about to ${what} (campaign “${title}”). If that is you, enter this code on the page that asked for it.`,
    purposes: {
      export: "export people’s data",
      erase: "erase someone’s data",
      send: "send email to many people",
      team: "change someone’s rights",
      petition: "approve a petition text",
      result: "publish a meeting’s result",
      unfreeze: "lift a freeze",
      bulk: "invalidate signatures, or undo that",
      close: "close or reopen the campaign",
      token: "create or revoke an access token",
      sender: "change the campaign’s email sender",
      security: "change how your account is secured",
    },
    code: "Code",
    codeNote: (until: string) =>
      `It works once, until ${until}, in the browser you used, for this action only.`,
    notYou:
      "Give this code to nobody: we never ask for it by email or phone. If you did not ask for it, someone else is using your account: tell the operator at once.",
    reason: "Sent because someone signed in as you asked for a code.",
  },

  approverChanged: {
    given: {
      subject: "Check this: a new approver was added",
      preview: "One more person can give the second approval.",
      you: (by: string, title: string) => `${by} gave you the right to approve in the campaign “${title}”.`,
      other: (who: string, by: string, title: string) =>
        `${by} gave ${who} the right to approve in the campaign “${title}”.`,
      counts: (moment: string, isYou: boolean) =>
        `Emails to many people, packs and bulk invalidations need two people. ${isYou ? "Your" : "Their"} approval counts from ${moment}.`,
    },
    taken: {
      subject: "Check this: an approver was removed",
      preview: "They can no longer give the second approval.",
      you: (by: string, title: string) => `${by} withdrew your right to approve in the campaign “${title}”.`,
      other: (who: string, by: string, title: string) =>
        `${by} withdrew ${who}’s right to approve in the campaign “${title}”.`,
      counts: (moment: string) =>
        `Emails to many people, packs and bulk invalidations need two people. If you’re now the only approver, you can approve your own work from ${moment}. Until then, ask the operator.`,
    },
    operator: "The operator",
    wrong:
      "If this is wrong, talk to the person who did it, or to the operator. Anyone who may approve can freeze the campaign. That stops exports and emails at once.",
    button: "Check who can approve",
    reason: "Sent because you approve or manage in this campaign, or did until now.",
  },

  invitation: {
    subject: "You’re invited to join a team of organizers",
    preview: "A link that works once, for this address only.",
    heading: "You are invited",
    operator: "The operator of this site",
    intro: (by: string, title: string, role: string) =>
      `${by} invites you to work on the campaign “${title}” as ${/^[aeiou]/.test(role) ? "an" : "a"} ${role}.`,
    whatThen:
      "Enter your name, and we email you a code: you sign in without a password. To export data or manage rights, you also set up an authenticator app or a passkey.",
    button: "Accept the invitation",
    buttonNote: (until: string) =>
      `It works once, until ${until}, for this address only. Please do not forward this email.`,
    notYou: "Not expecting this? Do nothing: nobody can join without a code sent to your address.",
    reason: "You get this because an organizer invited you. No other email follows.",
  },

  updatePaused: {
    subject: "Sending stopped: people are still waiting",
    preview: "Why it paused, and how to resume.",
    heading: "Sending stopped",
    intro: (name: string, number: number, title: string) =>
      `${name}, update ${number} of the campaign “${title}” has paused automatically. Each person gets it once; the rest get it after someone resumes it.`,
    why: "Why",
    whatToDo: "What to do",
    problem: "Provider’s message",
    reasons: {
      ...pausedFor,
      bounces: {
        why: "Too many emails bounced: the addresses do not exist.",
        whatToDo:
          "Find out where those addresses come from before you resume. Providers block senders whose emails keep bouncing.",
      },
      complaints: {
        why: "Too many readers marked it as spam.",
        whatToDo:
          "Check the text and the audience before you resume. Providers block senders of unwanted email.",
      },
      "not-ready": {
        why: "Something every update needs is missing or an example: the organization details, the sender or this site’s address.",
        whatToDo: "The update’s page names what is missing. Fix it, then resume.",
      },
      differs: {
        why: "Something in its emails changed after approval: a statement it cites, the title, the organization details, or the sender.",
        whatToDo:
          "The update’s page names what changed. Change it back and resume, or have the update approved as it is now.",
      },
      "words-unreadable": {
        why: "It cites a statement that was withdrawn after approval, or has another tool’s merge field.",
        whatToDo: "Publish the statement again and resume, or cancel the update and write another.",
      },
    },
    button: "Resume or cancel the update",
    reason: "Sent because you may approve this campaign’s updates.",
  },

  noticeHeld: {
    subject: "Notices to earlier signers have paused",
    preview: "Why, and how to resume.",
    intro: (name: string, version: number, title: string) =>
      `${name}, the emails telling earlier signers about version ${version} of the petition “${title}” have paused. Each person gets one once; the rest get theirs after someone resumes.`,
    why: "Why",
    because:
      "Something in these emails changed after approval: what the new text changes, the title, the organization details, or the sender. Or a detail is missing or an example.",
    whatToDo: "What to do",
    todo: "The petition’s page names what changed or is missing. Fix it, then resume the emails. Or ask someone else to approve them as they are now.",
    button: "Resume or cancel the emails",
    reason: "Sent because you may approve this campaign’s emails to many people.",
  },

  dispatchWaits: {
    subject: "Letters are ready: read them, then ask for approval",
    preview: "Nothing is sent until one of you asks for approval and another approves.",
    heading: "Letters are ready",
    intro: (name: string, number: number, title: string) =>
      `${name}, dispatch ${number} of the campaign “${title}” was drafted from the waiting letters. Read it and ask for approval; then someone else decides.`,
    button: "Read the dispatch",
    reason: mayApproveDispatches,
  },

  dispatchPaused: {
    subject: onHold,
    preview: "Why, and how to resume.",
    heading: onHold,
    intro: (name: string, number: number, title: string) =>
      `${name}, dispatch ${number} of the campaign “${title}” has paused automatically. What was sent stays sent; the rest waits until someone resumes or cancels it.`,
    why: "Why",
    whatToDo: "What to do",
    reasons: {
      ...pausedFor,
      bounces: {
        why: "An email to the recipient bounced, was refused, or was marked as spam.",
        whatToDo:
          "Check that the address still accepts email before you resume. A different address needs a new draft.",
      },
      recipient: {
        why: "The recipient is not verified, was changed or retired since the approval, or opted out of email.",
        whatToDo:
          "Verify the recipient and resume. If its name or address changed, cancel: the letters wait for a new draft.",
      },
      approver: {
        why: "The approver lost the right to approve before it began.",
        whatToDo:
          "Cancel it: the letters wait for a new draft. If the right was removed by mistake, restore it and resume.",
      },
      differs: {
        why: "Something in its emails changed since the approval: the recipient’s details, the campaign’s, or the reply address.",
        whatToDo:
          "The dispatch’s page names what changed. Cancel it and have a new draft approved, or change it back and resume.",
      },
      "not-ready": {
        why: "The email could not be made: the organization details, the sender or this site’s address is missing or an example, or a letter cannot be read.",
        whatToDo: "The dispatch’s page names what is missing. Fix it, then resume.",
      },
      "too-large": {
        why: "An email is larger than its server accepts.",
        whatToDo: "Resume: the email is split in two.",
      },
      restored: {
        why: "The database was restored from an archive that lacks what was sent later.",
        whatToDo:
          "First ask the recipient or see the provider’s log whether the unknown emails arrived, and record it. Then resume.",
      },
    },
    button: "Resume or cancel the dispatch",
    reason: mayApproveDispatches,
  },
};
