import { CommandFailed, campaign, command, done } from "#app/cli/command.ts";
import { openCampaign } from "#app/domain/campaign/opening/open-campaign.server.ts";

const refusals: Record<string, string> = {
  "no-petition": "No petition is published. Run `petition publish`.",
  "no-words": "Its subheading is empty or still an instruction. Run `campaign set`.",
  "no-company": "Only the name of its company is known. Run `company set`.",
  "missing-organization":
    "An address is missing, or the sender is an example. Run `campaign set` and `sender set`.",
  unlinked:
    "Some published claims have no verified link. Run `claim list --unlinked`, then `claim verify` or `claim set`.",
  "not-draft": "It is not a draft.",
};

export default command({
  summary: "open a draft: everyone can read and sign it",
  options: { campaign },
  async run({ db, env, campaign: { slug }, operator }) {
    const { outcome } = await openCampaign(db, operator, env);
    if (outcome !== "opened")
      throw new CommandFailed(refusals[outcome] ?? `There is no campaign "${slug}". Run \`campaign list\`.`);
    return done({ outcome, slug }, `Campaign ${slug} is open.`);
  },
});
