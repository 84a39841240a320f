import { CommandFailed, campaign, command, done } from "#app/cli/command.ts";
import { company } from "#app/cli/company/parts/company.ts";
import { askForPack } from "#app/domain/outgoing/packs/ask-or-discard-pack.server.ts";

export default command({
  summary: "ask for a pack; an organizer must approve it",
  options: { campaign, company },
  async run({ db, operator }, { company }) {
    const asked = await askForPack(db, { ...operator, companyId: company?.id });
    if (asked.outcome === "waits")
      throw new CommandFailed(`Pack ${asked.number} is already waiting. Run \`pack list\`.`);
    if (asked.outcome !== "asked") throw new CommandFailed("This campaign no longer exists.");
    const how = "an organizer can approve it in the console, or run `pack approve --approve-alone`";
    return done(asked, `Pack ${asked.number} is asked for: ${how}.`);
  },
});
