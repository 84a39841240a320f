import { type ParseArgsConfig, parseArgs } from "node:util";
import { CommandFailed, UsageError } from "./command.ts";

export { CommandFailed, counted, exitCodes, UsageError } from "./command.ts";

/** Nothing was stored, as somebody else edited the same meanwhile. */
export const editedMeanwhile = () =>
  new CommandFailed("Somebody edited it at this moment: nothing was stored. Try again.");

/** One command: its arguments in, its exit code out. */
export type Command = (args: string[]) => Promise<number>;

/** Commands by their name, each with how to call it in one line. */
export type Commands = Record<string, { summary: string; load: () => Promise<Command> }>;

type OptionsConfig = NonNullable<ParseArgsConfig["options"]>;

/** Reads `--name value` options; `--json` is known to every command. Unknown ones are a UsageError. */
export function readOptions<const T extends OptionsConfig>(args: string[], options: T) {
  try {
    const config = { args, options: { ...options, json: { type: "boolean" } }, strict: true } as const;
    return parseArgs<{ args: string[]; options: T & { json: { type: "boolean" } }; strict: true }>(config)
      .values;
  } catch (error) {
    throw new UsageError((error as Error).message.split(". ")[0] ?? "");
  }
}

/** The value of an option that must be there. */
export function required(value: string | undefined, name: string): string {
  if (value === undefined || value === "") throw new UsageError(`--${name} is missing`);
  return value;
}

/** Tells the outcome: one object with `--json`, else lines for people. */
export function tell(json: boolean | undefined, outcome: object, ...lines: string[]): void {
  process.stdout.write(json ? `${JSON.stringify(outcome)}\n` : lines.map((line) => `${line}\n`).join(""));
}
