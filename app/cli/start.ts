import { seed } from "#db/seed/index.ts";
import { announce } from "./announce.ts";
import { builtListener } from "./built-listener.ts";
import { readOptions } from "./command.ts";
import { open } from "./environment.ts";
import { bringUpToDate } from "./migrate.ts";
import { serve } from "./serve.ts";

/** Everything in one process: what `npm start` runs. `until`: ends then, and not at a signal. */
export async function start(args: string[], until?: Promise<void>): Promise<number> {
  const { json } = readOptions(args, {});
  const opened = await open("start", { max: 20 });
  return serve(opened, {
    web: builtListener(opened.root),
    worker: true,
    until,
    prepare: async () => {
      await bringUpToDate(opened);
      await seed(opened.db);
    },
    ready: async (address) => announce(opened, address, json),
  });
}
