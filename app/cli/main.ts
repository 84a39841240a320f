import { ConfigurationError } from "#app/lib/env.server.ts";
import { LogUnwritten } from "#app/lib/erasure-record.ts";
import { version } from "#app/lib/version.ts";
import { EmbeddedServerError } from "#db/embedded/error.ts";
import { MigrationError } from "#db/migrate/error.ts";
import { PoolerError } from "#db/pooler.ts";
import { CommandFailed, exitCodes, UsageError } from "./command.ts";
import { commands, help, listCommands } from "./commands.ts";
import { takeSettings } from "./parts/settings.ts";

// A closed reader (`… | head`) is not an error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(exitCodes.done);
  const full = whatIsFull(error);
  if (!full) throw error;
  process.stderr.write(`${full}\n`);
  process.exit(exitCodes.failed);
});

process.exitCode = await run(process.argv.slice(2));

/** Returns the longest command or topic name that the arguments begin with. */
function readName(args: string[]) {
  const words = [3, 2].find((many) => args.slice(0, many).join(" ") in commands) ?? 1;
  return { name: args.slice(0, words).join(" "), rest: args.slice(words) };
}

async function perform(given: string[]): Promise<number> {
  if (given[0] === "--version") {
    process.stdout.write(`${version}\n`);
    return exitCodes.done;
  }
  const args = given.filter((arg) => arg !== "--help" && arg !== "-h");
  if (args[0] === undefined || args[0] === "help") {
    const about = args.slice(1).join(" ");
    if (listCommands(about).length === 0) throw new UsageError(`There is no command "${about}"`);
    process.stdout.write(await help(about));
    return exitCodes.done;
  }
  const { name, rest } = readName(args);
  const known = listCommands(name).length > 0;
  if (args.length < given.length && known) {
    process.stdout.write(await help(name));
    return exitCodes.done;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command) return (await command()).perform(name, rest);
  throw new UsageError(
    known ? `"${name}" is a topic. Add one of its commands` : `There is no command "${name}"`,
  );
}

/** Names the file that could not be written, and why, or null for any other error. */
function whatIsFull(error: unknown): string | null {
  const { code = "", path } = error as NodeJS.ErrnoException;
  const why = { ENOSPC: "The disk is full", EDQUOT: "The disk quota is used up", EFBIG: "It is too large" }[
    code
  ];
  return why ? `Cannot write ${path ?? "the output"}: ${why}. Make room and try again.` : null;
}

/** A usage error shows the command's help; an unknown command, the list of commands. */
async function report(error: unknown, args: string[]): Promise<number> {
  const { message, stack } = error as Error;
  if (error instanceof UsageError) {
    const { name } = readName(args);
    process.stderr.write(
      `${message.replace(/\.$/, "")}.\n\n${await help(listCommands(name).length > 0 ? name : "")}`,
    );
    return exitCodes.usage;
  }
  const known = [ConfigurationError, EmbeddedServerError, PoolerError];
  if (known.some((kind) => error instanceof kind)) {
    process.stderr.write(`${message}\n`);
    return exitCodes.configuration;
  }
  const full = whatIsFull(error);
  if (full) {
    process.stderr.write(`${full}\n`);
    return exitCodes.failed;
  }
  const isExpected =
    error instanceof CommandFailed || error instanceof LogUnwritten || error instanceof MigrationError;
  process.stderr.write(`${isExpected ? message : (stack ?? String(error))}\n`);
  return exitCodes.failed;
}

/** Runs a command; returns its exit code after writing any error to standard error. */
export async function run(given: string[]): Promise<number> {
  try {
    return await perform(takeSettings(given));
  } catch (error) {
    return report(error, given);
  }
}
