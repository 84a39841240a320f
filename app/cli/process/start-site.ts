import { open } from "#app/cli/environment.ts";
import { seed } from "#db/seed/index.ts";
import { announce } from "./announce.ts";
import { bringUpToDate } from "./migrate.ts";
import { serve } from "./serve.ts";

/**
 * Runs the whole product. `until` is for tests: it ends then instead of at a signal, and is one process. It
 * is an entry of the build: elsewhere the bundler sees no call with `until` and drops that parameter.
 */
export async function startSite(json: boolean | undefined, until?: Promise<void>): Promise<number> {
  const opened = await open("start", { part: "web" });
  const { builtListener } = await import("./built-listener.ts");
  return serve(opened, {
    web: builtListener(opened.root),
    worker: until ? "here" : "child",
    until,
    lookEvery: until && 0.1,
    prepare: async () => {
      await bringUpToDate(opened);
      await seed(opened.db, new Date(), opened.env);
    },
    ready: async (address) => announce(opened, address, json),
  });
}
