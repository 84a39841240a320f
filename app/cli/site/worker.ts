import { readOptions, tell } from "#app/cli/command.ts";
import { open } from "#app/cli/environment.ts";
import { findParent } from "#app/cli/parent-process.ts";
import { serve } from "#app/cli/serve.ts";

/** `--attached`: as the child of `start`, which has told where the product is. */
export async function worker(args: string[]): Promise<number> {
  const { json, attached } = readOptions(args, { attached: { type: "boolean" } });
  const parent = attached ? findParent() : undefined;
  const opened = await open("worker", { leavesServer: () => parent?.isThere() === true });
  return serve(opened, {
    web: null,
    worker: "here",
    parent,
    ready: async () => {
      if (!parent) tell(json, { outcome: "working" }, "The worker runs.");
    },
  });
}
