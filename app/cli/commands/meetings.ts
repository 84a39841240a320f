import type { Commands } from "#app/cli/old.ts";

/** The company's meetings, its figures and the rule. */
export const meetings: Commands = {
  "meeting list": {
    summary: "the meetings of the company: --campaign S",
    load: async () => (await import("#app/cli/meeting-list.ts")).meetingList,
  },
  "meeting set": {
    summary:
      "store what is known of one: --campaign S --year Y [--new] --set record_date=DAY … [--checked]: it stands so in the source",
    load: async () => (await import("#app/cli/meeting-set.ts")).meetingSet,
  },
  "meeting feature": {
    summary: "take pledges for one: --campaign S --year Y",
    load: async () => (await import("#app/cli/meeting-set.ts")).meetingFeature,
  },
  "item list": {
    summary: "the proposals at a meeting: --campaign S --year Y",
    load: async () => (await import("#app/cli/meeting-list.ts")).itemList,
  },
  "item set": {
    summary: "store what is known of one: --campaign S --year Y [--item ID] --set votes_for=N … [--checked]",
    load: async () => (await import("#app/cli/meeting-set.ts")).itemSet,
  },
  "figures add": {
    summary:
      "add figures of the company: --campaign S --set shares_outstanding=N --set as_of=DAY … [--checked]",
    load: async () => (await import("#app/cli/figures-add.ts")).figuresAdd,
  },
  "rule set": {
    summary: "store what Rule 14a-8 asks: --campaign S --set dollars_1=N --set years_1=N … [--checked]",
    load: async () => (await import("#app/cli/figures-add.ts")).ruleSet,
  },
};
