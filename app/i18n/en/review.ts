const plural = (count: number, one: string, many: string) => `${count === 1 ? one : many}`;
const numbers = new Intl.NumberFormat("en-GB");
const counted = (count: number, one: string, many: string) =>
  `${numbers.format(count)} ${plural(count, one, many)}`;

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
  filter: { reason: "Mainly because of", any: "any reason", show: "Show" },
  caption: "Signatures that are held back",
  columns: { signer: "Signer", reasons: "What looks made up", signed: "Signed" },
  choose: (name: string) => `Choose ${name}`,
  chooseAll: "Choose all on this page",
  reasons: {
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
  } as Record<string, string>,
  score: (score: number) => `weight ${score}`,
  from: (source: string) => `from ${source}`,
  decisions: { keep: "Keep", invalidate: "Invalidate" },
  decisionHints: {
    keep: "A person signed. It counts from now on.",
    invalidate: "It was made up. It counts no more; its signer gets no mail about it.",
  },
  keys: "Keys, while the list has the focus: j and k go down and up, x chooses, y keeps, n invalidates, z undoes.",
  chooseFirst: "Choose at least one signature.",
  unreadable: "The form could not be read: try again.",
  done: (count: number, decision: "keep" | "invalidate") =>
    `${counted(count, "signature", "signatures")} ${decision === "keep" ? "kept" : "invalidated"}.`,
  doneNone: "Nothing was changed: somebody has decided already, or the signer has withdrawn.",
  undo: "Undo",
  undoHint: "Works for ten minutes.",
  undone: (count: number) => `${counted(count, "signature is", "signatures are")} as before.`,
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
};
