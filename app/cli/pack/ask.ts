import { CommandFailed, campaign, command, done } from "#app/cli/command.ts";
import { askForPack } from "#app/domain/outgoing/packs/ask-pack.server.ts";

export default command({
  summary: "ask for a pack, which an organizer approves",
  options: { campaign },
  async run({ db, operator: { campaignId, actor } }) {
    const asked = await askForPack(db, { campaignId, actor });
    if (asked.outcome === "waits")
      throw new CommandFailed(`Pack ${asked.number} waits already: see \`pack list\`.`);
    if (asked.outcome !== "asked") throw new CommandFailed("There is no such campaign any more.");
    const how = "an organizer approves it in the console, or `pack approve --approve-alone`";
    return done(asked, `Pack ${asked.number} is asked for: ${how}.`);
  },
});
