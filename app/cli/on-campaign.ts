import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import type { ParseArgsConfig } from "node:util";
import type { z } from "zod";
import { type Opened, withDatabase } from "./environment.ts";
import { type Command, CommandFailed, readOptions, required, UsageError } from "./old.ts";
import { requireCampaign } from "./update.ts";

/** Why nothing is approved, sent or let go on in a campaign whose panic switch is on. */
export const whileFrozen =
  "The campaign is frozen: nothing is approved, sent or let go on until `unfreeze --campaign S` lifts that.";

type Options = NonNullable<ParseArgsConfig["options"]>;
type Given<T extends Options> = Omit<
  ReturnType<typeof readOptions<T & { campaign: { type: "string" } }>>,
  "json" | "campaign"
>;

/** What a command about one campaign works with. `scope` and `actor`: the operator, who is no organizer. */
export type OnCampaign = {
  opened: Opened;
  json: boolean | undefined;
  campaign: Awaited<ReturnType<typeof requireCampaign>>;
  scope: { campaignId: number; organizerId: null };
  actor: "operator";
};

/**
 * A command about one campaign: `read` makes of its options what it needs, or says what is wrong with them before the
 * database is opened; `work` does it.
 */
export const onCampaign =
  <const T extends Options, Wanted>(
    name: string,
    options: T,
    read: (given: Given<T>) => Wanted | Promise<Wanted>,
    work: (on: OnCampaign, wanted: Wanted) => Promise<number>,
  ): Command =>
  async (args) => {
    const given = readOptions(args, { ...options, campaign: { type: "string" } as const });
    const { json, campaign: slug, ...rest } = given as typeof given & { json?: boolean; campaign?: string };
    const named = required(slug, "campaign");
    const wanted = await read(rest as unknown as Given<T>);
    return withDatabase(name, async (opened) => {
      const campaign = await requireCampaign(opened, named);
      const scope = { campaignId: campaign.id, organizerId: null };
      return work({ opened, json, campaign, scope, actor: "operator" }, wanted);
    });
  };

/** One of the words that an option knows. */
export function oneOf<T extends string>(known: readonly T[], given: string | undefined, option: string): T {
  const found = known.find((each) => each === required(given, option));
  if (!found) throw new UsageError(`--${option} is one of ${known.join(", ")}`);
  return found;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** An id as `from` prints it. */
export function idOf(given: string | undefined, option: string, from: string): string {
  const id = required(given, option);
  if (!uuid.test(id)) throw new UsageError(`--${option} is an id that \`${from}\` prints`);
  return id;
}

/** What a form of the console makes of fields; a wrong one is told by the option it came from, in the console's words. */
export function readForm<Form extends z.ZodType>(
  form: Form,
  fields: Record<string, unknown>,
  errors: Record<string, string>,
  optionOf: Record<string, string> = {},
): z.output<Form> {
  const read = form.safeParse(fields);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const field = String(issue?.path[0] ?? "");
  const code = issue?.message ?? "";
  const option = optionOf[field] ?? field.replaceAll("_", "-");
  throw new UsageError(`--${option}: ${errors[code] ?? code}${choicesOf(issue)}`);
}

/** The words that a field knows, where it knows some and was given none of them. */
export const choicesOf = (issue: z.core.$ZodIssue | undefined): string =>
  issue?.code === "invalid_value" && issue.values.length > 1 ? ` (one of ${issue.values.join(", ")})` : "";

/** A moment as a command prints it. */
export function momentOf(given: string | undefined, option: string): Date {
  const time = new Date(required(given, option));
  if (Number.isNaN(time.getTime())) throw new UsageError(`--${option} is a time that a command printed`);
  return time;
}

/** The text of a file that an option names, `-` for standard input; undefined where it names none. */
export async function readText(file: string | undefined, option: string): Promise<string | undefined> {
  if (file === undefined) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(
      await (file === "-" ? buffer(process.stdin) : readFile(file)),
    );
  } catch (error) {
    const why = error instanceof TypeError ? "it is not UTF-8" : (error as Error).message;
    throw new CommandFailed(`--${option} cannot be read: ${why}.`);
  }
}
