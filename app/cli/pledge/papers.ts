import { campaign, command, done } from "#app/cli/command.ts";
import { id, oneOf, required } from "#app/cli/options.ts";
import { pledgeRefused } from "#app/cli/pledge/parts/pledge.ts";
import { checkPapers } from "#app/domain/entries/pledges/check-papers.server.ts";
import { checkedLevels, verifications } from "#app/domain/entries/pledges/pledge.ts";

export default command({
  summary: "record how a holding was verified; to undo it, record email_confirmed",
  options: {
    campaign,
    pledge: required(id("the pledge", "pledge list")),
    from: required(oneOf(verifications, "the current level")),
    to: required(oneOf([...checkedLevels, "email_confirmed"] as const, "the new level")),
  },
  read: ({ pledge: publicId, from: seen, to: level }) => ({ publicId, seen, level }),
  async run({ db, env, scope }, wanted) {
    const { outcome } = await checkPapers(db, env.keys, { scope, ...wanted });
    if (outcome !== "recorded") throw pledgeRefused(outcome);
    return done(
      { outcome, level: wanted.level },
      `The level is now ${wanted.level}. The totals are updated.`,
    );
  },
});
