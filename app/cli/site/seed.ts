import { command, done } from "#app/cli/command.ts";
import { seed } from "#db/seed/index.ts";

export default command({
  summary: "add the first campaign where it is missing",
  options: {},
  async run({ db }) {
    const outcome = await seed(db);
    const isNew = outcome.campaign === "inserted";
    return done(outcome, isNew ? "The campaign was put in." : "The campaign is there and was left as it is.");
  },
});
