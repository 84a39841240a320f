import { CommandFailed, campaign, command, done } from "#app/cli/command.ts";
import { number, required } from "#app/cli/options.ts";
import { unwatchName } from "#app/domain/names/watch-names.server.ts";
import { words } from "#app/i18n/index.ts";

export default command({
  summary: "stop watching a name",
  options: { campaign, watched: required(number("the name", "names watched")) },
  async run({ db, scope }, { watched: id }) {
    const { outcome } = await unwatchName(db, { ...scope, id });
    if (outcome !== "unwatched")
      throw new CommandFailed("There is no watched name of that number. Run `names watched`.");
    return done({ outcome }, words("en").packs.names.watch.removed);
  },
});
