import { campaign, command, done } from "#app/cli/command.ts";
import { year } from "#app/cli/meeting/parts/meeting.ts";
import { id, oneOf } from "#app/cli/options.ts";
import { table } from "#app/cli/parts/table.ts";
import { meetingOf } from "#app/cli/pledge/parts/pledge.ts";
import { listPledges } from "#app/domain/entries/pledges/list/list-pledges.server.ts";
import { listedStates, wholePledgeList } from "#app/domain/entries/pledges/list/pledge-list.ts";
import { verifications } from "#app/domain/entries/pledges/pledge.ts";
import { noteLook } from "#app/domain/record/note-view.server.ts";

export default command({
  summary: "pledges for a meeting, newest first, without what is held; the view is recorded",
  options: {
    campaign,
    year,
    state: oneOf(listedStates, "in this state"),
    level: oneOf(verifications, "checked to this level"),
    older: id("the page after, as the page before said", "pledge list"),
  },
  read: ({ year, state = null, level: verification = null, older }) => ({
    year,
    filter: { ...wholePledgeList, state, verification },
    cursor: older === undefined ? null : { side: "older" as const, than: older },
  }),
  async run({ db, scope }, { year, filter, cursor }) {
    const meeting = await meetingOf({ db, scope }, year);
    const ofMeeting = { ...scope, meetingId: meeting.id };
    const { pledges, older } = await listPledges(db, ofMeeting, filter, cursor);
    const look = { rows: pledges.length, filter: { year: meeting.year }, paged: cursor !== null };
    await noteLook(db, scope, { list: "pledges", ...look });
    const rows = pledges.map(({ publicId, pledgedAt, state, kind, verification, country, name }) => [
      publicId,
      pledgedAt.slice(0, 10),
      state,
      kind,
      verification,
      country,
      name,
    ]);
    const more = older === null ? [] : [`There are more: --older ${older}`];
    const lines =
      rows.length > 0
        ? table(["id", "pledged", "state", "kind", "level", "country", "name"], rows)
        : [`No pledge for ${meeting.year} is there.`];
    return done({ year: meeting.year, pledges, older }, ...lines, ...more);
  },
});
