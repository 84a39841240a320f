import { removeRequest } from "../domain/retention/note-request.server.ts";
import { CommandFailed, exitCodes, readOptions, required, tell, UsageError } from "./command.ts";
import { withDatabase } from "./environment.ts";

/** Takes a noted request back. */
export async function requestRemove(args: string[]): Promise<number> {
  const { json, request } = readOptions(args, { request: { type: "string" } });
  const id = required(request, "request");
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw new UsageError("--request is an id");
  return withDatabase("request remove", async ({ db }) => {
    if (!(await removeRequest(db, id))) throw new CommandFailed("There is no such request.");
    tell(json, { outcome: "removed" }, "The page of transparency shows it no more.");
    return exitCodes.done;
  });
}
