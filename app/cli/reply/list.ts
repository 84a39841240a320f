import { campaign, command, done } from "#app/cli/command.ts";
import { table } from "#app/cli/parts/table.ts";
import { listReplies } from "#app/domain/entries/letters/replies/list-replies.server.ts";

export default command({
  summary: "list the company's replies and those that need approval",
  options: { campaign },
  async run({ db, campaign: { id } }) {
    const replies = await listReplies(db, id);
    const rows = replies.map(({ publicId, dispatch, receivedOn, fromWhom, approvedAt }) => [
      publicId,
      dispatch,
      receivedOn,
      approvedAt ? "public" : "waits",
      fromWhom,
    ]);
    const lines = table(["id", "dispatch", "day", "state", "from"], rows);
    return done({ replies }, ...(lines.length > 0 ? lines : ["No replies yet."]));
  },
});
