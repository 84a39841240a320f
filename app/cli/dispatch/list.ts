import { campaign, command, done } from "#app/cli/command.ts";
import { company } from "#app/cli/company/parts/company.ts";
import { stateOf } from "#app/cli/dispatch/parts/dispatch.ts";
import { table } from "#app/cli/parts/table.ts";
import { listDispatches } from "#app/domain/outgoing/dispatches/queries.server.ts";

export default command({
  summary: "list dispatches, newest first",
  options: { campaign, company },
  async run({ db, campaign: { id } }, { company }) {
    const dispatches = await listDispatches(db, id, company?.id);
    const rows = dispatches.map((dispatch) => {
      const { number, letters, names, at, publicId, recipient } = dispatch;
      const time = at.slice(0, 16).replace("T", " ");
      return [number, stateOf(dispatch), letters, names, time, publicId, recipient];
    });
    const lines =
      dispatches.length === 0
        ? ["No dispatches yet."]
        : table(["number", "state", "letters", "names", "time (UTC)", "id", "office"], rows);
    return done({ outcome: "listed", dispatches }, ...lines);
  },
});
