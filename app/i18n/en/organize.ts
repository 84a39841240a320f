import { icu } from "./icu.ts";

const digits = (n: number) => new Intl.NumberFormat("en").format(n);
const tries = (left: number) =>
  icu(
    "{left, plural, =0 {No try is left: ask for a new code} one {One try is left} other {# tries are left}}",
    { left },
  );

export default {
  name: "Undersigned for organizers",
  skip: "Skip to the content",
  menu: "Menu",
  console: "Console",
  signOut: "Sign out",
  times: "Lists in UTC",

  roles: {
    owner: "owner",
    organizer: "organizer",
    reviewer: "reviewer",
    exporter: "exporter",
    viewer: "viewer",
  },
  roleMeans: {
    owner: "You will see the list of people, export it, and decide who else may.",
    organizer: "You will see the list of people, review it and export it.",
    reviewer: "You will see the list of people and review it. Exports stay with others.",
    exporter: "You will see the list of people and export it.",
    viewer: "You will see the counts, and no names.",
  },

  signIn: {
    title: "Sign in",
    text: "For organizers of a campaign. We send a code to your address; you type it here.",
    email: "E-mail",
    emailHint: "The address you were invited with.",
    send: "Send me a code",
    notOrganizer: "Only people with an invitation can sign in. To sign a petition you need no account.",

    codeTitle: "Type the code",
    sentTo: (email: string) =>
      `If ${email} belongs to an organizer, a message with six digits is on its way to it.`,
    sent: "If your address belongs to an organizer, a message with six digits is on its way to it.",
    sentDelayed:
      "Your request is stored, and emails are delayed today. If your address belongs to an organizer, a message with six digits goes to it once we can send again.",
    codeDelayed:
      "The code works for 10 minutes, once, and only in this browser. If it comes too late, ask for a new one. A passkey works without an email.",
    codeHowLong:
      "It takes less than a minute. The code works for 10 minutes, once, and only in this browser.",
    code: "Code",
    codeHint: "Six digits from the message “Your sign-in code”.",
    enter: "Sign in",
    again: "No message? Look in the spam folder, or ask for a new code. An address gets at most 5 an hour.",
    crowded:
      "If others keep asking for codes with your address, we write to you once a day. The link in that message, a browser you have signed in with before, or a passkey still works.",
    sendAgain: "Send a new code",
    otherAddress: "Use another address",

    link: {
      title: "Sign in from this browser",
      text: "We send a new code to the address this link was sent to. Type it here, in this browser.",
      send: "Send me a code",
      over: "This link no longer works",
      overText:
        "It works for two days. Go to the sign-in page and ask for a code there; if others have used up yours, we send you a new link.",
      toSignIn: "Go to the sign-in page",
    },

    summary: "You are not signed in yet",
    errors: {
      "email-missing": "Write your e-mail address",
      "email-shape": "This is not one e-mail address. It looks like name@example.org",
      "code-missing": "Type the six digits from the message",
      "code-shape": "A code has six digits. Type all of them",
      "code-over":
        "This code no longer works: it was used, is older than 10 minutes, had three wrong tries, or was asked for in another browser. Ask for a new one",
      passkey: "The passkey was not accepted. Try again, or sign in with a code by e-mail",
      "invitation-over": "The invitation ran out or was used meanwhile. Ask for a new one where it came from",
      unreadable: "The form could not be read. Please send it again from this page",
    } as Record<string, string>,
    codeWrong: (left: number) => `This is not the code of the newest message. ${tries(left)}`,
  },

  invitation: {
    title: "You are invited",
    text: (campaign: string, role: string) => `To the campaign “${campaign}”, as ${role}.`,
    until: (time: string) => `The link works once, until ${time}.`,
    name: "Your name",
    nameHint: "Other organizers see it beside what you do.",
    email: "Your e-mail",
    emailHint: "We send a code to it now, and each time you sign in.",
    accept: "Accept and send me a code",
    summary: "You have not joined yet",
    used: { title: "This invitation was used", text: "It makes one organizer. If that was you, sign in." },
    expired: {
      title: "This invitation ran out",
      text: "Ask for a new one where it came from. Nothing else is lost.",
    },
    revoked: {
      title: "This invitation was taken back",
      text: "Whoever invited you has taken it back. Ask them, if you think this is a mistake.",
    },
    errors: {
      "name-missing": "Write your name",
      "name-long": "Shorten the name to 120 characters",
      "name-one-line": "Write the name on one line",
      "name-letters": "Write the name with letters",
      "name-numbers": "Take the long number out of the name",
      marks: "Take out the accents that are piled on one letter",
      "wrong-address": "This invitation is for another address. Use the one it was sent to",
    } as Record<string, string>,
  },

  campaigns: {
    title: "Your campaigns",
    none: "You belong to no campaign yet",
    noneText: "An owner of a campaign can send you an invitation. Open its link and you will find it here.",
  },

  nav: {
    people: "People",
    signatures: "Signatures",
    data: "Data",
    exports: "Exports",
    allCampaigns: "All campaigns",
    publicPage: "Public page",
  },

  errors: {
    403: {
      title: "Your role does not open this page",
      text: "You may see counts, not names or files. An owner of the campaign can give you another role.",
    },
    404: { title: "This page is not here", text: "The campaign or the page is not yours, or it was moved." },
    500: {
      title: "Something went wrong here",
      text: "This is our fault. Nothing was half done. Please try again in a minute.",
    },
    back: "Back to your campaigns",
    overview: "Back to the overview",
  },

  signatures: {
    title: "Signatures",
    export: "Export",
    states: {
      pending: "Pending",
      confirmed: "Confirmed",
      withdrawn: "Withdrawn",
      invalidated: "Invalidated",
      imported: "Imported",
      quarantined: "Held back",
      all: "All",
    },
    tabs: "By state",
    find: "Find a person",
    findHint:
      "An email address, a receipt code, or three letters or digits in a row of an address or a name.",
    findButton: "Find",
    findWhy: "What you look for is sent in the form, so it appears in no web address or log.",
    from: "Signed from",
    to: "Signed to",
    apply: "Apply",
    badDay: "A day looks like 2026-11-24. Without it the list begins and ends where it did.",
    clear: "Clear the dates",

    showing: {
      all: "Showing all signatures",
      pending: "Showing those who have not confirmed yet",
      confirmed: "Showing confirmed signatures",
      withdrawn: "Showing those taken back by their signers",
      invalidated: "Showing those that organizers took out of the count",
      imported: "Showing those brought from other lists, who have confirmed nothing here",
      quarantined: "Showing confirmed ones that wait under Review and do not count yet",
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
            "More than {shown, plural, one {# person matches} other {# people match}}. These are {shown, number} of them; more of the name narrows it down.",
            { shown },
          )
        : icu("{shown, plural, one {One person matches.} other {# people match.}}", { shown }),
    back: "Back to the list",

    columns: {
      signed: "Signed",
      name: "Name",
      email: "E-mail",
      place: "Place",
      state: "State",
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
        text: "Names appear here within a second of being sent, first as pending, then as confirmed when the person presses the button in the mail.",
        act: "Open the page people sign on",
      },
      pending: {
        title: "Nobody waits for a mail",
        text: "Whoever signs is here until they press the button in the mail. After 7 days without it the entry is deleted.",
      },
      confirmed: {
        title: "No signature is confirmed yet",
        text: "People move here from pending when they press the button in the mail.",
      },
      withdrawn: {
        title: "Nobody has taken their signature back",
        text: "Signers can withdraw on the page that their mails link to. They stay here and count no more.",
      },
      invalidated: {
        title: "No signature was invalidated",
        text: "Signatures that organizers take out of the count stay here with the reason.",
      },
      imported: {
        title: "Nobody was imported",
        text: "People of a list that came from elsewhere stand here until they confirm their signature themselves. Imports are under Imports.",
      },
      quarantined: {
        title: "No signature is held back",
        text: "Confirmed signatures that look like the work of a program wait here, and under Review with the reasons, until an organizer decides.",
      },
      dates: {
        title: "Nobody signed in these days",
        text: "The list begins and ends with the dates above. Clear them to see all of it.",
      },
      page: { title: "This page of the list is empty", text: "What stood here was taken away since." },
      found: {
        title: "Nobody matches",
        text: "Of an address or its domain the beginning is enough; of a name any three letters, with their accents. Only people of this campaign are looked through.",
      },
      tooShort: {
        title: "Please write more of it",
        text: "Type at least three letters or digits in a row of the name or the address.",
      },
    },
  },

  exports: {
    title: "Export signatures",
    text: "Makes a file while you fetch it, or one that is kept for a day. Each leaves an audit entry and a manifest.",

    presetHeading: "What the file is for",
    presetColumns: { preset: "Preset", madeFor: "Made for", columns: "Columns" },
    presets: {
      full: { name: "Full list", madeFor: "your archive and your own work" },
      delivery: { name: "Delivery list", madeFor: "the company, with the petition" },
    },

    whoHeading: "Who is in it",
    deliveryOnly: "The delivery list holds only people who agreed to have their name given to the company",
    deliveryOnlyText:
      "Confirmed signatures with the consent “deliver to company” that is in force at that moment. No address of any kind.",
    state: "States",
    states: {
      confirmed: "Confirmed",
      pending: "Pending",
      withdrawn: "Withdrawn",
      invalidated: "Invalidated",
      imported: "Imported",
      quarantined: "Held back for review",
      all: "All states",
    },
    from: "Signed from",
    to: "Signed to",
    dayHint: "Day in UTC, included",

    lookHeading: "How it will look",
    lookText:
      "One row a person, in the order of signing. CSV is RFC 4180 in UTF-8, and a cell that a spreadsheet would run as a formula gets an apostrophe before it. In a workbook every cell is text, so that nothing is run and names stay as they were written.",
    columnsOf: { full: "Columns of the full list", delivery: "Columns of the delivery list" },
    column: "Column",
    holds: "What it holds",
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
      email_opt_in: "yes when they want news",
      consent_version: "text they agreed to; empty if revoked",
      petition_version: "text they signed",
      source: "link they followed, if it said so",
      referrer: "host alone",
      status: "pending, confirmed, withdrawn, invalidated, imported, quarantined",
      exclusion_reason: "only if invalidated",
    } as Record<string, string>,
    bom: "Byte-order mark, for Excel",
    bomHint: "Without it Excel shows é as Ã©. Other programs do not need it.",

    button: "Export the list",
    summary: "Nothing was exported yet",
    errors: {
      preset: "Choose what the file is for",
      state: "Choose a state from the list",
      from: "Write the day like 2026-11-24, or leave it empty",
      to: "Write the day like 2026-11-24, not before the first, or leave it empty",
      form: "The form could not be read. Please send it again from this page",
    } as Record<string, string>,

    pastHeading: "Exports of this campaign",
    none: "None yet. Each export will stand here with who made it, when, its rows and its hash, so that a file can be checked later.",
    stateOf: {
      completed: (time: string) => `Complete, ${time}`,
      running: (time: string) => `Being made since ${time}`,
      aborted: (time: string) => `Broke off, ${time}`,
      asked: (time: string) => `Asked for, ${time}`,
    },
    abortedText: "What arrived is not the whole file. Nothing else is lost.",
    fetch: "Fetch it",
    fetchAgain: "Fetch it again",
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
      title: "This file went out already",
      text: "A file is made once, within a day, for the person who asked for it. Make a new export to have the list as it is now.",
    },
    busy: {
      title: "Three files are on their way",
      text: "More at a time would slow down the pages people sign on. Please fetch this one in a minute.",
    },
  },
};
