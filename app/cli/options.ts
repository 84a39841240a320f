import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { isDay } from "#app/domain/base/day.ts";
import { isUuid } from "#app/lib/uuid.ts";
import { CommandFailed, missing, type OfCampaign, type Option, UsageError } from "./command.ts";

type Read<Value> = (given: string, name: string) => Value | Promise<Value>;

/** Makes an option whose value `read` makes from the typed text, or throws a UsageError. */
export const option = <Value>(hint: string, help: string, read: Read<Value>): Option<Value | undefined> => ({
  hint,
  help,
  take: (given, name) => {
    const last = given.at(-1);
    return last === undefined ? undefined : read(last, name);
  },
});

/** Makes an option required. */
export const required = <Value>(optional: Option<Value>): Option<Exclude<Value, undefined>> => ({
  ...(optional as Option<Exclude<Value, undefined>>),
  isRequired: true,
  take: async (given, name) =>
    (given.at(-1) ? await optional.take(given, name) : missing(name)) as Exclude<Value, undefined>,
});

/** Lets an option be given several times. */
export const repeated = <Value>(once: Option<Value>): Option<Exclude<Value, undefined>[]> => ({
  hint: once.hint,
  help: once.help,
  isRepeated: true,
  take: async (given, name) => {
    const all: Exclude<Value, undefined>[] = [];
    for (const one of given) all.push((await once.take([one], name)) as Exclude<Value, undefined>);
    return all;
  },
});

/** Makes a repeated option required at least once. */
export const atLeastOnce = <Value>(many: Option<Value[]>): Option<Value[]> => ({
  ...many,
  isRequired: true,
  take: (given, name) => (given[0] ? many.take(given, name) : missing(name)),
});

/** Gives an option its default. */
export const otherwise = <Value>(
  optional: Option<Value>,
  usual: Exclude<Value, undefined>,
): Option<Exclude<Value, undefined>> => ({
  ...(optional as Option<Exclude<Value, undefined>>),
  help: `${optional.help} (default ${usual})`,
  take: async (given, name) => ((await optional.take(given, name)) ?? usual) as Exclude<Value, undefined>,
});

/** Finds what an option names, in the command's campaign. */
export const found = <Name, Thing>(
  named: Option<Name>,
  find: (on: OfCampaign, name: Name) => Promise<Thing>,
): Option<Thing> => ({ ...named, find }) as unknown as Option<Thing>;

/** Does the same for an optional option. */
export const foundIfGiven = <Name, Thing>(
  named: Option<Name>,
  find: (on: OfCampaign, name: Exclude<Name, undefined>) => Promise<Thing>,
): Option<Thing | undefined> => ({ ...named, find }) as unknown as Option<Thing | undefined>;

/** Takes what is given unnamed. */
export const operand = (hint: string, help: string): Option<string> => ({
  hint,
  help,
  isRequired: true,
  isOperand: true,
  take: ([given]) => {
    if (!given) throw new UsageError(`${hint} is required`);
    return given;
  },
});

/** Takes no value. */
export const flag = (help: string): Option<boolean> => ({
  hint: null,
  help,
  take: (given) => given.length > 0,
});

/** Takes text. */
export const text = (hint: string, help: string) => option(hint, help, (given) => given);

/** Takes one of the known words. */
export const oneOf = <const Word extends string>(known: readonly Word[], help: string) =>
  option(known.join("|"), help, (given, name) => {
    const word = known.find((each) => each === given);
    if (!word) throw new UsageError(`--${name} must be one of ${known.join(", ")}`);
    return word;
  });

/** Takes `yes` or `no`, as true or false. */
export const yesOrNo = (help: string) =>
  option("yes|no", help, (given, name) => {
    if (given !== "yes" && given !== "no") throw new UsageError(`--${name} must be yes or no`);
    return given === "yes";
  });

/** Takes a whole number from 1; `from` names the command that prints it. */
export const number = (help: string, from?: string) =>
  option("N", help, (given, name) => {
    if (/^[1-9]\d{0,14}$/.test(given)) return Number(given);
    throw new UsageError(`--${name} must be a ${from ? `number from \`${from}\`` : "whole number from 1"}`);
  });

export const day = (help: string) =>
  option("DAY", help, (given, name) => {
    if (!isDay(given)) throw new UsageError(`--${name} must be a date like 2026-11-24`);
    return given;
  });

/** Takes a time as commands print it. */
export const moment = (help: string) =>
  option("TIME", help, (given, name) => {
    const time = new Date(given);
    if (Number.isNaN(time.getTime())) throw new UsageError(`--${name} must be a time that a command printed`);
    return time;
  });

/** Takes an id as `from` prints it. */
export const id = (help: string, from: string) =>
  option("ID", help, (given, name) => {
    if (!isUuid(given)) throw new UsageError(`--${name} must be an id from \`${from}\``);
    return given;
  });

/** Takes the text of a file, `-` for standard input. */
export const textFile = (help: string) => ({ ...option("FILE|-", help, readText), isFile: true });

async function readText(file: string, name: string): Promise<string> {
  try {
    const bytes = file === "-" ? await buffer(process.stdin) : await readFile(file);
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    const why = error instanceof TypeError ? "it is not UTF-8" : (error as Error).message;
    throw new CommandFailed(`Cannot read --${name}: ${why}.`);
  }
}

/** For a command whose request an organizer would have to approve: the operator approves it. */
export const approveAlone = flag("approve it alone, as the operator");
