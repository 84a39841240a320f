import { command } from "#app/cli/command.ts";
import { startSite } from "#app/cli/process/start-site.ts";

export default command({
  summary:
    "run the whole product: database, migrations, first campaign, web, and the worker in its own process",
  options: {},
  opens: "nothing",
  run: ({ json }) => startSite(json),
});
