import { announce } from "#app/cli/announce.ts";
import { command } from "#app/cli/command.ts";
import { open } from "#app/cli/environment.ts";
import { bringUpToDate } from "#app/cli/migrate.ts";
import { serve } from "#app/cli/serve.ts";
import { seed } from "#db/seed/index.ts";

export default command({
  summary:
    "run the whole product: database, migrations, first campaign, web, and the worker in its own process",
  options: {},
  opens: "nothing",
  run: ({ json }) => start(json),
});

/** `until`: ends then, not at a signal, and is one process; so the tests run it. @public */
export async function start(json: boolean | undefined, until?: Promise<void>): Promise<number> {
  const opened = await open("start", { max: 20 });
  const { builtListener } = await import("#app/cli/built-listener.ts");
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
