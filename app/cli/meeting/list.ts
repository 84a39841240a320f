import { campaign, command, done } from "#app/cli/command.ts";
import { company } from "#app/cli/company/parts/company.ts";
import { asJson } from "#app/cli/meeting/parts/meeting.ts";
import { table } from "#app/cli/parts/table.ts";
import { listMeetings } from "#app/domain/campaign/meetings/queries.server.ts";

const minute = (time: Date | null) => time?.toISOString().slice(0, 16).replace("T", " ") ?? "unknown";

export default command({
  summary: "list the company's meetings, latest first",
  options: { campaign, company },
  async run({ db, campaign }, { company }) {
    const meetings = await listMeetings(db, campaign.id, company?.id);
    const rows = meetings.map(({ year, status, meetingOn, recordDate, voteBy, items, verifiedBy }) => [
      year,
      status,
      meetingOn ?? "unknown",
      recordDate ?? "unknown",
      minute(voteBy),
      items.length,
      verifiedBy ?? "not verified",
    ]);
    const headings = ["year", "state", "meets", "record date", "vote by (UTC)", "proposals", "verified by"];
    const lines = table(headings, rows);
    return done({ meetings: asJson(meetings) }, ...(lines.length > 0 ? lines : ["No meetings yet."]));
  },
});
