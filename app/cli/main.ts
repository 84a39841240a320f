import { exitCodes } from "./command.ts";
import { run } from "./run.ts";

// A closed reader (`… | head`) is not an error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(exitCodes.done);
});

process.exitCode = await run(process.argv.slice(2));
