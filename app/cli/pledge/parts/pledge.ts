import { CommandFailed, type OfCampaign } from "#app/cli/command.ts";
import { chooseMeeting } from "#app/domain/campaign/meetings/meeting-settings.server.ts";
import { words } from "#app/i18n/index.ts";

export async function meetingOf(
  { db, scope }: Pick<OfCampaign, "db" | "scope">,
  year: number | undefined,
  companyId?: number,
) {
  const { meeting } = await chooseMeeting(db, scope.campaignId, year ?? null, companyId);
  if (year === undefined && !meeting)
    throw new CommandFailed("No meeting takes pledges now. Add --year, from `meeting list`.");
  if (!meeting || (year !== undefined && meeting.year !== year))
    throw new CommandFailed(`There is no meeting of ${year}. Run \`meeting list\`.`);
  return meeting;
}

/** Refuses for a pledge, in the console's words. */
export const pledgeRefused = (outcome: string) =>
  new CommandFailed(
    words("en").pledgeList.one.undone[outcome] ?? "There is no such pledge. Run `pledge list`.",
  );
