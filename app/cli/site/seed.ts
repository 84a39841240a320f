import { CommandFailed, command, counted, done } from "#app/cli/command.ts";
import { flag } from "#app/cli/options.ts";
import { addDemoPeople } from "#app/cli/process/demo.ts";
import { seed } from "#db/seed/index.ts";

const refused = {
  "emails-leave":
    "Made-up people are for a machine of your own, from which no email leaves: here APP_URL is public, or a mail provider is set.",
  "has-people": "There are people in this database already.",
  "no-campaign": "Every campaign is closed.",
};

export default command({
  summary: "add the first campaign where it is missing, and with --demo people who do not exist",
  options: {
    demo: flag("two months of made-up signatures, pledges, letters and updates, on a machine of your own"),
  },
  async run(opened, { demo }) {
    const outcome = await seed(opened.db, new Date(), opened.env);
    const isNew = outcome.campaign === "inserted";
    const said = isNew ? "The campaign was put in." : "The campaign is there and was left as it is.";
    if (!demo) return done(outcome, said);
    const added = await addDemoPeople(opened);
    if (added.outcome !== "added") throw new CommandFailed(`${refused[added.outcome]} Nobody was added.`);
    const { signers, pledges, letters, updates } = added;
    return done(
      { ...outcome, demo: { signers, pledges, letters, updates } },
      said,
      `Added people who do not exist: ${[
        counted(signers, "signature", "signatures"),
        counted(pledges, "pledge", "pledges"),
        counted(letters, "letter", "letters"),
        counted(updates, "update", "updates"),
      ].join(", ")}, and a dispatch.`,
    );
  },
});
