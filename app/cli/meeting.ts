import type { z } from "zod";
import type { Meeting } from "#app/domain/campaign/meetings/meeting.ts";
import { listMeetings } from "#app/domain/campaign/meetings/queries.server.ts";
import { words } from "#app/i18n/index.ts";
import type { Opened } from "./environment.ts";
import { CommandFailed, required, UsageError } from "./old.ts";
import { choicesOf } from "./on-campaign.ts";
import { requireCampaign } from "./update.ts";

const text = { type: "string" } as const;

/** What every command on the facts of a company takes: `--set record_date=2026-10-01`, as often as there are fields. */
export const settingFields = {
  campaign: text,
  set: { type: "string", multiple: true },
  checked: { type: "boolean" },
} as const;

/** The year that names a meeting. */
export function yearOf(given: string | undefined): number {
  const year = required(given, "year");
  if (!/^20\d\d$/.test(year)) throw new UsageError("--year is a year like 2026");
  return Number(year);
}

/** The operator as a keeper of a campaign's facts, and its meetings. */
export async function keeperOf(opened: Pick<Opened, "db">, slug: string) {
  const { id } = await requireCampaign(opened, slug);
  const meetings = await listMeetings(opened.db, id);
  return { campaignId: id, scope: { campaignId: id, organizerId: null }, meetings };
}

/** The meeting of a year. */
export function requireMeeting(meetings: readonly Meeting[], year: number): Meeting {
  const meeting = meetings.find((one) => one.year === year);
  if (!meeting) throw new CommandFailed(`There is no meeting of ${year}: see \`meeting list\`.`);
  return meeting;
}

type Given = { set?: string[] | undefined; checked?: boolean | undefined };

/** What stands with what is set instead, as the form of the console reads it; `name=` empties a field. */
export function formWith<Form extends z.ZodObject>(
  form: Form,
  stands: Record<string, string>,
  { set = [], checked }: Given,
  errors: Record<string, string> = words("en").meetings.errors,
): z.output<Form> {
  const fields: Record<string, string> = { ...stands, ...(checked ? { checked: "on" } : {}) };
  const known = Object.keys(form.shape).filter((name) => !["seen", "checked", "version"].includes(name));
  for (const one of set) {
    const [name = "", ...rest] = one.split("=");
    if (!known.includes(name)) throw new UsageError(`--set begins with one of ${known.join(", ")}`);
    fields[name] = rest.join("=");
  }
  const read = form.safeParse(fields);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const said = errors[issue?.message ?? ""] ?? issue?.message;
  throw new UsageError(`${issue?.path.join(".")}: ${said}${choicesOf(issue)}`);
}

/** Why it was not stored. */
export const notKept: Record<string, string> = {
  stale: "Somebody saved it at this moment: nothing was stored. Try again.",
  "year-taken": "There is a meeting of that year already: leave --new out.",
  "number-taken": "The meeting has another proposal of that number.",
  "title-taken": "The meeting has another proposal of that title: give it a number.",
  gone: "There is no such meeting or proposal.",
};
