import { CommandFailed, command, done } from "#app/cli/command.ts";
import { id, required } from "#app/cli/options.ts";
import { finishRequest } from "#app/domain/upkeep/retention/requests.server.ts";

export default command({
  summary: "mark a recorded request as done today",
  options: { request: required(id("the request", "request list")) },
  async run({ db }, { request: id }) {
    if (!(await finishRequest(db, { id, actor: "operator" })))
      throw new CommandFailed("There is no such open request. Run `request list`.");
    return done({ outcome: "done" }, "Done.");
  },
});
