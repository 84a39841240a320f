import { campaign, command, done } from "#app/cli/command.ts";
import { table } from "#app/cli/parts/table.ts";
import { listRequests } from "#app/domain/upkeep/retention/requests.server.ts";

export default command({
  summary: "list recorded requests for personal data, open ones first",
  options: { campaign },
  async run({ db, campaign }) {
    const requests = await listRequests(db, campaign.id);
    const rows = requests.map(({ id, receivedOn, dueOn, doneOn, note }) => [
      id,
      receivedOn,
      dueOn,
      doneOn ?? "open",
      note,
    ]);
    const lines = table(["id", "received", "due", "done", "note"], rows);
    return done({ requests }, ...(lines.length > 0 ? lines : ["No requests recorded."]));
  },
});
