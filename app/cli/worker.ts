import { readOptions, tell } from "./command.ts";
import { open } from "./environment.ts";
import { serve } from "./serve.ts";

export async function worker(args: string[]): Promise<number> {
  const { json } = readOptions(args, {});
  const opened = await open("worker");
  return serve(opened, {
    web: null,
    worker: true,
    ready: async () => tell(json, { outcome: "working" }, "The worker runs."),
  });
}
