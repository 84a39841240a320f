import { campaign, command, done } from "#app/cli/command.ts";
import { company } from "#app/cli/company/parts/company.ts";
import { year } from "#app/cli/meeting/parts/meeting.ts";
import { id, oneOf } from "#app/cli/options.ts";
import { table } from "#app/cli/parts/table.ts";
import { meetingOf } from "#app/cli/pledge/parts/pledge.ts";
import { listPledges } from "#app/domain/entries/pledges/list/list-pledges.server.ts";
import { listedStates, wholePledgeList } from "#app/domain/entries/pledges/list/pledge-list.ts";
import { verifications } from "#app/domain/entries/pledges/pledge.ts";
import { noteListView } from "#app/domain/record/note-view.server.ts";

export default command({
  summary: "list pledges for a meeting, newest first, without holdings; the view is logged",
  options: {
    campaign,
    company,
    year,
    state: oneOf(listedStates, "only this state"),
    level: oneOf(verifications, "only this verification level"),
    older: id("next page: the value the page before printed", "pledge list"),
  },
  read: ({ company, year, state = null, level: verification = null, older }) => ({
    company,
    year,
    filter: { ...wholePledgeList, state, verification },
    cursor: older === undefined ? null : { side: "older" as const, than: older },
  }),
  async run({ db, scope }, { company, year, filter, cursor }) {
    const meeting = await meetingOf({ db, scope }, year, company?.id);
    const ofMeeting = { ...scope, meetingId: meeting.id };
    const { pledges, older } = await listPledges(db, ofMeeting, filter, cursor);
    const view = { rows: pledges.length, filter: { year: meeting.year }, paged: cursor !== null };
    await noteListView(db, scope, { list: "pledges", ...view });
    const rows = pledges.map(({ publicId, pledgedAt, state, kind, verification, country, name }) => [
      publicId,
      pledgedAt.slice(0, 10),
      state,
      kind,
      verification,
      country,
      name,
    ]);
    const more = older === null ? [] : [`More: --older ${older}`];
    const lines =
      rows.length > 0
        ? table(["id", "pledged", "state", "kind", "level", "country", "name"], rows)
        : [`No pledges for ${meeting.year}.`];
    return done({ year: meeting.year, pledges, older }, ...lines, ...more);
  },
});
