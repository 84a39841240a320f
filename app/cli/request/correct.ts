import { CommandFailed, command, done, UsageError } from "#app/cli/command.ts";
import { id, required } from "#app/cli/options.ts";
import { readRequest, requestOptions, requestProblems } from "#app/cli/request/parts/request.ts";
import { correctRequest } from "#app/domain/upkeep/retention/note-request.server.ts";

export default command({
  summary: "replace a recorded request, as a correction",
  options: { request: required(id("the request", "request list")), ...requestOptions },
  async run({ db }, { request: id, ...given }) {
    const noted = await correctRequest(db, { id, actor: "operator", request: readRequest(given) });
    if (noted.outcome === "gone") throw new CommandFailed("There is no such request that is shown.");
    if (noted.outcome !== "noted") throw new UsageError(requestProblems[noted.outcome]);
    return done(noted, `Noted anew as ${noted.id}. The page of transparency says that it was corrected.`);
  },
});
