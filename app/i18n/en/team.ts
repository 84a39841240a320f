import { icu } from "./icu.ts";

/** The team of a campaign: who may do what, invitations, and the freeze. */
export default {
  nav: { team: "Team", freeze: "Freeze" },
  title: "Team",
  text: "Who may do what in this campaign. What you change here holds from their next click on.",
  caption: "Members of the team",
  you: "you",
  noSecond: "no second factor yet",
  second: "with a second factor",
  disabled: "account closed",
  since: (day: string) => `since ${day}`,
  changed: "with changed rights",
  change: "Change",
  columns: { who: "Who", may: "May", since: "Since" },

  rights: {
    view: "Open the console and its counts",
    "view-names": "See the lists of people",
    "view-holdings": "See how many shares somebody holds (each look is on record)",
    "check-papers": "Record what papers show, and review large pledges",
    "keep-meetings": "Edit meetings and the company’s figures",
    review: "Review signatures, letters and names",
    "export-signatures": "Take signatures, letters and packs out",
    "export-pledges": "Take pledges out",
    write: "Write updates and letters, and send what was approved",
    approve: "Approve what others wrote",
    manage: "Manage the team, verify offices, and lift a freeze",
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
    roleHint: "Choosing a role is choosing its rights. To give other rights, change single ones below.",
    fill: "Show its rights",
    rights: "Rights",
    rightsHint:
      "An owner has all of them, whatever is ticked. What leads to people also opens their lists. Whoever may take data out or manage the team must use a second factor.",
    notYours: "you have not this right yourself",
  },

  invite: {
    title: "Invite somebody",
    text: "They get a link by e-mail that works once and for this address alone. They say their name, type a code that we mail them, and are in.",
    email: "E-mail",
    days: "The link works for",
    daysOf: (days: number) => icu("{days, plural, one {one day} other {# days}}", { days }),
    send: "Send the invitation",
  },

  open: {
    title: "Open invitations",
    none: "None is open.",
    by: (name: string) => `invited by ${name}`,
    operator: "the operator",
    until: (time: string) => `works until ${time} UTC`,
    over: (time: string) => `ran out ${time} UTC`,
    anyone: "whoever has the link",
    renew: "Send again",
    revoke: "Take back",
    mail: {
      queued: "mail on its way",
      claimed: "mail on its way",
      accepted: "mail taken by the provider",
      delivered: "mail delivered",
      delayed: "mail delayed",
      bounced: "the mail came back: is the address right?",
      complained: "they reported the mail",
      suppressed: "not mailed: this address asked for no mail, or does not exist",
      skipped: "not mailed",
      failed: "the mail could not be sent",
      unknown: "nobody knows whether the mail arrived",
    } as Record<string, string>,
    /** The same while emails are delayed. */
    mailDelayed: {
      queued: "email waits: emails are delayed today",
      claimed: "email waits: emails are delayed today",
    } as Record<string, string>,
  },

  member: {
    back: "Team",
    title: (name: string) => name,
    rightsTitle: "What they may do",
    save: "Save",
    readOnly: "Only an owner changes what an owner may do.",
    remove: "Remove from the team",
    removeText: (name: string) =>
      `${name} gets out of this campaign with their next click. What they approved and what has not begun is a draft again, their open invitations and access tokens end, and files that wait to be made are not made. What they did stays on record.`,
    removeButton: "Remove them",
    leave: "Leave the team",
    leaveText:
      "You get out of this campaign at once. Somebody else of the team would have to invite you again.",
    leaveButton: "Leave",
  },

  freeze: {
    banner: "Frozen.",
    bannerText:
      "No export, pack, update, dispatch or reminder leaves this campaign, and nothing is approved.",
    bannerLink: "Why, and how to lift it",
    title: "Freeze",
    text: "A panic switch: something is wrong, and nothing more may leave.",
    stopsTitle: "What stops within seconds",
    stops: [
      "Exports, packs and files of letters: no new one is made, and downloads under way break off.",
      "Updates and dispatches of letters: what is being sent stands still after the mails that are at the provider already, and goes on where it stopped.",
      "Reminders to shareholders.",
      "Approvals: while it is frozen nothing is approved, sent, scheduled or let go on, so that nothing new begins by itself once it is lifted.",
    ],
    goesOnTitle: "What goes on",
    goesOn: [
      "The public pages: people sign, pledge and write.",
      "Mails that somebody asked for and waits for: to confirm a signature, a pledge or a letter, receipts, links to one’s own page, sign-in codes.",
      "Everything in this console that takes nothing out.",
    ],
    freeze: "Freeze now",
    freezeNote: "Done at once, by you alone. It is on record, and everybody of the team sees it.",
    isFrozen: (time: string, who: string) => `Frozen since ${time} UTC by ${who}.`,
    unfreeze: "Lift the freeze",
    unfreezeNote:
      "What was approved and begun or scheduled before goes on by itself: look through updates and dispatches before. You prove once more who you are.",
    mayNotUnfreeze: "Somebody who manages the campaign can lift it.",
    done: {
      frozen: "Frozen. Nothing more leaves.",
      already: "It was frozen already.",
      unfrozen: "The freeze is lifted. What waited goes on.",
      "not-frozen": "It is not frozen.",
    } as Record<string, string>,
  },

  summary: "Not done yet",
  errors: {
    "email-missing": "Write the e-mail address",
    "email-shape": "This is not one e-mail address. It looks like name@example.org",
    unreadable: "The form could not be read. Please send it again from this page",
  } as Record<string, string>,
  done: {
    invited: "The invitation is on its way.",
    renewed: "A new link is on its way; the one before opens nothing.",
    revoked: "It is taken back: its link opens nothing.",
    changed: "Their rights are changed, from their next click on.",
    unchanged: "Nothing was different.",
    removed: "They are out of the team.",
    gone: "That was done already, or ran out meanwhile.",
  } as Record<string, string>,
  /** The same while emails are delayed. */
  doneDelayed: {
    invited: "The invitation is stored. Emails are delayed today: it goes out once we can send again.",
    renewed:
      "The new link is stored; the one before opens nothing. Emails are delayed today: it goes out once we can send again.",
  } as Record<string, string>,
  refused: {
    member: "This address belongs to the team already.",
    open: "An invitation to this address is open. Send it again, or take it back.",
    "not-yours": "You can give no right that you have not, and only an owner makes or changes owners.",
    "too-many": "Twenty invitations a day are the most. Try again tomorrow.",
    "last-owner": "A campaign keeps one owner at least. Make somebody else an owner before.",
    "role-and-rights":
      "You chose another role and changed single rights, too. These are the rights of the role: change them here, and send the form again.",
    stale: "Somebody changed these rights while you had the page open. Here is what stands now.",
    unreadable: "The form could not be read. Please send it again from this page.",
  } as Record<string, string>,
};
