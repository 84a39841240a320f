import { withDatabase } from "#app/cli/environment.ts";
import { CommandFailed, exitCodes, readOptions, tell, UsageError } from "#app/cli/old.ts";
import { readRequest, readRequestId, requestOptions, requestProblems } from "#app/cli/request.ts";
import { correctRequest } from "#app/domain/upkeep/retention/note-request.server.ts";

/** Puts another in the place of a request that was noted wrongly. */
export async function requestCorrect(args: string[]): Promise<number> {
  const options = { request: { type: "string" }, ...requestOptions } as const;
  const { json, request: given, ...rest } = readOptions(args, options);
  const id = readRequestId(given);
  const request = readRequest(rest);
  return withDatabase("request correct", async ({ db }) => {
    const noted = await correctRequest(db, { id, actor: "operator", request });
    if (noted.outcome === "gone") throw new CommandFailed("There is no such request that is shown.");
    if (noted.outcome !== "noted") throw new UsageError(requestProblems[noted.outcome]);
    tell(json, noted, `Noted anew as ${noted.id}. The page of transparency says that it was corrected.`);
    return exitCodes.done;
  });
}
