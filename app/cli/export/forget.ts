import { campaign, command, done } from "#app/cli/command.ts";
import { requireSaved } from "#app/cli/export/parts/export.ts";
import { required, text } from "#app/cli/options.ts";
import { deleteFilter } from "#app/domain/outgoing/exports/filters.server.ts";

export default command({
  summary: "delete a saved filter",
  options: { campaign, name: required(text("N", "the name of the filter")) },
  async run({ db, scope }, { name }) {
    const { publicId } = await requireSaved(db, scope.campaignId, name);
    await deleteFilter(db, { ...scope, publicId });
    return done({ outcome: "forgotten" }, `Filter “${name}” is deleted.`);
  },
});
