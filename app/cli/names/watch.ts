import { CommandFailed, campaign, command, done } from "#app/cli/command.ts";
import { required, text } from "#app/cli/options.ts";
import { readForm } from "#app/cli/parts/forms.ts";
import { WatchForm, watchName } from "#app/domain/names/watch-names.server.ts";
import { words } from "#app/i18n/index.ts";

export default command({
  summary: "watch a name: hold everyone who signs with it for name review",
  options: { campaign, name: required(text("N", "the name")) },
  read: ({ name }) =>
    readForm(WatchForm, { watch: name }, words("en").packs.names.errors, { watch: "name" }).watch,
  async run({ db, scope }, name) {
    const { outcome } = await watchName(db, { ...scope, name });
    const say = words("en").packs.names.watch;
    if (outcome !== "watched") throw new CommandFailed(outcome === "full" ? say.full : say.known);
    return done({ outcome }, say.added);
  },
});
