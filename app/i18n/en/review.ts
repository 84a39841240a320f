import approving from "./approving.ts";
import { icu } from "./icu.ts";

const numbers = new Intl.NumberFormat("en-GB");

const reasons: Record<string, string> = {
  honeypot: "Filled a field that people do not see",
  unproved: "Skipped the check that was asked for",
  disposable: "Throwaway address",
  alias: "One mailbox spelled many ways",
  series: "Addresses that count up",
  name: "One name again and again",
  block: "Many from one network",
  domain: "Many at one mail domain",
  cadence: "Came like clockwork",
  quick: "Confirmed faster than a hand can",
  random: "Address typed by chance",
  language: "Browser in another language",
};

/** The look at signatures that may be the work of a program. */
export default {
  nav: "Review",
  title: "Signatures that are held back",
  text: "The program compares signatures with one another and holds back what looks made up. They do not count until you have looked; their signers see and are mailed what everybody is. Nothing is deleted.",
  tabs: "Signatures by what was decided",
  states: { queued: "To decide", kept: "Kept", invalidated: "Invalid" },
  explains: {
    queued: "None of these counts. The heaviest reason stands first.",
    kept: "An organizer looked and kept them: they count like all others.",
    invalidated: "An organizer found them made up. They count no more, and can be kept after all.",
  },
  many: (atMost: number) => `${numbers.format(atMost)}+`,
  filter: { reason: "Mainly because of", any: "Any reason", show: "Show" },
  caption: "Signatures that are held back",
  columns: { what: "Signer", reasons: "What looks made up", when: "Signed" },
  choose: (name: string) => `Choose ${name}`,
  reasons,
  score: (score: number) => `weight ${score}`,
  from: (source: string) => `from ${source}`,
  decisions: { keep: "Keep", invalidate: "Invalidate" },
  decisionHints: {
    keep: "A person signed. It counts from now on.",
    invalidate: "It was made up. It counts no more; its signer gets no mail about it.",
  },
  chooseFirst: "Choose at least one signature.",
  tooMany: (atMost: number) =>
    `One person invalidates at most ${numbers.format(atMost)} in 24 hours. Nothing was changed. For more, use “Invalidate many by conditions” above: a second person approves it, and the public is told.`,
  done: (count: number, decision: string) =>
    icu(
      "{count, plural, one {# signature} other {# signatures}} {decision, select, keep {kept} other {invalidated}}.",
      { count, decision },
    ),
  doneNone: "Nothing was changed: somebody has decided already, or the signer has withdrawn.",
  undone: (count: number) =>
    icu("{count, plural, one {# signature is} other {# signatures are}} as before.", { count }),
  tooLate: "It can no longer be undone: it was more than ten minutes ago, or the signer has withdrawn.",
  by: (name: string | null, at: string) => (name === null ? `The operator, ${at}` : `${name}, ${at}`),
  next: "Next page",
  first: "First page",
  empty: {
    queued: {
      title: "Nothing is held back",
      text: "Signatures are looked at within seconds. What looks made up stands here, with the reasons.",
    },
    kept: { title: "Nothing was kept yet", text: "Signatures that you keep stand here." },
    invalidated: {
      title: "Nothing was invalidated",
      text: "Signatures that you invalidate stand here, and can be kept after all.",
    },
  },
  bulk: {
    title: "Invalidate by conditions",
    link: "Invalidate many by conditions",
    text: "For a wave of made-up signatures that can be told by what they share. You see how many are meant and some of them; somebody else approves; it runs in slices, can be stopped, and undone as a whole. Signatures that come later are not touched.",
    back: "To what is held back",
    reasons,
    names: {
      reason: "Reason:",
      domain: "Domain:",
      country: "Country:",
      source: "Source:",
      from: "From",
      to: "Until",
    } as Record<string, string>,
    reason: "A reason the program found",
    any: "Any or none",
    block: "Network",
    blockHint:
      "Those that most of what is held back came from, a day each. Their addresses are not known here: only which signatures share one, for seven days.",
    anyNetwork: "Any",
    blockOf: (day: string, held: number) => `one network on ${day}, ${numbers.format(held)} held back`,
    blockMeant: "One network of one day",
    blockGone: "One network of one day, whose traces are deleted: it meets nobody any more",
    anyCountry: "Any",
    fields: {
      domain: "Mail domain, such as example.org",
      country: "Country",
      source: "Source tag of their link",
      from: "Signed from (UTC)",
      to: "Signed until (UTC)",
    },
    note: "What the public reads",
    noteHint:
      "It stands among the corrections of the campaign’s page once it is done; {count} stands for how many. If left empty, nothing is written.",
    noted: (note: string) => `Note to the public: “${note}”`,
    noteDefault: "Signatures that a program had made up, taken out of the count: {count}.",
    preview: "Show who is meant",
    matched: (count: number) =>
      icu("{count, plural, one {# signature meets} other {# signatures meet}} all of this.", { count }),
    matchedMany:
      "Many meet all of this, more than are counted while you wait. The worker counts them before anybody can approve.",
    newest: "The newest of them:",
    noSample: "Some of them cannot be shown: they are hard to find among so many.",
    askMany: "Ask for all of them to be invalidated",
    ask: (count: number) =>
      icu("Ask for {count, plural, one {# signature} other {# signatures}} to be invalidated", { count }),
    asked: "Asked and done",
    none: "Nothing was asked for yet.",
    number: (number: number) => `Number ${number}`,
    states: {
      counting: "is being counted",
      asked: "waits for a second person",
      expired: "was not approved in time: ask for it again",
      "undo-asked": "is to be undone, and waits for a second person",
      running: "is under way",
      done: "is done",
      cancelled: "was stopped",
      "undo-approved": "is to be undone, which begins in a moment",
      undoing: "is being undone",
      undone: "was undone",
    },
    progress: (done: number, of: number) => `${numbers.format(done)} of ${numbers.format(of)} invalidated`,
    by: (asked: string | null, approved: string | null, alone: boolean) =>
      `Asked for by ${asked ?? "the operator"}${alone ? ", and approved alone after a proof" : approved ? `, approved by ${approved}` : ""}.`,
    approve: "Approve",
    own: (names: readonly string[]) => `You asked for it, so somebody else approves: ${names.join(", ")}.`,
    noRight: "Somebody with the right to approve has to.",
    alone: {
      text: "You are the only one who can approve. You prove once more who you are; that you approved alone is recorded and shown.",
      approve: "Approve it alone",
    },
    undoBy: (asked: string, approved: string | null, alone: boolean) =>
      `${asked} asked that it be undone${alone ? ", and approved it alone after a proof" : approved ? `, approved by ${approved}` : ""}.`,
    undoing: {
      approve: "Approve that it is undone",
      alone: {
        text: "You are the only one who can approve. You prove once more who you are; that you approved alone is recorded and shown.",
        approve: "Approve alone that it is undone",
      },
    },
    cancel: "Stop",
    undo: "Undo all of it",
    withdrawUndo: "Do not undo it",
    done: {
      asked: "It was asked for. Somebody else approves it here.",
      approved: "It is approved and begins in a moment.",
      cancel: "It is stopped.",
      undo: "It is undone in a moment.",
      "undo-withdrawn": "It is not undone: what was invalidated stays so.",
      "undo-waits": "It was asked for. Somebody else approves here that it is undone.",
    } as Record<string, string>,
    errors: {
      unreadable: "The form could not be read: look at the conditions again.",
      "bulk-nothing": "Give at least one condition: else it would be everybody.",
      "bulk-country": "There is no country of these two letters.",
      nothing: "Nobody meets all of this.",
      "note-braces":
        "The note has braces that nothing is filled in for. Write {count} where the number belongs, and no other braces.",
      ...approving.refused,
      own: "You asked for it: somebody else approves it.",
      "other-number": "Another number meets it than this page showed: look at it again.",
      "not-now": "It is past that: look at where it stands.",
      gone: "It is not there, or you have not the right.",
    } as Record<string, string>,
  },
};
