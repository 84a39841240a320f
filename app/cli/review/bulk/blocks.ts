import { campaign, command, done } from "#app/cli/command.ts";
import { table } from "#app/cli/parts/table.ts";
import { listReviewBlocks } from "#app/domain/review/bulk/list-bulks.server.ts";

export default command({
  summary: "list networks of the last seven days to use as a condition",
  options: { campaign },
  async run({ db, campaign: { id } }) {
    const blocks = await listReviewBlocks(db, id);
    const lines = table(
      ["network", "day", "on hold"],
      blocks.map(({ hash, day, held }) => [hash, day, held]),
    );
    return done({ blocks }, ...(lines.length ? lines : ["No signatures of a network on hold."]));
  },
});
