import { campaign, command, done } from "#app/cli/command.ts";
import { table } from "#app/cli/parts/table.ts";
import { listExportsOf } from "#app/domain/outgoing/exports/queries.server.ts";

export default command({
  summary: "list exports and requests for them, newest first",
  options: { campaign },
  async run({ db, scope }) {
    const exports = await listExportsOf(db, scope);
    const rows = exports.map(({ id, createdAt, preset, state, kept, rows, by, byOperator }) => [
      id,
      createdAt.toISOString().slice(0, 16).replace("T", " "),
      preset,
      kept ? `${state}, kept` : state,
      rows ?? "–",
      byOperator ? "the operator" : (by ?? "a former organizer"),
    ]);
    return done(
      { exports },
      ...(rows.length > 0
        ? table(["id", "time (UTC)", "list", "state", "rows", "by"], rows)
        : ["No exports yet."]),
    );
  },
});
