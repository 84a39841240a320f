import { CommandFailed, campaign, command, done } from "#app/cli/command.ts";
import { update, updateRefused } from "#app/cli/update/parts/update.ts";
import { reachLines, readReach } from "#app/cli/update/parts/update-draft.ts";
import { submitUpdate } from "#app/domain/outgoing/updates/submit-update.server.ts";
import { words } from "#app/i18n/index.ts";
import { textOf } from "#app/ui/form-state.ts";

export default command({
  summary: "ask for approval of a draft",
  options: { campaign, update },
  async run({ db }, { update: { campaignId, publicId, update } }) {
    const on = { campaignId, publicId, actor: "operator" as const, version: update.version };
    const submitted = await submitUpdate(db, on);
    if (submitted.outcome === "incomplete") {
      const { errors } = words("en").updates;
      const lines = submitted.problems.map(
        (problem) => `${problem.field.replace("_", " ")}: ${textOf(problem, errors) ?? problem.code}`,
      );
      throw new CommandFailed(["It cannot be submitted yet.", ...lines].join("\n"));
    }
    if (submitted.outcome !== "submitted") throw updateRefused(submitted.outcome);
    const reach = await readReach(db, campaignId, update);
    return done(
      { ...submitted, publicId, number: update.number, people: reach.people },
      `Update ${update.number} needs approval. An organizer can give it in the console. Or run \`update approve --approve-alone\`.`,
      ...reachLines(reach),
    );
  },
});
