import { campaign, command, done } from "#app/cli/command.ts";
import { table } from "#app/cli/parts/table.ts";
import { listRequests } from "#app/domain/upkeep/retention/list-requests.server.ts";

export default command({
  summary: "list recorded requests for personal data, newest first",
  options: { campaign },
  async run({ db, campaign }) {
    const requests = await listRequests(db, campaign.id);
    const rows = requests.map(({ id, receivedOn, kind, received, answer, before }) => [
      id,
      receivedOn.slice(0, 7),
      kind,
      received,
      answer,
      before.length > 0 ? "corrected" : "",
    ]);
    const lines = table(["id", "month", "kind", "people", "answer", ""], rows);
    return done({ requests }, ...(lines.length > 0 ? lines : ["No requests recorded."]));
  },
});
