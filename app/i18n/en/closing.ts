import approving from "./approving.ts";
import { icu } from "./icu.ts";

/** Closing a campaign in the console, and what goes after it. */
const months = (count: number) => icu("{count, plural, one {# month} other {# months}}", { count });
const names = new Intl.ListFormat("en", { type: "disjunction" });

export default {
  nav: "Close",
  meta: "Close · Undersigned",
  title: "Close the campaign",
  text: "When it is over, it ends for good: nobody signs, pledges or writes any more, and what is personal is erased some months later. The counts stay.",
  draft: {
    title: "There is nothing to close",
    text: "This campaign was never opened. Once it is, it is closed here.",
  },
  steps: {
    title: "What happens, and when",
    rows: (day: string | null, n: number, unconfirmed: number) => [
      ["At once", "The forms for signatures, pledges and letters close. The pages stay and say so."],
      [
        `Within ${unconfirmed} days`,
        "Who signed before can still confirm. What nobody confirms is deleted, as it always is.",
      ],
      [
        day ?? `After ${months(n)}`,
        "Names, addresses, comments, letters and holdings are erased, with the mails and files that hold them.",
      ],
      [
        "For ever",
        "Counts, totals of pledges, the petition, updates and corrections stay, and so does the log with its seals. Letters that were never handed over leave the count.",
      ],
    ],
  },
  form: {
    months: "Months until what is personal is erased",
    hint: "1 to 24. Twelve is usual: long enough to answer the company and to count once more.",
    try: "Show what would happen",
  },
  dryRun: {
    title: "If you close it today",
    text: "A dry run: nothing was changed.",
    erases: (day: string) => `Erased from ${day} on`,
    caption: "What is held of people, and what becomes of it",
    columns: { what: "What", now: "Rows today", after: "Afterwards" },
    after: { gone: "erased", counted: "stays" },
    ask: "Ask for it to be closed",
    askText: (others: readonly string[]) =>
      `You prove who you are. Then it waits for ${names.format(others)} to agree; nothing changes before.`,
    askAloneText:
      "You prove who you are. As nobody else manages this campaign, you then confirm it yourself, and the log and this page say that you did so alone.",
  },
  what: {
    signatures: "Signatures, with name, address and comment",
    pledges: "Pledges, with holdings",
    letters: "Letters",
    consents: "Consents",
    mails: "Mails to people",
    paper: "Signatures on paper",
    files: "Files with people in them, of exports and imports",
    counted: "Signatures that count",
  } as Record<string, string>,
  asked: {
    title: "Waits for a second person",
    titleAlone: "Waits for your confirmation",
    by: (name: string, at: string, n: number) =>
      `${name} asked on ${at} UTC that this campaign be closed, and that what is personal be erased ${months(n)} later.`,
    somebody: "Somebody who is gone",
    heldThen: "What was held of people then:",
    approve: "Close the campaign",
    approveAlone: "Close it alone",
    approveText: "You prove who you are. Until erasing begins, it can be opened again.",
    others: (others: readonly string[]) => `Somebody else has to agree: ${names.format(others)}.`,
    withdraw: "Take it back",
    object: "Leave it open",
  },
  closed: {
    title: (day: string) => `Closed on ${day}`,
    who: (asked: string | null, approved: string | null, alone: boolean) => {
      if (approved === null) return "The operator closed it, alone, by command line.";
      return alone || asked === null
        ? `${approved} closed it alone: nobody else managed the campaign.`
        : `${asked} asked for it, ${approved} agreed.`;
    },
    erases: (day: string) => `What is personal is erased from ${day} on.`,
    erasing: "What is personal is being erased. It cannot be opened again.",
    erased: (day: string) => `What was personal was erased on ${day}. It cannot be opened again.`,
    counts: "What was held of people when it closed",
    before: "Until then",
    beforeText:
      "Organizers can still export, answer and hand over. Whoever signed can still erase themselves.",
    reopen: "Open it again",
    reopenText:
      "People can sign, pledge and write again, and the clock stops: nothing is erased before it is closed anew. You prove who you are.",
    reopenButton: "Open the campaign again",
  },
  done: {
    asked: "Asked. Nothing has changed yet.",
    withdrawn: "It stays open.",
    closed: "The campaign is closed.",
    reopened: "The campaign is open again. The clock has stopped.",
  } as Record<string, string>,
  refused: {
    unreadable: "Nothing was done: the form could not be read.",
    months: "Nothing was done: months are a whole number from 1 to 24.",
    "already-asked": "Somebody has asked for it already.",
    "not-open": "It is not open.",
    ...approving.refused,
    own: "Whoever asked cannot agree as well: somebody else who manages the campaign has to.",
    other:
      "What waits now is not what this page showed: it was taken back, and asked for anew. Read it again.",
    none: "Nothing waits any more: it was taken back, or closed.",
    "not-closed": "It is not closed.",
    erasing: "It cannot be opened again: what is personal in it is being erased, or is gone.",
  } as Record<string, string>,
  banner: {
    closed: (day: string) => `Closed. What is personal is erased from ${day} on.`,
    erased: "Closed. What was personal is erased.",
    asked: "Somebody asked that this campaign be closed.",
    link: "See more",
  },
};
