import approving from "./approving.ts";
import { icu } from "./icu.ts";

/** Closing a campaign in the console, and what goes after it. */
const months = (count: number) => icu("{count, plural, one {# month} other {# months}}", { count });
const names = new Intl.ListFormat("en", { type: "disjunction" });

export default {
  nav: "Close campaign",
  meta: "Close · Undersigned",
  title: "Close the campaign",
  text: "Closing ends signing, pledging and letter writing. Personal data is erased some months later. The counts stay.",
  draft: { title: "Nothing to close yet", text: "This campaign was never opened." },
  steps: {
    title: "What happens, and when",
    rows: (day: string | null, n: number, unconfirmed: number) => [
      ["Immediately", "The forms close; the pages stay and say so."],
      [
        `Within ${unconfirmed} days of our email`,
        "People who signed before can still confirm. Unconfirmed signatures are deleted.",
      ],
      [
        day ?? `After ${months(n)}`,
        "Names, addresses, comments, letters and holdings are erased, with the emails and files that hold them.",
      ],
      [
        "Permanently",
        "Counts, pledge totals, the petition, updates, corrections and the audit log stay. Letters never delivered leave the count.",
      ],
    ],
  },
  form: {
    months: "Months until personal data is erased",
    hint: "From 1 to 24, where 12 leaves time to answer the company and count again.",
    try: "Preview closing",
  },
  dryRun: {
    title: "If you close it today",
    text: "Dry run: nothing was changed.",
    erases: (day: string) => `Erased from ${day} on`,
    caption: "Personal data held, and what happens to it",
    columns: { what: "What", now: "Rows today", after: "Afterwards" },
    after: { gone: "erased", counted: "stays" },
    ask: "Ask for approval",
    askText: (others: readonly string[]) =>
      `Confirm it’s you. Then ${names.format(others)} must approve; nothing changes before that.`,
    askAloneText:
      "Nobody else manages this campaign, so you approve it yourself. Confirm it’s you; the log and this page say so.",
  },
  what: {
    signatures: "Signatures, with name, address and comment",
    pledges: "Pledges, with holdings",
    letters: "Letters",
    consents: "Consents",
    mails: "Emails to people",
    paper: "Signatures on paper",
    files: "Export and import files with personal data",
    counted: "Signatures that count",
  } as Record<string, string>,
  asked: {
    title: "Needs a second person’s approval",
    titleAlone: "Needs your confirmation",
    by: (name: string, at: string, n: number) =>
      `${name} asked on ${at} UTC to close this campaign and erase personal data ${months(n)} later.`,
    somebody: "A former member",
    heldThen: "Personal data held at that time:",
    approve: "Close the campaign",
    approveAlone: "Close it alone",
    approveText: "Confirm it’s you. You can reopen the campaign until erasing begins.",
    others: (others: readonly string[]) => `Someone else must approve: ${names.format(others)}.`,
    withdraw: "Withdraw the request",
    object: "Keep it open",
  },
  closed: {
    title: (day: string) => `Closed on ${day}`,
    who: (asked: string | null, approved: string | null, alone: boolean) => {
      if (approved === null) return "The operator closed it alone, from the command line.";
      return alone || asked === null
        ? `${approved} closed it alone: nobody else managed the campaign.`
        : `${asked} asked, ${approved} approved.`;
    },
    erases: (day: string) => `Personal data is erased from ${day} on.`,
    erasing: "Personal data is being erased. The campaign cannot be reopened.",
    erased: (day: string) => `Personal data was erased on ${day}. The campaign cannot be reopened.`,
    counts: "Personal data held at closing",
    before: "Until then",
    beforeText: "Organizers can still export, answer and hand over. Signers can still erase their data.",
    reopen: "Reopen the campaign",
    reopenText:
      "People can sign, pledge and write again. Nothing is erased until it is closed again. Confirm it’s you.",
    reopenButton: "Reopen the campaign",
  },
  done: {
    asked: "Closing requested. Nothing has changed yet.",
    withdrawn: "The campaign stays open.",
    closed: "The campaign is closed.",
    reopened: "The campaign is open again. Erasing is off.",
  } as Record<string, string>,
  refused: {
    unreadable: "Nothing was done: the form could not be read.",
    months: "Nothing was done: enter a whole number of months from 1 to 24.",
    "already-asked": "Someone has already requested closing.",
    "not-open": "The campaign is not open.",
    ...approving.refused,
    own: "You requested it, so someone else who manages the campaign must approve.",
    other: "This request was replaced after you opened this page. Read the new one.",
    none: "The request was withdrawn, or the campaign is closed.",
    "not-closed": "The campaign is not closed.",
    erasing: "The campaign cannot be reopened: its personal data is being erased, or is gone.",
  } as Record<string, string>,
  banner: {
    closed: (day: string) => `Closed. Personal data is erased from ${day} on.`,
    erased: "Closed. Personal data is erased.",
    asked: "Someone asked to close this campaign.",
    link: "See the details",
  },
};
