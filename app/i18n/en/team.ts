import { oneEmail, sendAgain, unreadable } from "./form-errors.ts";
import { icu } from "./icu.ts";

const delayed = "email waits: emails are delayed today";
/** The team of a campaign: who may do what, invitations, and the freeze. */
export default {
  nav: { team: "Team", freeze: "Freeze" },
  title: "Team",
  text: "Who may do what in this campaign. Changes apply at once.",
  caption: "Team members",
  you: "you",
  noSecond: "no second factor yet",
  second: "with a second factor",
  disabled: "account closed",
  changed: "with custom rights",
  columns: { who: "Who", may: "Rights", since: "Since" },

  rights: {
    view: "Open the console and see counts",
    "view-names": "See lists of people",
    "view-holdings": "See people’s holdings (every view is logged)",
    "check-papers": "Record proof of holdings, and review large pledges",
    "keep-meetings": "Edit meetings and the company’s figures",
    review: "Review signatures, letters and names",
    "export-signatures": "Export signatures, letters and packs",
    "export-pledges": "Export pledges",
    write: "Write updates and dispatches, and send what is approved",
    approve: "Approve what others wrote",
    manage: "Manage the team, verify recipients, and lift a freeze",
  } as Record<string, string>,
  rightsInShort: {
    view: "counts",
    "view-names": "names",
    "view-holdings": "holdings",
    "check-papers": "papers",
    "keep-meetings": "meetings",
    review: "review",
    "export-signatures": "export signatures",
    "export-pledges": "export pledges",
    write: "write",
    approve: "approve",
    manage: "manage",
  } as Record<string, string>,
  everything: "everything",
  nothing: "nothing",

  form: {
    role: "Role",
    roleHint: "A role comes with its rights, which you can adjust below.",
    fill: "Show its rights",
    rights: "Rights",
    rightsHint: "Exporting data or managing the team needs a second factor.",
    aboutRights: "Learn more about rights",
    rightsMore: "An owner has every right. Some rights include lists of people.",
    notYours: "you don’t have this right",
  },

  invite: {
    title: "Invite someone",
    text: "They get a link that works once, for this address only, then enter their name and a code we email.",
    email: "Email",
    days: "The link works for",
    daysOf: (days: number) => icu("{days, plural, one {one day} other {# days}}", { days }),
    send: "Send the invitation",
  },

  open: {
    title: "Open invitations",
    none: "No open invitations.",
    by: (name: string) => `invited by ${name}`,
    operator: "the operator",
    until: (time: string) => `works until ${time} UTC`,
    over: (time: string) => `expired ${time} UTC`,
    anyone: "anyone with the link",
    renew: "Send it again",
    revoke: "Revoke it",
    mail: {
      queued: "email on its way",
      claimed: "email on its way",
      accepted: "email accepted by the provider",
      delivered: "email delivered",
      delayed: "email delayed",
      bounced: "email bounced: check the address",
      complained: "reported as spam",
      suppressed: "no email sent: the address opted out or does not exist",
      skipped: "no email sent",
      failed: "email failed",
      unknown: "not known whether the email arrived",
    } as Record<string, string>,
    /** The same while emails are delayed. */
    mailDelayed: { queued: delayed, claimed: delayed } as Record<string, string>,
  },

  member: {
    back: "Team",
    title: (name: string) => name,
    rightsTitle: "What they may do",
    save: "Save the rights",
    readOnly: "Only an owner can change an owner’s rights.",
    remove: "Remove from the team",
    removeText: (name: string) =>
      `${name} loses access with their next click. What they approved becomes a draft again unless it has begun. Their invitations, tokens and pending files are canceled. The log keeps what they did.`,
    removeButton: "Remove from the team",
    leave: "Leave the team",
    leaveText: "You lose access at once. To return, you need an invitation.",
    leaveButton: "Leave the team",
  },

  freeze: {
    banner: "Frozen.",
    bannerText:
      "No export, pack, update, dispatch or reminder leaves this campaign. Nothing can be approved.",
    bannerLink: "See why, and how to lift it",
    title: "Freeze",
    text: "Use it when something is wrong. Nothing more leaves the campaign.",
    stopsTitle: "What stops within seconds",
    stops: [
      "Exports, packs and letter files: no new ones start, and downloads break off.",
      "Updates and dispatches: sending pauses after the emails already at the provider, until the freeze is lifted.",
      "Reminders to shareholders.",
      "Approvals: nothing can be approved, sent, scheduled or resumed.",
    ],
    goesOnTitle: "What continues",
    goesOn: [
      "The public pages: people sign, pledge and write.",
      "Emails people ask for: confirmations, receipts, links to their own page, sign-in codes.",
      "Everything in this console that takes no data out.",
    ],
    freeze: "Freeze the campaign",
    freezeNote: "Takes effect at once, without approval. It is logged, and the whole team sees it.",
    isFrozen: (time: string, who: string) => `Frozen since ${time} UTC by ${who}.`,
    unfreeze: "Lift the freeze",
    unfreezeNote:
      "Approved updates and dispatches then continue automatically: check them first. Confirm it’s you.",
    mayNotUnfreeze: "Someone who manages the campaign can lift it.",
    done: {
      frozen: "Frozen. Nothing more leaves.",
      already: "It was frozen already.",
      unfrozen: "The freeze is lifted. Sending continues.",
      "not-frozen": "It is not frozen.",
    } as Record<string, string>,
  },

  summary: "Not done yet",
  errors: {
    "email-missing": "Enter the email address",
    "email-shape": oneEmail,
    unreadable: sendAgain,
  } as Record<string, string>,
  done: {
    invited: "The invitation is on its way.",
    renewed: "A new link is on its way; the old one no longer works.",
    revoked: "The invitation is revoked. Its link no longer works.",
    changed: "Their rights are changed, from their next click.",
    unchanged: "Nothing changed.",
    removed: "They are removed from the team.",
    gone: "That was already done, or has expired.",
  } as Record<string, string>,
  /** The same while emails are delayed. */
  doneDelayed: {
    invited: "The invitation is saved. Emails are delayed today: it is sent once they resume.",
    renewed:
      "The new link is saved; the old one no longer works. Emails are delayed today: it is sent once they resume.",
  } as Record<string, string>,
  refused: {
    member: "This person is already on the team.",
    open: "This address already has an invitation. Send it again, or revoke it.",
    "not-yours": "You can only give rights you have. Only an owner can add or change owners.",
    "too-many": "You can send 20 invitations a day. Try again tomorrow.",
    "last-owner": "A campaign needs an owner. Make someone else an owner first.",
    "role-and-rights":
      "You changed both role and rights. These are the role’s rights: adjust them, then save again.",
    stale: "Someone changed these rights after you opened this page. These are the current ones.",
    unreadable,
  } as Record<string, string>,
};
