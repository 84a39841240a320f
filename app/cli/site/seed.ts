import { exitCodes, readOptions, tell } from "#app/cli/command.ts";
import { withDatabase } from "#app/cli/environment.ts";
import { seed } from "#db/seed/index.ts";

export async function seedCommand(args: string[]): Promise<number> {
  const { json } = readOptions(args, {});
  const outcome = await withDatabase("seed", ({ db }) => seed(db));
  const line =
    outcome.campaign === "inserted"
      ? "The campaign was put in."
      : "The campaign is there and was left as it is.";
  tell(json, outcome, line);
  return exitCodes.done;
}
