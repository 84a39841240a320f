import { campaign, command, done } from "#app/cli/command.ts";
import { table } from "#app/cli/parts/table.ts";
import { listHeldBlocks } from "#app/domain/review/bulk/list-blocks.server.ts";

export default command({
  summary: "the networks that can be a condition, for seven days",
  options: { campaign },
  async run({ db, campaign: { id } }) {
    const blocks = await listHeldBlocks(db, id);
    const lines = table(
      ["network", "day", "held back"],
      blocks.map(({ hash, day, held }) => [hash, day, held]),
    );
    return done({ blocks }, ...(lines.length ? lines : ["Nothing is held back from a network."]));
  },
});
