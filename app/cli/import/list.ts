import { campaign, command, done } from "#app/cli/command.ts";
import { table } from "#app/cli/parts/table.ts";
import { listImports } from "#app/domain/entries/imports/queries.server.ts";

export default command({
  summary: "list imports, newest first",
  options: { campaign },
  async run({ db, campaign: { id } }) {
    const imports = await listImports(db, id);
    const rows = imports.map(({ number, state, format, rows, added, createdAt }) => [
      number,
      state,
      format,
      rows,
      added,
      createdAt.toISOString().slice(0, 16).replace("T", " "),
    ]);
    return done(
      { outcome: "listed", imports },
      ...(imports.length
        ? table(["number", "state", "format", "rows", "new", "time (UTC)"], rows)
        : ["No imports yet."]),
    );
  },
});
