import { ballotItemForm, ballotItemOfForm } from "#app/domain/campaign/meetings/ballot-item-form.ts";
import { featureMeeting } from "#app/domain/campaign/meetings/feature-meeting.server.ts";
import { fieldsOfItem, fieldsOfMeeting } from "#app/domain/campaign/meetings/fields.ts";
import { meetingForm, meetingOfForm } from "#app/domain/campaign/meetings/meeting-form.ts";
import { saveBallotItem, seenOfItem } from "#app/domain/campaign/meetings/save-ballot-item.server.ts";
import { saveMeeting, seenOfMeeting } from "#app/domain/campaign/meetings/save-meeting.server.ts";
import { withDatabase } from "./environment.ts";
import { formWith, keeperOf, notKept, requireMeeting, settingFields, yearOf } from "./meeting.ts";
import { CommandFailed, exitCodes, readOptions, required, tell, UsageError } from "./old.ts";

const text = { type: "string" } as const;
const said = (changed: readonly string[], checked: boolean) =>
  changed.length === 0 && !checked
    ? "Nothing was changed."
    : `Stored${checked ? ", and vouched for by the operator" : ", and not verified"}: ${changed.join(", ") || "nothing else"}.`;

/** Stores what is known of a meeting; what is not named stays. Reminders are planned anew. */
export async function meetingSet(args: string[]): Promise<number> {
  const options = { ...settingFields, year: text, new: { type: "boolean" } } as const;
  const { json, campaign, new: isNew = false, ...given } = readOptions(args, options);
  const slug = required(campaign, "campaign");
  const year = yearOf(given.year);
  const { checked = false } = given;
  return withDatabase("meeting set", async (opened) => {
    const { scope, meetings } = await keeperOf(opened, slug);
    const before = isNew ? null : requireMeeting(meetings, year);
    const form = formWith(meetingForm(new Date(), year), before ? fieldsOfMeeting(before) : {}, given);
    const values = meetingOfForm(form);
    const seen = before && seenOfMeeting(before);
    const saved = await saveMeeting(opened.db, { scope, year, seen, values, checked });
    if (saved.outcome !== "saved") throw new CommandFailed(notKept[saved.outcome] ?? saved.outcome);
    tell(json, { ...saved, year }, said(saved.changed, checked));
    return exitCodes.done;
  });
}

/** Stores what is known of a proposal; what is not named stays. Without `--item` a new one. */
export async function itemSet(args: string[]): Promise<number> {
  const { json, campaign, item, ...given } = readOptions(args, { ...settingFields, year: text, item: text });
  const slug = required(campaign, "campaign");
  const year = yearOf(given.year);
  if (item !== undefined && !/^[1-9]\d{0,8}$/.test(item)) throw new UsageError("--item is an id");
  const { checked = false } = given;
  return withDatabase("item set", async (opened) => {
    const { scope, meetings } = await keeperOf(opened, slug);
    const { items } = requireMeeting(meetings, year);
    const before = item === undefined ? null : items.find(({ id }) => id === Number(item));
    if (before === undefined) throw new CommandFailed(`There is no proposal ${item}: see \`item list\`.`);
    const form = formWith(ballotItemForm(new Date()), before ? fieldsOfItem(before) : {}, given);
    const saved = await saveBallotItem(opened.db, {
      ...{ scope, year, values: ballotItemOfForm(form), checked },
      item: before && { id: before.id, seen: seenOfItem(before) },
    });
    if (saved.outcome !== "saved") throw new CommandFailed(notKept[saved.outcome] ?? saved.outcome);
    tell(json, saved, said(saved.changed, checked));
    return exitCodes.done;
  });
}

/** Lets the campaign take pledges for a meeting. */
export async function meetingFeature(args: string[]): Promise<number> {
  const { json, campaign, ...given } = readOptions(args, { campaign: text, year: text });
  const slug = required(campaign, "campaign");
  const year = yearOf(given.year);
  return withDatabase("meeting feature", async (opened) => {
    const { scope } = await keeperOf(opened, slug);
    const featured = await featureMeeting(opened.db, { scope, year });
    if (featured.outcome === "gone") throw new CommandFailed(`There is no meeting of ${year}.`);
    tell(json, { ...featured, year }, `Pledges are for the meeting of ${year}.`);
    return exitCodes.done;
  });
}
