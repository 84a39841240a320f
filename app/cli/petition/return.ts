import { CommandFailed, campaign, command, done, UsageError } from "#app/cli/command.ts";
import { option, required } from "#app/cli/options.ts";
import { askedLines, petitionRefused } from "#app/cli/petition/parts/petition.ts";
import { returnPetition } from "#app/domain/campaign/petition/return-petition.server.ts";

const version = option("N", "the number of the text that people signed", (given, name) => {
  if (/^[1-9]\d{0,5}$/.test(given)) return Number(given);
  throw new UsageError(`--${name} must be the number of a text that people signed`);
});

export default command({
  summary: "ask to return to an earlier text and count its signers again",
  options: { campaign, version: required(version) },
  async run({ db, operator }, { version }) {
    const asked = await returnPetition(db, { ...operator, version });
    if (asked.outcome === "unchanged") throw new CommandFailed("It is already the current text.");
    if (asked.outcome !== "asked") throw petitionRefused(asked.outcome);
    return done(asked, ...askedLines(asked.forecast));
  },
});
