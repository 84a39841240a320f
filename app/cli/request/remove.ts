import { withDatabase } from "#app/cli/environment.ts";
import { CommandFailed, exitCodes, readOptions, tell } from "#app/cli/old.ts";
import { readRequestId } from "#app/cli/request.ts";
import { removeRequest } from "#app/domain/upkeep/retention/note-request.server.ts";

/** Takes a noted request back. */
export async function requestRemove(args: string[]): Promise<number> {
  const { json, request } = readOptions(args, { request: { type: "string" } });
  const id = readRequestId(request);
  return withDatabase("request remove", async ({ db }) => {
    if (!(await removeRequest(db, { id, actor: "operator" })))
      throw new CommandFailed("There is no such request.");
    tell(json, { outcome: "removed" }, "The page of transparency shows it no more.");
    return exitCodes.done;
  });
}
