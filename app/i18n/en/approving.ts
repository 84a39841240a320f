/** Shown during a freeze with what waits for approval. */
const frozen = "The campaign is frozen: nothing can be approved, sent or resumed until the freeze is lifted.";

/** Why someone with the right to approve cannot yet, wherever two people are needed. */
const refused = {
  frozen: "Nothing was done: the campaign is frozen. Lift the freeze first.",
  new: "You got the right to approve less than two days ago, so your approval does not count yet.",
  newcomer: "The person who asked joined the team less than two days ago, so you cannot approve it yet.",
  lost: "Someone lost the right to approve within the last seven days, so nobody can approve alone yet.",
} as Record<string, string>;

/** To those who cannot approve a record, of a reply or of a handover. */
export const ofRecorded = {
  own: (names: readonly string[]) =>
    names.length === 0
      ? "You recorded it, so someone else must approve it."
      : `You recorded it, so someone else must approve it: ${names.join(", ")}.`,
  noRight: "Your role cannot approve. An owner or organizer of the campaign can.",
};

export default {
  refused,
  frozen,
  new: (time: string) =>
    `You got the right to approve less than two days ago. Your approval counts from ${time} UTC.`,
  newcomer:
    "The person who asked, or edited last, joined less than two days ago. You can approve once they have been here two days, or once someone else asks.",
  lost: (time: string) =>
    `You contributed to it, and someone else lost the right to approve within the last seven days. You can approve alone from ${time} UTC. A new approver counts after two days; the operator can approve anytime.`,
};
