import { exitCodes, readOptions, tell } from "#app/cli/command.ts";
import { withDatabase } from "#app/cli/environment.ts";
import { resumeSending as resume } from "#app/domain/upkeep/archives/resume-sending.server.ts";

export async function resumeSending(args: string[]): Promise<number> {
  const { json } = readOptions(args, {});
  const resumed = await withDatabase("resume-sending", ({ db }) => resume(db));
  tell(json, resumed, resumed.outcome === "resumed" ? "Mail goes out again." : "Sending was not paused.");
  return exitCodes.done;
}
