/** Shown during a freeze with what waits for approval. */
const frozen = "The campaign is frozen: nothing can be approved, sent or resumed until the freeze is lifted.";

/** Why someone with the right to approve cannot yet, where two people are needed. */
const refused = {
  frozen: "Nothing was done: the campaign is frozen. Lift the freeze first.",
  new: "You got the right to approve less than two days ago, so your approval does not count yet.",
  asker: "The person who asked for this no longer has the right to. Withdraw it and ask again.",
  newcomer: "The person who asked joined less than two days ago, so you cannot approve it yet.",
  "cannot-open": "Not approved: you lack the right to open it.",
  lost: "Another approver was removed less than 7 days ago, so you can’t approve your own work yet.",
} as Record<string, string>;

const anyOf = (names: readonly string[]) =>
  new Intl.ListFormat("en", { type: "disjunction" }).format([...names]);

const giversOf = (names: readonly string[]) => (names.length === 0 ? "The operator" : anyOf(names));

/** To the only person who can approve. */
export const alone = "Nobody else can approve. Confirm it’s you; the log shows that you approved it alone.";

const noRight = "Your role cannot approve. An owner or organizer of the campaign can.";

/** To those who cannot approve an update or a dispatch. */
export const ofWritten = {
  own: (names: readonly string[]) =>
    names.length === 0
      ? "You submitted it or edited it last, and nobody else can approve it."
      : `You submitted it or edited it last, so someone else must approve it: ${anyOf(names)}.`,
  noRight,
  deadlock:
    "One of you submitted it, the other edited it last, so neither can approve. Withdraw it, and let the last editor submit it.",
};

/** Why nothing became of an update or a dispatch. */
export const refusedWritten = {
  "not-draft": "It is already submitted or sending. This page shows it now.",
  "not-submitted": "It no longer waits for approval. This page shows it now.",
  own: "You submitted it or edited it last, so another organizer must approve it.",
  "not-sending": "Nothing to pause: it was not sending.",
  "not-paused": "Nothing to resume: it was not paused.",
  over: "It has already ended.",
};

/** To those who cannot approve a record, of a reply or of a handover. */
export const ofRecorded = {
  own: (names: readonly string[]) =>
    names.length === 0
      ? "You recorded it, so someone else must approve it."
      : `You recorded it, so someone else must approve it: ${names.join(", ")}.`,
  noRight,
};

export default {
  alone,
  noRight,
  refused,
  frozen,
  cannotOpen: (right: string, gives: readonly string[]) =>
    `You also need the right “${right}”. ${giversOf(gives)} can give it.`,
  noneOpens: (right: string, lack: readonly string[], gives: readonly string[]) =>
    `Nobody else can open and approve this. ${giversOf(gives)} can give ${anyOf(lack)} the right “${right}”.`,
  new: (time: string) =>
    `You got the right to approve less than two days ago. Your approval counts from ${time} UTC.`,
  newcomer:
    "New members’ requests can’t be approved for two days. Wait until then, or have someone else ask.",
  lost: (time: string) =>
    `You can’t approve your own work yet: another approver was removed less than 7 days ago. Try again after ${time} UTC, or ask the operator. A new approver counts after two days.`,
};
