import { CommandFailed, campaign, command, done } from "#app/cli/command.ts";
import { id, oneOf, required } from "#app/cli/options.ts";
import { coFilerStates } from "#app/domain/entries/pledges/co-filers/co-filer.ts";
import { setCoFiler } from "#app/domain/entries/pledges/co-filers/set-co-filer.server.ts";
import { words } from "#app/i18n/index.ts";

export default command({
  summary: "move a co-filer to the next or previous state",
  options: {
    campaign,
    pledge: required(id("the pledge", "co-filer list")),
    from: required(oneOf(coFilerStates, "the current state")),
    to: required(oneOf(coFilerStates, "the new state")),
  },
  read: ({ pledge: publicId, from, to }) => ({ publicId, from, to }),
  async run({ db, env, scope }, wanted) {
    const { outcome } = await setCoFiler(db, env.keys, { scope, ...wanted });
    const say = words("en").pledgeList.coFilers;
    if (outcome !== "recorded") throw new CommandFailed(say.undone[outcome] ?? outcome);
    return done({ outcome, state: wanted.to }, say.done);
  },
});
