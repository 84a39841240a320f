/** Public lists of people who chose to be shown. */
export default {
  signers: {
    title: "People who signed",
    titleOf: (campaign: string) => `People who signed · ${campaign}`,
    text: "These people signed and chose to be shown, the newest first. Everyone else is counted without a name.",
    footer: "People who signed",
  },
  holders: {
    heading: "Who pledged and chose to be shown",
    titleOf: (campaign: string) => `Who pledged · ${campaign}`,
    text: "These people pledged and chose to be shown, the newest first. What each of them holds and how they mean to vote is not shown.",
  },
  none: {
    heading: "Nobody is on this list yet",
    text: "It shows people who choose their initials or their name when they sign. A name appears here once it is checked.",
    sign: "Sign the petition",
  },
  olderTitle: "Earlier names",
  noneOlder: "There are no earlier names.",
  older: "Earlier names",
  newest: "Newest names",
  leave: {
    text: "Are you on this list? Choose “Hide me” on your own page, and your name is gone from here within a minute.",
    link: "Email me the link to my page",
  },
};
