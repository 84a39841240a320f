import { seed } from "#db/seed/index.ts";
import { exitCodes, readOptions, tell } from "./command.ts";
import { withDatabase } from "./environment.ts";

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
