import { CommandFailed, command, done, UsageError } from "#app/cli/command.ts";
import { id, required } from "#app/cli/options.ts";
import { readRequest, requestOptions, requestProblems } from "#app/cli/request/parts/request.ts";
import { correctRequest } from "#app/domain/upkeep/retention/note-request.server.ts";

export default command({
  summary: "correct a recorded data request",
  options: { request: required(id("the request", "request list")), ...requestOptions },
  async run({ db }, { request: id, ...given }) {
    const noted = await correctRequest(db, { id, actor: "operator", request: readRequest(given) });
    if (noted.outcome === "gone")
      throw new CommandFailed("There is no such public request. Run `request list`.");
    if (noted.outcome !== "noted") throw new UsageError(requestProblems[noted.outcome]);
    return done(noted, `Saved as ${noted.id}. The transparency page shows it as corrected.`);
  },
});
