import type { Commands } from "#app/cli/old.ts";

/** Who may do what, what waits for whom, and the panic switch. */
export const team: Commands = {
  "organizer invite": {
    summary: "print a link that makes one organizer: --email E [--campaign S] [--role R]",
    load: async () => (await import("#app/cli/organizer/invite.ts")).organizerInvite,
  },
  "organizer list": {
    summary: "who belongs to it and may do what, and who is invited: --campaign S",
    load: async () => (await import("#app/cli/organizer/list.ts")).organizerList,
  },
  "organizer rights": {
    summary: "give a member other rights: --campaign S --email E --role R [--rights view,write,…]",
    load: async () => (await import("#app/cli/organizer/rights.ts")).organizerRightsCommand,
  },
  "organizer remove": {
    summary: "take a member out of the team: --campaign S --email E",
    load: async () => (await import("#app/cli/organizer/remove.ts")).organizerRemove,
  },
  "organizer uninvite": {
    summary: "take an invitation back: --campaign S --email E",
    load: async () => (await import("#app/cli/organizer-invitation.ts")).organizerUninvite,
  },
  "organizer reinvite": {
    summary: "mail an invitation again with a new link: --campaign S --email E [--days 3]",
    load: async () => (await import("#app/cli/organizer-invitation.ts")).organizerReinvite,
  },
  "organizer disable": {
    summary: "close somebody's account, in every campaign at once: --email E",
    load: async () => (await import("#app/cli/organizer-disable.ts")).organizerDisable,
  },
  "organizer enable": {
    summary: "open a closed account again: --email E",
    load: async () => (await import("#app/cli/organizer-disable.ts")).organizerEnable,
  },
  "organizer reset-second-factor": {
    summary: "take app, passkeys and codes off someone who lost them: --email E",
    load: async () => (await import("#app/cli/organizer/reset-second-factor.ts")).organizerReset,
  },
  "organizer sessions": {
    summary: "where somebody is signed in now: --email E",
    load: async () => (await import("#app/cli/organizer-sessions.ts")).organizerSessionsCommand,
  },
  "organizer sign-out": {
    summary: "end every session of somebody: --email E",
    load: async () => (await import("#app/cli/organizer-sessions.ts")).organizerSignOut,
  },
};
