import { readOnDispatch, requireDispatch } from "#app/cli/dispatch.ts";
import { withDatabase } from "#app/cli/environment.ts";
import { CommandFailed, exitCodes, tell } from "#app/cli/old.ts";
import { pauseDispatch } from "#app/domain/outgoing/dispatches/pause-dispatch.server.ts";

/** Keeps a dispatch from handing anything more over. */
export async function dispatchPause(args: string[]): Promise<number> {
  const { json, slug, reference } = readOnDispatch(args);

  return withDatabase("dispatch pause", async (opened) => {
    const { on, named } = await requireDispatch(opened, slug, reference);
    const { outcome } = await pauseDispatch(opened.db, on);
    if (outcome !== "paused") throw new CommandFailed("It is not being sent.");
    tell(json, { outcome, ...named }, `Dispatch ${named.number} is paused.`);
    return exitCodes.done;
  });
}
