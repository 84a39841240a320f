import { CommandFailed, campaign, command, done } from "#app/cli/command.ts";
import { openCampaign } from "#app/domain/campaign/open-campaign.server.ts";

const refusals: Record<string, string> = {
  "no-petition": "No petition is published: see `petition publish`.",
  "missing-imprint":
    "Not all addresses are given, or the sender is an example: see `campaign set` and `sender set`.",
  unlinked:
    "Published statements have no verified link: see `claim list --unlinked`, then `claim verify` or `claim set`.",
  "not-draft": "It is open or closed already.",
};

export default command({
  summary: "open a draft, so that everybody can read and sign it",
  options: { campaign },
  async run({ db, env, campaign: { slug }, operator }) {
    const { outcome } = await openCampaign(db, operator, env);
    if (outcome !== "opened") throw new CommandFailed(refusals[outcome] ?? `There is no campaign "${slug}".`);
    return done({ outcome, slug }, `The campaign ${slug} is open.`);
  },
});
