export default {
  /** What stands on every page, mail and PDF of the flow, word for word. The last one links to who that is. */
  disclosures: (company: string): readonly string[] => [
    "This pledge is not a proxy. Nobody votes for you. It is a statement of intention, not binding, and you can withdraw it at any time.",
    "You vote your own shares, through your own broker. We cannot vote for you.",
    "Do not send us your proxy card, control number or login. No field here takes them.",
    "Holdings are self-reported: they are what holders tell us.",
    "Nothing here is investment or legal advice.",
    `We are not affiliated with ${company}.`,
    "Who runs and funds this site is named at the foot of its pages.",
  ],
  disclosuresHeading: "What this pledge is",
};
