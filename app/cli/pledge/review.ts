import { campaign, command, done } from "#app/cli/command.ts";
import { id, required, yesOrNo } from "#app/cli/options.ts";
import { pledgeRefused } from "#app/cli/pledge/parts/pledge.ts";
import { reviewPledge } from "#app/domain/entries/pledges/review-pledge.server.ts";
import { words } from "#app/i18n/index.ts";

export default command({
  summary: "decide whether a pledge over ten million shares counts",
  options: {
    campaign,
    pledge: required(id("the pledge", "pledge list")),
    accept: required(yesOrNo("whether it counts")),
  },
  read: ({ pledge: publicId, accept }) => ({ publicId, accept }),
  async run({ db, env, scope }, wanted) {
    const { outcome } = await reviewPledge(db, env.keys, { scope, ...wanted });
    if (outcome !== "accepted" && outcome !== "not-accepted") throw pledgeRefused(outcome);
    return done({ outcome }, words("en").pledgeList.one.done[outcome] ?? outcome);
  },
});
