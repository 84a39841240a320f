import { checkPapers } from "#app/domain/entries/pledges/check-papers.server.ts";
import { coFilerStates } from "#app/domain/entries/pledges/co-filer.ts";
import { listCoFilers } from "#app/domain/entries/pledges/list-co-filers.server.ts";
import { checkedLevels, verifications } from "#app/domain/entries/pledges/pledge.ts";
import { reviewPledge } from "#app/domain/entries/pledges/review-pledge.server.ts";
import { setCoFiler } from "#app/domain/entries/pledges/set-co-filer.server.ts";
import { noteLook } from "#app/domain/record/note-look.server.ts";
import { words } from "#app/i18n/index.ts";
import { CommandFailed, exitCodes, tell, UsageError } from "./old.ts";
import { idOf, onCampaign, oneOf } from "./on-campaign.ts";
import { meetingOf, yearIfGiven } from "./pledge-list.ts";
import { table } from "./table.ts";

const text = { type: "string" } as const;
const pledgeOf = (given: string | undefined) => idOf(given, "pledge", "pledge list");
const undone = (outcome: string) =>
  new CommandFailed(
    words("en").pledgeList.one.undone[outcome] ?? "There is no such pledge: see `pledge list`.",
  );

/** Records what was seen of a holding, as a level; `email_confirmed` takes it back. `--from`: the level as it was read. */
export const pledgePapers = onCampaign(
  "pledge papers",
  { pledge: text, from: text, to: text },
  ({ pledge, from, to }) => ({
    publicId: pledgeOf(pledge),
    seen: oneOf(verifications, from, "from"),
    level: oneOf([...checkedLevels, "email_confirmed"] as const, to, "to"),
  }),
  async ({ opened: { db, env }, json, scope }, wanted) => {
    const { outcome } = await checkPapers(db, env.keys, { scope, ...wanted });
    if (outcome !== "recorded") throw undone(outcome);
    tell(json, { outcome, level: wanted.level }, `The level is ${wanted.level}. The totals moved with it.`);
    return exitCodes.done;
  },
);

/** Ends the wait of a pledge over ten million shares. */
export const pledgeReview = onCampaign(
  "pledge review",
  { pledge: text, accept: text },
  ({ pledge, accept }) => ({
    publicId: pledgeOf(pledge),
    accept: oneOf(["yes", "no"], accept, "accept") === "yes",
  }),
  async ({ opened: { db, env }, json, scope }, wanted) => {
    const { outcome } = await reviewPledge(db, env.keys, { scope, ...wanted });
    if (outcome !== "accepted" && outcome !== "not-accepted") throw undone(outcome);
    tell(json, { outcome }, words("en").pledgeList.one.done[outcome] ?? outcome);
    return exitCodes.done;
  },
);

/** Who is willing to co-file and agreed to be written to about it, in one state, those who waited longest first. */
export const coFilerList = onCampaign(
  "co-filer list",
  { year: text, state: text, after: text },
  ({ year, state, after }) => {
    const [publicId = "", since = ""] = (after ?? "").split("@");
    if (after !== undefined && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{1,6}Z$/.test(since))
      throw new UsageError("--after is what the page before ended with");
    return {
      year: yearIfGiven(year),
      state: oneOf(coFilerStates, state ?? "interested", "state"),
      cursor:
        after === undefined
          ? null
          : { side: "newer" as const, than: { publicId: idOf(publicId, "after", "co-filer list"), since } },
    };
  },
  async (on, { year, state, cursor }) => {
    const { opened, json, scope } = on;
    const meeting = await meetingOf(on, year);
    const page = await listCoFilers(opened.db, { ...scope, meetingId: meeting.id }, state, cursor);
    const look = {
      rows: page.coFilers.length,
      filter: { state, year: meeting.year },
      paged: cursor !== null,
    };
    await noteLook(opened.db, scope, { list: "co-filers", ...look });
    const rows = page.coFilers.map(({ publicId, verification, country, name, email }) => [
      ...[publicId, state, verification, country, name, email],
    ]);
    const more = page.newer ? [`There are more: --after ${page.newer.publicId}@${page.newer.since}`] : [];
    const lines =
      rows.length > 0
        ? table(["id", "state", "level", "country", "name", "address"], rows)
        : ["Nobody is in this state."];
    tell(json, { year: meeting.year, state, ...page }, ...lines, ...more);
    return exitCodes.done;
  },
);

/** Moves a holder one step in the pipeline of co-filers, from the state that was read. */
export const coFilerMove = onCampaign(
  "co-filer move",
  { pledge: text, from: text, to: text },
  ({ pledge, from, to }) => ({
    publicId: idOf(pledge, "pledge", "co-filer list"),
    from: oneOf(coFilerStates, from, "from"),
    to: oneOf(coFilerStates, to, "to"),
  }),
  async ({ opened: { db, env }, json, scope }, wanted) => {
    const { outcome } = await setCoFiler(db, env.keys, { scope, ...wanted });
    const say = words("en").pledgeList.coFilers;
    if (outcome !== "recorded") throw new CommandFailed(say.undone[outcome] ?? outcome);
    tell(json, { outcome, state: wanted.to }, say.done);
    return exitCodes.done;
  },
);
