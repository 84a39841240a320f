import { readOnDispatch, requireDispatch } from "#app/cli/dispatch.ts";
import { withDatabase } from "#app/cli/environment.ts";
import { CommandFailed, exitCodes, tell } from "#app/cli/old.ts";
import { cancelDispatch } from "#app/domain/outgoing/dispatches/cancel-dispatch.server.ts";

/** Ends a dispatch before all of it went: what nobody was handed waits again. */
export async function dispatchCancel(args: string[]): Promise<number> {
  const { json, slug, reference } = readOnDispatch(args);

  return withDatabase("dispatch cancel", async (opened) => {
    const { on, named } = await requireDispatch(opened, slug, reference);
    const { outcome } = await cancelDispatch(opened.db, on);
    if (outcome !== "cancelled") throw new CommandFailed("It is over: all of it went, or it was cancelled.");
    tell(json, { outcome, ...named }, `Dispatch ${named.number} is cancelled.`);
    return exitCodes.done;
  });
}
