import { command, done, tell } from "#app/cli/command.ts";
import { open } from "#app/cli/environment.ts";
import { serve } from "#app/cli/process/serve.ts";

export default command({
  summary: "run only the web server",
  options: {},
  opens: "nothing",
  async run({ json }) {
    const { builtListener } = await import("#app/cli/process/built-listener.ts");
    const opened = await open("web", { part: "web" });
    return serve(opened, {
      web: builtListener(opened.root),
      worker: null,
      ready: async (address) => {
        tell(json, done({ address }, `The web server answers at ${address}`));
      },
    });
  },
});
