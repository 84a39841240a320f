/** Why somebody with the right cannot approve yet, wherever two people are needed. */
const refused = {
  new: "You have that right for less than two days, so your word does not count as a second one yet.",
  lost: "Somebody who could approve lost that right within the last seven days, so nobody approves alone yet.",
} as Record<string, string>;

export default {
  refused,
  new: (time: string) =>
    `You got the right to approve less than two days ago. So that nobody becomes a second person to themselves, your word counts from ${time} UTC on.`,
  lost: (time: string) =>
    `You had a hand in it, and whoever else could approve lost that right within the last seven days. So that nobody makes themselves the only one, you can approve alone from ${time} UTC on. Whoever gets the right counts two days later; the operator can approve at any time.`,
};
