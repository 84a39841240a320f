import { campaign, command, done } from "#app/cli/command.ts";
import { petitionRefused } from "#app/cli/petition/parts/petition.ts";
import { withdrawPetition } from "#app/domain/campaign/petition/return-petition.server.ts";

export default command({
  summary: "withdraw the petition text that needs approval",
  options: { campaign },
  async run({ db, operator }) {
    const { outcome } = await withdrawPetition(db, operator);
    if (outcome !== "withdrawn") throw petitionRefused(outcome);
    return done({ outcome }, "Withdrawn. The current text and the draft stay.");
  },
});
