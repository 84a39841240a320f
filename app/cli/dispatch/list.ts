import { campaign, command, done } from "#app/cli/command.ts";
import { company } from "#app/cli/company/parts/company.ts";
import { table } from "#app/cli/parts/table.ts";
import { listDispatches } from "#app/domain/outgoing/dispatches/queries.server.ts";

export default command({
  summary: "list dispatches, newest first",
  options: { campaign, company },
  async run({ db, campaign: { id } }, { company }) {
    const dispatches = await listDispatches(db, id, company?.id);
    const rows = dispatches.map(({ number, stage, letters, names, at, recipient, publicId }) => [
      number,
      stage,
      letters,
      names,
      at.slice(0, 16).replace("T", " "),
      publicId,
      recipient,
    ]);
    const lines =
      dispatches.length === 0
        ? ["No dispatches yet."]
        : table(["number", "state", "letters", "names", "time (UTC)", "id", "office"], rows);
    return done({ outcome: "listed", dispatches }, ...lines);
  },
});
