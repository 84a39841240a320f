import { campaign, command, done } from "#app/cli/command.ts";
import { table } from "#app/cli/parts/table.ts";
import { listFilters } from "#app/domain/outgoing/exports/filters.server.ts";

/** A filter's conditions, in one line. */
const narrowed = (filter: object) =>
  Object.entries(filter)
    .filter(([, value]) => value !== null && value !== false && [value].flat().length > 0)
    .map(([name, value]) => `${name} ${[value].flat().join(",")}`)
    .join(", ");

export default command({
  summary: "list saved filters",
  options: { campaign },
  async run({ db, scope }) {
    const saved = await listFilters(db, scope.campaignId);
    const rows = saved.map(({ name, preset, filter }) => [name, preset, narrowed(filter)]);
    return done(
      { saved },
      ...(rows.length > 0 ? table(["name", "list", "filter"], rows) : ["No saved filters."]),
    );
  },
});
