import { company } from "#app/cli/company/parts/company.ts";
import { year } from "#app/cli/meeting/parts/meeting.ts";
import { listCommand } from "#app/cli/parts/list.ts";
import { meetingOf } from "#app/cli/pledge/parts/pledge.ts";
import { pledgeList } from "#app/domain/entries/pledges/list/list-pledges.server.ts";

export default listCommand({
  summary: "list pledges for a meeting, newest first, without holdings; the view is logged",
  list: pledgeList,
  options: { company, year },
  async scope(on, { year, company }) {
    const meeting = await meetingOf(on, year, company?.id);
    return { ...on.scope, meetingId: meeting.id, year: meeting.year };
  },
  about: ({ year }) => ({ year }),
  columns: {
    id: ({ publicId }) => publicId,
    pledged: ({ pledgedAt }) => pledgedAt.slice(0, 10),
    state: ({ state }) => state,
    kind: ({ kind }) => kind,
    level: ({ verification }) => verification,
    country: ({ country }) => country,
    name: ({ name }) => name,
  },
  none: ({ year }) => `No pledges for ${year}.`,
  from: "pledge list",
});
