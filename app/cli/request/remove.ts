import { CommandFailed, command, done } from "#app/cli/command.ts";
import { id, required } from "#app/cli/options.ts";
import { removeRequest } from "#app/domain/upkeep/retention/requests.server.ts";

export default command({
  summary: "remove a recorded request",
  options: { request: required(id("the request", "request list")) },
  async run({ db }, { request: id }) {
    if (!(await removeRequest(db, { id, actor: "operator" })))
      throw new CommandFailed("There is no such request. Run `request list`.");
    return done({ outcome: "removed" }, "Removed.");
  },
});
