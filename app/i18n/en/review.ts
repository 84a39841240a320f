import approving, { alone } from "./approving.ts";
import { icu } from "./icu.ts";

const numbers = new Intl.NumberFormat("en-US");

const reasons: Record<string, string> = {
  honeypot: "Filled in a hidden field",
  unproved: "Skipped the challenge",
  disposable: "Throwaway address",
  alias: "One mailbox under many spellings",
  series: "Numbered addresses",
  name: "Repeated name",
  block: "Many from one network",
  domain: "Many from one email domain",
  cadence: "Regular intervals",
  quick: "Confirmed too fast for a person",
  random: "Random-looking address",
  language: "Browser in another language",
};

const approvedBy = (name: string | null, isAlone: boolean) => {
  if (isAlone) return ", approved alone after confirming identity";
  return name ? `, approved by ${name}` : "";
};

/** Review of suspicious signatures. */
export default {
  nav: "Review",
  title: "Signatures on hold",
  text: "Signatures that look automated count only if you keep them. Signers see no difference, and nothing is deleted.",
  tabs: "Signatures by decision",
  states: { queued: "To decide", kept: "Kept", invalidated: "Invalidated" },
  explains: {
    queued: "None of these counts yet. The most suspicious come first.",
    kept: "An organizer kept these, so they count.",
    invalidated: "An organizer invalidated these, so they don’t count. You can still keep them.",
  },
  many: (atMost: number) => `${numbers.format(atMost)}+`,
  filter: { reason: "Main reason", any: "Any reason", show: "Filter the list" },
  caption: "Signatures on hold",
  columns: { what: "Signer", reasons: "Reasons", when: "Signed" },
  choose: (name: string) => `Choose ${name}`,
  reasons,
  score: (score: number) => `suspicion score ${score}`,
  from: (source: string) => `from ${source}`,
  decisions: { keep: "Keep", invalidate: "Invalidate" },
  decisionHints: {
    keep: "A person signed, and it counts from now on.",
    invalidate: "Not a real signature: it doesn’t count, and the signer is not notified.",
  },
  chooseFirst: "Choose at least one signature.",
  tooMany: (atMost: number) =>
    `Nothing changed: one person can invalidate ${numbers.format(atMost)} signatures in 24 hours. For more, use “Invalidate matching signatures” above; it needs approval and a public note.`,
  done: (count: number, decision: string) =>
    icu(
      "{count, plural, one {# signature} other {# signatures}} {decision, select, keep {kept} other {invalidated}}.",
      { count, decision },
    ),
  doneNone: "Nothing changed: someone else decided first, or the signer withdrew.",
  undone: (count: number) =>
    icu("{count, plural, one {# signature} other {# signatures}} restored.", { count }),
  tooLate: "Can’t be undone: ten minutes have passed, or the signer withdrew.",
  by: (name: string | null, at: string) => (name === null ? `The operator, ${at}` : `${name}, ${at}`),
  next: "Next page",
  first: "First page",
  empty: {
    queued: { title: "Nothing on hold", text: "Suspicious signatures appear here within seconds." },
    kept: { title: "Nothing kept yet", text: "Signatures you keep appear here." },
    invalidated: { title: "Nothing invalidated yet", text: "Signatures you invalidate appear here." },
  },
  bulk: {
    title: "Invalidate matching signatures",
    link: "Invalidate matching signatures",
    text: "For many automated signatures that share something. You preview the matches, someone else approves, and you can undo it. Later signatures are not affected.",
    back: "Back to signatures on hold",
    reasons,
    names: {
      reason: "Reason:",
      domain: "Domain:",
      country: "Country:",
      source: "Source:",
      from: "From",
      to: "Until",
    } as Record<string, string>,
    reason: "Reason found",
    any: "Any or none",
    block: "Network",
    blockHint: "Networks behind most signatures on hold, per day, without addresses, for seven days.",
    anyNetwork: "Any",
    blockOf: (day: string, count: number) => `one network on ${day}, ${numbers.format(count)} on hold`,
    blockMeant: "One network on one day",
    blockGone: "One network on one day; its data is deleted, so nothing matches",
    anyCountry: "Any",
    fields: {
      domain: "Email domain, such as example.org or .example.org",
      country: "Country",
      source: "Link source",
      from: "Signed from (UTC)",
      to: "Signed until (UTC)",
    },
    note: "Public note",
    noteHint:
      "If filled in, shown under corrections on the campaign’s page when done, with the number in place of {count}.",
    noted: (note: string) => `Public note: “${note}”`,
    noteDefault: "Automated signatures removed from the count: {count}.",
    preview: "Preview matches",
    matched: (count: number) =>
      icu("{count, plural, one {# signature matches} other {# signatures match}} all conditions.", { count }),
    matchedMany: "Too many to count now. They are counted before anyone can approve.",
    newest: "The newest matches:",
    noSample: "Too many matches to show an example.",
    askMany: "Request to invalidate all",
    ask: (count: number) =>
      icu("Request to invalidate {count, plural, one {# signature} other {# signatures}}", { count }),
    asked: "History",
    none: "Nothing requested yet.",
    number: (number: number) => `Number ${number}`,
    states: {
      counting: "is being counted",
      asked: "awaits approval",
      expired: "was not approved in time: request it again",
      running: "is running",
      done: "is done",
      cancelled: "was stopped",
      undoing: "is being undone",
      undone: "was undone",
    },
    progress: (done: number, of: number) => `${numbers.format(done)} of ${numbers.format(of)} invalidated`,
    by: (asked: string | null, approved: string | null, isAlone: boolean) =>
      `Requested by ${asked ?? "the operator"}${approvedBy(approved, isAlone)}.`,
    approve: "Approve the invalidation",
    own: (names: readonly string[]) => `You requested it, so someone else must approve: ${names.join(", ")}.`,
    noRight: "You don’t have the right to approve this.",
    alone: { text: alone, approve: "Approve it alone" },
    undoBy: (name: string) => `Undone by ${name}.`,
    cancel: "Stop the invalidation",
    undo: "Undo the invalidation",
    done: {
      asked: "Requested. Someone else must approve it here.",
      approved: "Approved. It starts in a moment.",
      cancel: "Stopped.",
      undo: "The undo starts in a moment.",
    } as Record<string, string>,
    errors: {
      unreadable: "The form could not be read: check the conditions.",
      "bulk-nothing": "Give at least one condition; otherwise everyone would match.",
      "bulk-country": "No country has these two letters.",
      nothing: "No signature matches.",
      "note-braces": "Write {count} where the number belongs, and no other braces.",
      ...approving.refused,
      own: "You requested it: someone else must approve it.",
      "other-number": "The number of matches changed: check it again.",
      "not-now": "Too late for that: see its current state.",
      gone: "It doesn’t exist, or you don’t have the right.",
    } as Record<string, string>,
  },
};
