import type { z } from "zod";
import { CommandFailed, UsageError } from "#app/cli/command.ts";
import { flag, option, repeated, text } from "#app/cli/options.ts";
import { readFormWith } from "#app/cli/parts/forms.ts";
import type { OfCompany } from "#app/domain/campaign/company-of.server.ts";
import type { Meeting } from "#app/domain/campaign/meetings/meeting.ts";
import { listMeetings } from "#app/domain/campaign/meetings/queries.server.ts";
import { words } from "#app/i18n/index.ts";
import type { Db } from "#db/index.ts";

/** Options of every command on a company's facts; given once for each field. */
export const factOptions = {
  set: repeated(text("FIELD=VALUE", "a field and its value; FIELD= clears it")),
  checked: flag("confirm that you checked everything against its source"),
};

export const year = option("Y", "the year of the meeting", (given, name) => {
  if (!/^20\d\d$/.test(given)) throw new UsageError(`--${name} must be a year like 2026`);
  return Number(given);
});

export async function requireMeeting(
  db: Db,
  { campaignId, companyId }: OfCompany,
  year: number,
): Promise<Meeting> {
  const meeting = (await listMeetings(db, campaignId, companyId)).find((one) => one.year === year);
  if (!meeting) throw new CommandFailed(`There is no meeting of ${year}. Run \`meeting list\`.`);
  return meeting;
}

export const readFacts = <Form extends z.ZodObject>(
  form: Form,
  stored: Record<string, string>,
  given: { set: string[]; checked: boolean },
): z.output<Form> => readFormWith(form, stored, given, words("en").meetings.errors);

const refused: Record<string, string> = {
  stale: "Nothing was saved: someone else saved it first. Try again.",
  "year-taken": "There is already a meeting of that year. Leave out --new.",
  "number-taken": "Another proposal of the meeting has that number.",
  "not-held": "That meeting is still to come: nothing was voted on yet.",
  "votes-published": "Two people published those votes: correct them on the page of the meeting's result.",
  "title-taken": "Another proposal of the meeting has that title. Give this one a number.",
  "no-rule":
    "Nothing was saved: pages under this company's law show no rule for proposals. " +
    "If the law is wrong, correct it with `company set --set jurisdiction=us`.",
  gone: "There is no such meeting or proposal.",
};

export const factsRefused = (outcome: string) => new CommandFailed(refused[outcome] ?? outcome);

export function storedLine(changed: readonly string[], checked: boolean): string {
  if (changed.length === 0 && !checked) return "Nothing was changed.";
  const how = checked ? "as verified by the operator" : "as not verified";
  return `Saved ${how}: ${changed.join(", ") || "no other changes"}.`;
}

/** Makes JSON of a value with big integers, as text. */
export const asJson = (value: unknown) =>
  JSON.parse(JSON.stringify(value, (_key, inner) => (typeof inner === "bigint" ? `${inner}` : inner)));
