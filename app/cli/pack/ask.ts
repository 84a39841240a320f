import { CommandFailed, campaign, command, done } from "#app/cli/command.ts";
import { askForPack } from "#app/domain/outgoing/packs/ask-pack.server.ts";

export default command({
  summary: "ask for a pack; an organizer must approve it",
  options: { campaign },
  async run({ db, operator: { campaignId, actor } }) {
    const asked = await askForPack(db, { campaignId, actor });
    if (asked.outcome === "waits")
      throw new CommandFailed(`Pack ${asked.number} is already waiting. Run \`pack list\`.`);
    if (asked.outcome !== "asked") throw new CommandFailed("This campaign no longer exists.");
    const how = "an organizer can approve it in the console, or run `pack approve --approve-alone`";
    return done(asked, `Pack ${asked.number} is asked for: ${how}.`);
  },
});
