import { command } from "#app/cli/command.ts";
import { startSite } from "#app/cli/process/start-site.ts";

export default command({
  summary: "run everything: database, migrations, first campaign, web server and worker",
  options: {},
  opens: "nothing",
  run: ({ json }) => startSite(json),
});
