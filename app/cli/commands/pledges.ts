import type { Commands } from "#app/cli/old.ts";

const list = () => import("#app/cli/pledge-list.ts");
const check = () => import("#app/cli/pledge-check.ts");

/** Pledges of shareholders, and those of them who would co-file. */
export const pledges: Commands = {
  "pledge list": {
    summary:
      "pledges for a meeting, newest first: --campaign S [--year Y] [--state active|waiting|…] [--level L] [--older ID]",
    load: async () => (await list()).pledgeList,
  },
  "pledge find": {
    summary: "pledges by their holder's address or a part of the name: --campaign S --for T|- [--year Y]",
    load: async () => (await import("#app/cli/find.ts")).pledgeFind,
  },
  "pledge show": {
    summary: "one pledge, and what is held by it: --campaign S --pledge ID [--holding]",
    load: async () => (await list()).pledgeShow,
  },
  "pledge papers": {
    summary:
      "record what was seen of a holding: --campaign S --pledge ID --from LEVEL --to document_checked|broker_letter|email_confirmed",
    load: async () => (await check()).pledgePapers,
  },
  "pledge review": {
    summary: "end the wait of one over ten million shares: --campaign S --pledge ID --accept yes|no",
    load: async () => (await check()).pledgeReview,
  },
  "co-filer list": {
    summary:
      "who would co-file and may be written to: --campaign S [--year Y] [--state interested|documents_asked|received|accepted|declined] [--after PLACE]",
    load: async () => (await check()).coFilerList,
  },
  "co-filer move": {
    summary: "move one by a step: --campaign S --pledge ID --from STATE --to STATE",
    load: async () => (await check()).coFilerMove,
  },
};
