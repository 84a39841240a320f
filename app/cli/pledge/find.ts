import { campaign, command } from "#app/cli/command.ts";
import { year } from "#app/cli/meeting/parts/meeting.ts";
import { endSearch, searched } from "#app/cli/parts/search.ts";
import { meetingOf } from "#app/cli/pledge/parts/pledge.ts";
import { searchPledges } from "#app/domain/entries/pledges/list/search-pledges.server.ts";

export default command({
  summary: "find pledges by the holder's address or part of the name; the search is logged",
  options: { campaign, for: searched, year },
  async run(on, { for: typed, year }) {
    const { id: meetingId } = await meetingOf(on, year);
    const found = await searchPledges(on.db, { ...on.scope, meetingId }, typed);
    const rows = found.outcome === "found" ? { rows: found.pledges, more: found.more } : null;
    return endSearch(on, "pledges", typed, rows);
  },
});
