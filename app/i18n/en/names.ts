/** Public lists of people who chose to be shown. */
export default {
  signers: {
    title: "People who signed",
    titleOf: (campaign: string) => `People who signed · ${campaign}`,
    text: "Signers who chose to be shown, newest first. Everyone else is counted without a name.",
    footer: "People who signed",
  },
  holders: {
    heading: "Public pledges",
    titleOf: (campaign: string) => `Who pledged · ${campaign}`,
    text: "Shareholders who chose to be shown, newest first. Their holdings and votes stay private.",
  },
  none: {
    heading: "No names here yet",
    text: "People who choose to show their initials or name appear here after a check.",
    sign: "Sign the petition",
  },
  olderTitle: "Earlier names",
  noneOlder: "No earlier names.",
  older: "Earlier names",
  newest: "Newest names",
  leave: {
    text: "To be removed, choose “Hide my name” on your page. It takes less than a minute.",
    link: "Email me the link to my page",
  },
};
