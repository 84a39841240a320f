import { getPriority, setPriority } from "node:os";
import { command, done, tell } from "#app/cli/command.ts";
import { open } from "#app/cli/environment.ts";
import { flag } from "#app/cli/options.ts";
import { findParent } from "#app/cli/process/parent-process.ts";
import { serve } from "#app/cli/process/serve.ts";

/** How much lower the worker's priority is than the web process's: people wait for pages. */
const nice = 10;
/** The lowest priority. */
const lowest = 19;

export default command({
  summary: "run only the worker: email and housekeeping",
  options: { attached: flag("internal: set by `start`") },
  opens: "nothing",
  async run({ json }, { attached }) {
    const parent = attached ? findParent() : undefined;
    const leavesServer = () => parent?.isThere() === true;
    const opened = await open("worker", { part: "worker", isAttached: attached, leavesServer });
    return serve(opened, {
      web: null,
      worker: "here",
      parent,
      ready: async () => {
        if (parent) setPriority(Math.min(getPriority() + nice, lowest));
        else tell(json, done({ outcome: "working" }, "The worker runs."));
      },
    });
  },
});
