import {
  atMost,
  badDay,
  exportsText,
  fewerMarks,
  oneEmail,
  oneLine,
  searchUnlogged,
  sendAgain,
  tooShort,
} from "./form-errors.ts";
import { icu } from "./icu.ts";

const digits = (n: number) => new Intl.NumberFormat("en").format(n);
const tries = (left: number) =>
  icu("{left, plural, =0 {No tries left: ask for a new code} one {One try left} other {# tries left}}", {
    left,
  });

export default {
  name: "Undersigned for organizers",
  skip: "Skip to the content",
  menu: "Menu",
  console: "Console",
  signOut: "Sign out",
  times: "Times in UTC",
  formBack: "You were signed out before this was saved. What you typed is back: check it, and save.",

  roles: {
    owner: "owner",
    organizer: "organizer",
    reviewer: "reviewer",
    exporter: "exporter",
    viewer: "viewer",
  },
  roleMeans: {
    owner: "You will see the people, export the list, and manage the team.",
    organizer: "You will see the people, review them and export the list.",
    reviewer: "You will see and review the people. You can’t export.",
    exporter: "You will see the people and export the list.",
    viewer: "You will see counts, but no names.",
  },

  signIn: {
    title: "Sign in",
    text: "For campaign organizers. We email you a code to enter here.",
    email: "Email",
    emailHint: "The address that was invited.",
    send: "Send me a code",
    notOrganizer: "Only invited people can sign in. You don’t need an account to sign a petition.",

    codeTitle: "Enter your code",
    sentTo: (email: string) => `If ${email} belongs to an organizer, a six-digit code is on its way.`,
    sent: "If your address belongs to an organizer, a six-digit code is on its way.",
    sentDelayed:
      "Emails are delayed today. If your address belongs to an organizer, we’ll send a six-digit code as soon as we can.",
    codeDelayed:
      "The code works once, within 10 minutes, only in this browser. If it arrives too late, ask for a new one, or use a passkey.",
    codeHowLong: "It takes under a minute. The code works once, within 10 minutes, only in this browser.",
    code: "Code",
    codeHint: "Six digits from the email “Your sign-in code”.",
    enter: "Sign in",
    again: "No email? Check your spam folder or ask for a new code, up to 5 an hour.",
    crowded:
      "If others keep requesting codes for your address, we email you a sign-in link once a day. That link, a passkey, or a browser you’ve used before still works.",
    sendAgain: "Send a new code",
    otherAddress: "Use another address",

    link: {
      title: "Sign in from this browser",
      text: "We’ll email a new code to the address that got this link. Enter it here, in this browser.",
      send: "Send me a code",
      over: "This link no longer works",
      overText:
        "Links work for two days. Ask for a code on the sign-in page; if yours are used up, we email you a new link.",
      toSignIn: "Go to the sign-in page",
    },

    summary: "Not signed in yet",
    errors: {
      "email-missing": "Enter your email address",
      "email-shape": oneEmail,
      "code-missing": "Enter the six digits from the email",
      "code-shape": "Enter all six digits",
      "code-over":
        "This code no longer works: it was used, is over 10 minutes old, had three wrong tries, or is for another browser. Ask for a new one",
      passkey: "The passkey was not accepted. Try again, or use an email code",
      "invitation-over": "This invitation expired or was used. Ask the person who invited you for a new one",
      unreadable: sendAgain,
    } as Record<string, string>,
    codeWrong: (left: number) => `This isn’t the newest code. ${tries(left)}`,
  },

  invitation: {
    title: "You are invited",
    text: (campaign: string, role: string) => `To the campaign “${campaign}”, as ${role}.`,
    until: (time: string) => `The link works once, until ${time}.`,
    name: "Your name",
    nameHint: "Other organizers see it next to your actions.",
    email: "Your email",
    emailHint: "We email a code now, and each time you sign in.",
    accept: "Accept and send me a code",
    summary: "Not joined yet",
    used: {
      title: "This invitation was already used",
      text: "It works for one person. If that was you, sign in.",
    },
    expired: { title: "This invitation expired", text: "Ask the person who invited you for a new one." },
    revoked: {
      title: "This invitation was withdrawn",
      text: "If you think this is a mistake, ask the person who invited you.",
    },
    errors: {
      "name-missing": "Enter your name",
      "name-long": atMost(120),
      "name-one-line": oneLine,
      "name-letters": "Use letters in the name",
      "name-numbers": "Take the long number out of the name",
      marks: fewerMarks,
      "wrong-address": "Use the address this invitation was sent to",
    } as Record<string, string>,
  },

  campaigns: {
    title: "Your campaigns",
    none: "You have no campaigns yet",
    noneText: "To join one, ask an owner for an invitation and open its link.",
  },

  nav: {
    people: "People",
    signatures: "Signatures",
    data: "Data",
    exports: "Exports",
    publicPage: "Public page",
  },

  errors: {
    403: {
      title: "Your role can’t open this page",
      text: "You may see counts, not names or files. An owner can change your role.",
    },
    404: { title: "Page not found", text: "It may have moved, or you have no access to this campaign." },
    500: {
      title: "Something went wrong here",
      text: "This is our fault. Nothing was changed. Please try again in a minute.",
    },
    back: "Back to your campaigns",
    overview: "Back to the overview",
  },

  signatures: {
    title: "Signatures",
    export: "Export",
    states: {
      pending: "Unconfirmed",
      confirmed: "Confirmed",
      withdrawn: "Withdrawn",
      invalidated: "Invalidated",
      imported: "Imported",
      quarantined: "On hold",
      all: "All",
    },
    tabs: "By status",
    find: "Find a person",
    findHint: "Email address, receipt code, or three letters or digits in a row of a name or address.",
    findButton: "Find people",
    findWhy: searchUnlogged,
    filters: { from: "Signed from", to: "Signed to" },
    apply: "Apply dates",
    badDay,
    clear: "Clear dates",

    showing: {
      all: "Showing all signatures",
      pending: "Showing signatures not confirmed yet",
      confirmed: "Showing confirmed signatures",
      withdrawn: "Showing withdrawn signatures",
      invalidated: "Showing signatures an organizer removed from the count",
      imported: "Showing imported people who haven’t confirmed here",
      quarantined: "Showing confirmed signatures on hold, not counted yet",
    },
    anyTime: "signed at any time, newest first.",
    between: (from: string | null, to: string | null) =>
      from && to
        ? `signed from ${from} to ${to} (UTC), newest first.`
        : from
          ? `signed on ${from} or later (UTC), newest first.`
          : `signed on ${to} or earlier (UTC), newest first.`,
    found: (shown: number, more: boolean) =>
      more
        ? icu(
            "More than {shown, plural, one {# person matches} other {# people match}}. Showing {shown, number}; type more of the name to narrow the search.",
            { shown },
          )
        : icu("{shown, plural, one {One person matches.} other {# people match.}}", { shown }),
    back: "Back to the list",

    columns: {
      signed: "Signed",
      name: "Name",
      email: "Email",
      place: "Place",
      state: "Status",
      source: "Source",
    },
    caption: "Signatures, newest first; times in UTC",
    rows: (count: number) => icu("{count, plural, one {# row} other {# rows}}", { count }),
    newer: "Newer",
    older: "Older",
    pages: "Pages of the list",

    empty: {
      new: {
        title: "No one has signed yet",
        text: "New signatures appear here at once, as unconfirmed until the person confirms by email.",
        act: "Open the signing page",
      },
      pending: {
        title: "No unconfirmed signatures",
        text: "People who sign wait here until they confirm by email. The entry is deleted 7 days after our email.",
      },
      confirmed: {
        title: "No confirmed signatures yet",
        text: "Signatures appear here once people confirm by email.",
      },
      withdrawn: {
        title: "No withdrawn signatures",
        text: "Signers can withdraw on their own page. They stay listed here but are not counted.",
      },
      invalidated: {
        title: "No invalidated signatures",
        text: "Signatures that organizers remove from the count stay here with the reason.",
      },
      imported: {
        title: "No imported signatures",
        text: "Imported people stay here until they confirm their signature themselves.",
      },
      quarantined: {
        title: "No signatures on hold",
        text: "Confirmed signatures that look automated wait here until an organizer decides under Review.",
      },
      narrowed: { title: "No signatures on these days", text: "Clear the dates to see all signatures." },
      page: { title: "This page is empty", text: "The entries here were removed." },
      found: {
        title: "No matches",
        text: "Type the start of an address or its domain, or three letters of a name, with accents. Only this campaign is searched.",
      },
      tooShort,
    },
  },

  exports: {
    title: "Export signatures",
    text: exportsText,

    presetHeading: "Purpose of the file",
    presetColumns: { preset: "Preset", madeFor: "For", columns: "Columns" },
    presets: {
      full: { name: "Full list", madeFor: "your archive and your own work" },
      delivery: { name: "Delivery list", madeFor: "the company, with the petition" },
    },

    whoHeading: "People included",
    deliveryOnly: "The delivery list includes only people who agreed to give their name to the company",
    deliveryOnlyText:
      "Confirmed signatures with valid consent to “deliver to company”. No email or postal addresses.",
    state: "States",
    states: {
      confirmed: "Confirmed",
      pending: "Unconfirmed",
      withdrawn: "Withdrawn",
      invalidated: "Invalidated",
      imported: "Imported",
      quarantined: "On hold for review",
      all: "All states",
    },
    from: "Signed from",
    to: "Signed to",
    dayHint: "UTC, inclusive",

    lookHeading: "Format",
    lookText:
      "One row per person, oldest first. CSV is RFC 4180 in UTF-8; an apostrophe disarms cells that a spreadsheet would run as formulas. In a workbook every cell is text.",
    columnsOf: { full: "Columns of the full list", delivery: "Columns of the delivery list" },
    column: "Column",
    holds: "Contents",
    holdsOf: {
      receipt_code: "given to the signer; opens nothing",
      signed_on: "day in UTC",
      signature_id: "random, the same in every export",
      signed_at_utc: "2026-11-24T14:21:07Z",
      confirmed_at_utc: "empty until confirmed",
      name: "as the signer wrote it",
      email: "as the signer wrote it",
      postal_code: "only if given, text",
      country: "ISO 3166-1, two letters",
      comment: "only if given",
      display: "anonymous, initials or public",
      email_opt_in: "yes when they want updates",
      consent_version: "text they agreed to; empty if revoked",
      deliver_to: "companies that get the name",
      petition_version: "text they signed",
      source: "link they followed, if it said so",
      referrer: "host only",
      status: "pending, confirmed, withdrawn, invalidated, imported, quarantined",
      exclusion_reason: "only if invalidated",
    },
    bom: "Byte-order mark, for Excel",
    bomHint: "Only Excel needs it, or it garbles é as Ã©.",

    button: "Export the list",
    summary: "Nothing exported yet",
    errors: {
      preset: "Choose the purpose of the file",
      state: "Choose a state from the list",
      from: "Write a day like 2026-11-24, or leave it empty",
      to: "Write a day like 2026-11-24, not before the first, or leave it empty",
      form: sendAgain,
    } as Record<string, string>,

    pastHeading: "Exports of this campaign",
    none: "None yet. Each is listed here with who made it, when, its rows and its hash, so you can check a file later.",
    stateOf: {
      completed: (time: string) => `Complete, ${time}`,
      running: (time: string) => `In progress since ${time}`,
      aborted: (time: string) => `Interrupted, ${time}`,
      asked: (time: string) => `Requested, ${time}`,
    },
    abortedText: "The downloaded file is incomplete. Export it again.",
    fetch: "Download",
    fetchAgain: "Download again",
    operator: "the operator",
    by: "By",
    rows: "Rows",
    size: "Size",
    filter: "Filter",
    hash: "SHA-256",
    manifest: "Manifest",
    details: "Details",
    kilobytes: (n: number) => `${digits(n)} kB`,
    megabytes: (n: number) => `${digits(n)} MB`,
    filterText: (state: string, from: string | null, to: string | null) =>
      [state, from && `from ${from}`, to && `to ${to}`].filter(Boolean).join(", "),

    over: {
      title: "This file was already downloaded",
      text: "Each export can be downloaded once, within a day, by the person who requested it. Make a new one.",
    },
    busy: {
      title: "Three exports are already running",
      text: "More would slow down the signing pages. Try again in a minute.",
    },
  },
};
