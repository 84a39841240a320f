import { CommandFailed, campaign, command, done } from "#app/cli/command.ts";
import { conflict } from "#app/cli/parts/refusals.ts";
import { dropPetition } from "#app/domain/campaign/petition/save-petition.server.ts";
import { readEditedPetition } from "#app/domain/campaign/read-edit.server.ts";

export default command({
  summary: "discard the petition draft; its text stays in the history",
  options: { campaign },
  async run({ db, operator }) {
    const { draft } = await readEditedPetition(db, operator.campaignId);
    if (!draft) throw new CommandFailed("The petition has no draft.");
    const { outcome } = await dropPetition(db, { ...operator, version: draft.version });
    if (outcome !== "dropped") throw conflict();
    return done({ outcome }, "The draft is discarded. Its text stays in the history.");
  },
});
