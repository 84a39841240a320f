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
  async run({ json }) {
    const { builtListener } = await import("#app/cli/built-listener.ts");
    const opened = await open("start", { max: 20 });
    return serve(opened, {
      web: builtListener(opened.root),
      worker: "child",
      prepare: async () => {
        await bringUpToDate(opened);
        await seed(opened.db);
      },
      ready: async (address) => announce(opened, address, json),
    });
  },
});
