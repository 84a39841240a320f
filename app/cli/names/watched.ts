import { campaign, command, done } from "#app/cli/command.ts";
import { table } from "#app/cli/parts/table.ts";
import { listWatched } from "#app/domain/names/watch-names.server.ts";

export default command({
  summary: "list watched names",
  options: { campaign },
  async run({ db, scope }) {
    const names = await listWatched(db, scope.campaignId);
    const lines = table(
      ["id", "name"],
      names.map(({ id, name }) => [id, name]),
    );
    return done({ names }, ...(names.length > 0 ? lines : ["No watched names. To add one: `names watch`."]));
  },
});
