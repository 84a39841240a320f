import { parseArgs } from "node:util";
import { findCampaignOfUpdates } from "#app/domain/outgoing/updates/queries.server.ts";
import type { Db } from "#db/index.ts";
import { type Opened, withDatabase } from "./environment.ts";

/** Exit codes: 0 done, 1 not done (or `verify` found a difference), 2 wrong usage, 3 wrong configuration. */
export const exitCodes = { done: 0, failed: 1, usage: 2, configuration: 3 } as const;

/** The command line is wrong; the message is one line that says how to write it. */
export class UsageError extends Error {}

/** The command could not be done; the message is one line that says why and what to do. */
export class CommandFailed extends Error {}

type Campaign = { id: number; slug: string; languages: string[] };

/** What a command gets. */
type Site = Opened & { json: boolean; command: string };

/** What a command about one campaign gets. `scope` and `operator` say that the operator acts. */
export type OfCampaign = Site & {
  campaign: Campaign;
  scope: { campaignId: number; organizerId: null };
  operator: { campaignId: number; actor: "operator" };
};

/** One option: how help shows it, and how its value is read. Builders are in options.ts. */
export type Option<Value> = {
  /** How help names the value, such as `ID`; null for a flag. */
  hint: string | null;
  help: string;
  isRequired?: boolean;
  isRepeated?: boolean;
  /** Given without a name, such as a file. */
  isOperand?: boolean;
  /** A file: read once all other options are valid. */
  isFile?: boolean;
  /** Makes the value from all that was given, before the database is opened. */
  take: (given: string[], name: string) => Value | Promise<Value>;
  /** Finds in the database what `take` returned. */
  find?: (on: OfCampaign, taken: never) => Promise<Value>;
};

type Options = Record<string, Option<unknown>>;

export const campaign = {
  hint: "S",
  help: "the campaign, by its slug",
  isRequired: true,
  take: (given: string[], name: string) => given.at(-1) || missing(name),
  isCampaign: true,
};

/** Refuses a command line that lacks a required option. */
export function missing(name: string): never {
  throw new UsageError(`--${name} is required`);
}

type On<O extends Options, Opens> = Opens extends "nothing"
  ? Pick<Site, "json" | "command">
  : O extends { campaign: typeof campaign }
    ? OfCampaign
    : Site;

/** What `run` gets: each option's value under its name, and the campaign separately. */
export type Given<O extends Options> = {
  [Name in keyof O as O[Name] extends typeof campaign ? never : Name]: O[Name] extends Option<infer Value>
    ? Value
    : never;
};

/** A command's result: an object for `--json`, text for people. */
type Ended = { code: number; outcome: object; text: string };

const linesOf = (lines: string[]) => lines.map((line) => `${line}\n`).join("");

/** Ends a command that succeeded. */
export const done = (outcome: object, ...lines: string[]): Ended => ({
  code: exitCodes.done,
  outcome,
  text: linesOf(lines),
});

/** Ends a command that failed or found nothing, with a result to print. */
export const notDone = (outcome: object, ...lines: string[]): Ended => ({
  ...done(outcome, ...lines),
  code: exitCodes.failed,
});

/** Ends a command that prints a text unchanged, without adding a line break. */
export const printed = (outcome: object, text: string): Ended => ({ code: exitCodes.done, outcome, text });

/** Prints the result: one object with `--json`, else lines for people. */
export function tell(json: boolean, { code, outcome, text }: Ended): number {
  process.stdout.write(json ? `${JSON.stringify(outcome)}\n` : text);
  return code;
}

/** A command: its help and its code; its name is its file's path. */
export type Command = {
  summary: string;
  options: Options;
  perform: (name: string, args: string[]) => Promise<number>;
};

/**
 * Makes a command. `read` checks its options together, before the database is opened. `run` does the work and
 * returns the result, or an exit code if it has printed everything itself.
 */
export function command<
  const O extends Options,
  Wanted = Given<O>,
  Opens extends "database" | "nothing" = "database",
>(what: {
  summary: string;
  options: O;
  /** `nothing`: opens neither database nor environment. */
  opens?: Opens;
  read?: (given: Given<O>) => Wanted | Promise<Wanted>;
  run: (on: On<O, Opens>, wanted: Wanted) => Promise<Ended | number>;
}): Command {
  const { summary, options, opens = "database", read, run } = what;
  return {
    summary,
    options,
    async perform(name, args) {
      const { json, ...given } = await readOptions(options, args);
      const slug = options.campaign === campaign ? String(given.campaign) : null;
      if (slug !== null) delete given.campaign;
      const wanted = (read ? await read(given as Given<O>) : given) as Wanted;
      const end = async (on: object, found: object = {}) => {
        const site = { ...on, json, command: name } as On<O, Opens>;
        const ended = await run(site, Object.keys(found).length > 0 ? { ...wanted, ...found } : wanted);
        return typeof ended === "number" ? ended : tell(json, ended);
      };
      if (opens === "nothing") return end({});
      return withDatabase(name, async (opened) => {
        if (slug === null) return end(opened);
        const on = await actOn(opened, slug);
        return end(on, await findAll(options, { ...on, json, command: name }, given));
      });
    },
  };
}

async function actOn(opened: Opened, slug: string) {
  const found = await requireCampaign(opened.db, slug);
  const campaignId = found.id;
  const operator = { campaignId, actor: "operator" } as const;
  return { ...opened, campaign: found, scope: { campaignId, organizerId: null }, operator };
}

export async function requireCampaign(db: Db, slug: string): Promise<Campaign> {
  const found = await findCampaignOfUpdates(db, slug);
  if (!found) throw new CommandFailed(`There is no campaign "${slug}". Run \`campaign list\`.`);
  return found;
}

async function findAll(options: Options, on: OfCampaign, given: Record<string, unknown>) {
  const found: Record<string, unknown> = {};
  for (const [key, { find }] of Object.entries(options)) {
    const named = given[key];
    if (find && named !== undefined) found[key] = await find(on, named as never);
  }
  return found;
}

/** Names an option as typed: `bodyFile` is `--body-file`. */
export const optionName = (key: string) => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Lists the given options, as typed. */
export const givenNames = (given: object) =>
  Object.entries(given).flatMap(([key, value]) =>
    value === undefined || value === false || (Array.isArray(value) && value.length === 0)
      ? []
      : [optionName(key)],
  );

async function readOptions(
  options: Options,
  args: string[],
): Promise<Record<string, unknown> & { json: boolean }> {
  const config = Object.entries(options)
    .filter(([, { isOperand }]) => !isOperand)
    .map(([key, { hint }]) => [
      optionName(key),
      { type: hint === null ? "boolean" : "string", multiple: true } as const,
    ]);
  const operand = Object.entries(options).find(([, { isOperand }]) => isOperand)?.[0];
  const { values, positionals } = parse({
    args,
    options: { json: { type: "boolean" }, ...Object.fromEntries(config) },
    allowPositionals: operand !== undefined,
  });
  if (positionals.length > 1) throw new UsageError(`Unexpected argument '${positionals[1]}'`);
  const read: Record<string, unknown> = {};
  const filesLast = Object.entries(options).sort(
    ([, a], [, b]) => Number(a.isFile ?? 0) - Number(b.isFile ?? 0),
  );
  for (const [key, { take }] of filesLast) {
    const given = key === operand ? positionals : [values[optionName(key)] ?? []].flat();
    read[key] = await take(given.map(String), optionName(key));
  }
  return { json: values.json === true, ...read };
}

function parse(config: Parameters<typeof parseArgs>[0]) {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new UsageError((error as Error).message.split(". ")[0] ?? "");
  }
}

/** Counts with a noun: "1 person", "12 people". */
export const counted = (count: number, one: string, other: string) => `${count} ${count === 1 ? one : other}`;
