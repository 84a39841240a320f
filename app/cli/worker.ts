import { readOptions, tell } from "./command.ts";
import { open } from "./environment.ts";
import { findParent } from "./parent-process.ts";
import { serve } from "./serve.ts";

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
