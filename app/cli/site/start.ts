import { announce } from "#app/cli/announce.ts";
import { builtListener } from "#app/cli/built-listener.ts";
import { readOptions } from "#app/cli/command.ts";
import { open } from "#app/cli/environment.ts";
import { serve } from "#app/cli/serve.ts";
import { seed } from "#db/seed/index.ts";
import { bringUpToDate } from "./migrate.ts";

/** Everything: what `npm start` runs, the worker in a process of its own. `until`: ends then, not at a signal, and is one process. */
export async function start(args: string[], until?: Promise<void>): Promise<number> {
  const { json } = readOptions(args, {});
  const opened = await open("start", { max: 20 });
  return serve(opened, {
    web: builtListener(opened.root),
    worker: until ? "here" : "child",
    until,
    prepare: async () => {
      await bringUpToDate(opened);
      await seed(opened.db);
    },
    ready: async (address) => announce(opened, address, json),
  });
}
