/** While the panic switch is on, beside what would go. */
const frozen =
  "The campaign is frozen: nothing is approved, sent or let go on until that is lifted, so that nothing begins by itself at that moment.";

/** Why somebody with the right cannot approve yet, wherever two people are needed. */
const refused = {
  frozen:
    "It was not done: the campaign is frozen. Nothing is approved, sent or let go on until that is lifted.",
  new: "You have that right for less than two days, so your word does not count as a second one yet.",
  newcomer:
    "Whoever asked for it is in the team for less than two days, so what they ask for does not count as asked by another person yet.",
  lost: "Somebody who could approve lost that right within the last seven days, so nobody approves alone yet.",
} as Record<string, string>;

/** What who cannot approve what was recorded reads, of answers of the company and of handing-over alike. */
export const ofRecorded = {
  own: (names: readonly string[]) =>
    names.length === 0
      ? "You recorded it, so somebody else approves it."
      : `You recorded it, so somebody else approves it: ${names.join(", ")}.`,
  noRight: "Your role does not approve. An owner or an organizer of the campaign does.",
};

export default {
  refused,
  frozen,
  new: (time: string) =>
    `You got the right to approve less than two days ago. So that nobody becomes a second person to themselves, your word counts from ${time} UTC on.`,
  newcomer:
    "Whoever asked for it, or changed it last, is in the team for less than two days. So that nobody becomes a second person to themselves, their word and yours are not two yet. You can approve it once they are in the team for two days, or once somebody else has asked for it.",
  lost: (time: string) =>
    `You had a hand in it, and whoever else could approve lost that right within the last seven days. So that nobody makes themselves the only one, you can approve alone from ${time} UTC on. Whoever gets the right counts two days later; the operator can approve at any time.`,
};
