import { CommandFailed, campaign, command, done, UsageError } from "#app/cli/command.ts";
import { option, required } from "#app/cli/options.ts";
import { askedLines, petitionRefused } from "#app/cli/petition/parts/petition.ts";
import { returnPetition } from "#app/domain/campaign/petition/return-petition.server.ts";

const version = option("N", "the number of a text that people signed", (given, name) => {
  if (/^[1-9]\d{0,5}$/.test(given)) return Number(given);
  throw new UsageError(`--${name} is the number of a text that people signed`);
});

export default command({
  summary: "ask that an earlier text be in force again, with everybody who signed it",
  options: { campaign, version: required(version) },
  async run({ db, operator }, { version }) {
    const asked = await returnPetition(db, { ...operator, version });
    if (asked.outcome === "unchanged")
      throw new CommandFailed("It is the text in force: there is nothing to undo.");
    if (asked.outcome !== "asked") throw petitionRefused(asked.outcome);
    return done(asked, ...askedLines(asked.forecast));
  },
});
