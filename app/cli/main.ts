import { exitCodes } from "./command.ts";
import { run, whatIsFull } from "./run.ts";

// A closed reader (`… | head`) is not an error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(exitCodes.done);
  const full = whatIsFull(error);
  if (!full) throw error;
  process.stderr.write(`${full}\n`);
  process.exit(exitCodes.failed);
});

process.exitCode = await run(process.argv.slice(2));
