import { campaign, command } from "#app/cli/command.ts";
import { company } from "#app/cli/company/parts/company.ts";
import { year } from "#app/cli/meeting/parts/meeting.ts";
import { endSearch, searched } from "#app/cli/parts/search.ts";
import { meetingOf } from "#app/cli/pledge/parts/pledge.ts";
import { searchPledges } from "#app/domain/entries/pledges/list/list-pledges.server.ts";

export default command({
  summary: "find pledges by the holder's address or part of the name; the search is logged",
  options: { campaign, company, for: searched, year },
  async run(on, { company, for: typed, year }) {
    const { id: meetingId } = await meetingOf(on, year, company?.id);
    const found = await searchPledges(on.db, { ...on.scope, meetingId }, typed);
    const rows = found.outcome === "found" ? { rows: found.pledges, more: found.more } : null;
    return endSearch(on, "pledges", typed, rows);
  },
});
