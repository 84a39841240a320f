import { CommandFailed, command, counted, done } from "#app/cli/command.ts";
import { flag } from "#app/cli/options.ts";
import { addDemoPeople } from "#app/cli/process/demo.ts";
import { ConfigurationError } from "#app/lib/env.server.ts";
import { schemaVersion } from "#db/migrate.ts";
import { seed } from "#db/seed/index.ts";

const refused = {
  "emails-leave":
    "Sample people are only for a machine that sends no email. Here APP_URL is public, or an email provider is set.",
  "has-people": "The database already has people.",
  "no-campaign": "All campaigns are closed.",
};

export default command({
  summary: "add the first campaign if missing, and sample people with --demo",
  options: {
    demo: flag("two months of sample signatures, pledges, letters and updates, on your own machine"),
  },
  async run(opened, { demo }) {
    if ((await schemaVersion(opened.db)) === null)
      throw new ConfigurationError("The database is not migrated. Run `migrate` first.");
    const outcome = await seed(opened.db, new Date(), opened.env);
    const isNew = outcome.campaign === "inserted";
    const answer = isNew ? "The campaign was added." : "The campaign already exists. It was not changed.";
    if (!demo) return done(outcome, answer);
    const added = await addDemoPeople(opened);
    if (added.outcome !== "added") throw new CommandFailed(`${refused[added.outcome]} Nobody was added.`);
    const { signers, pledges, letters, updates } = added;
    return done(
      { ...outcome, demo: { signers, pledges, letters, updates } },
      answer,
      `Added sample data: ${[
        counted(signers, "signature", "signatures"),
        counted(pledges, "pledge", "pledges"),
        counted(letters, "letter", "letters"),
        counted(updates, "update", "updates"),
      ].join(", ")}, and a dispatch.`,
    );
  },
});
