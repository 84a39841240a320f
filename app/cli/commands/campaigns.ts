import type { Commands } from "#app/cli/command.ts";

/** Campaigns, from the first draft to the end. */
export const campaigns: Commands = {
  "campaign list": {
    summary: "every campaign, with its state, signatures and organizers",
    load: async () => (await import("#app/cli/campaign/list.ts")).campaignList,
  },
  "campaign create": {
    summary: "begin one as a copy of another: --from S --slug T --name N",
    load: async () => (await import("#app/cli/campaign/create.ts")).campaignCreate,
  },
  "campaign open": {
    summary: "let everybody read and sign one that is a draft: --campaign S",
    load: async () => (await import("#app/cli/campaign/open.ts")).campaignOpen,
  },
  "campaign status": {
    summary: "how it goes, and what is late: --campaign S",
    load: async () => (await import("#app/cli/campaign/status.ts")).campaignStatus,
  },
  "campaign set": {
    summary:
      "who stands behind it: --campaign S [--operator T] [--postal-address T] [--contact-email E] [--privacy-contact E] [--funding-line T]",
    load: async () => (await import("#app/cli/campaign/set.ts")).campaignSet,
  },
  "campaign close": {
    summary:
      "end it for good, what is personal goes later: --campaign S [--retention-months N] [--dry-run], or --withdraw what was asked for",
    load: async () => (await import("#app/cli/campaign/close.ts")).campaignClose,
  },
  "campaign reopen": {
    summary: "open a closed one again, before anything is erased: --campaign S",
    load: async () => (await import("#app/cli/campaign/reopen.ts")).campaignReopen,
  },
};
