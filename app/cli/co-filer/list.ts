import { campaign, command, done, UsageError } from "#app/cli/command.ts";
import { company } from "#app/cli/company/parts/company.ts";
import { year } from "#app/cli/meeting/parts/meeting.ts";
import { oneOf, option, otherwise } from "#app/cli/options.ts";
import { table } from "#app/cli/parts/table.ts";
import { meetingOf } from "#app/cli/pledge/parts/pledge.ts";
import { coFilerStates } from "#app/domain/entries/pledges/co-filers/co-filer.ts";
import { listCoFilers } from "#app/domain/entries/pledges/co-filers/list-co-filers.server.ts";
import { noteListView } from "#app/domain/record/note-view.server.ts";
import { isUuid } from "#app/lib/uuid.ts";

const after = option("PLACE", "next page: the value the page before printed", (given, name) => {
  const [publicId = "", since = ""] = given.split("@");
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{1,6}Z$/.test(since) || !isUuid(publicId))
    throw new UsageError(`--${name} must be the value that the page before printed`);
  return { side: "newer" as const, than: { publicId, since } };
});

export default command({
  summary: "list holders who offered to co-file, longest waiting first; the view is logged",
  options: {
    campaign,
    company,
    year,
    state: otherwise(oneOf(coFilerStates, "only this state"), "interested"),
    after,
  },
  async run({ db, scope }, { company, year, state, after: cursor = null }) {
    const meeting = await meetingOf({ db, scope }, year, company?.id);
    const page = await listCoFilers(db, { ...scope, meetingId: meeting.id }, state, cursor);
    const view = {
      rows: page.coFilers.length,
      filter: { state, year: meeting.year },
      paged: cursor !== null,
    };
    await noteListView(db, scope, { list: "co-filers", ...view });
    const rows = page.coFilers.map(({ publicId, verification, country, name, email }) => [
      publicId,
      state,
      verification,
      country,
      name,
      email,
    ]);
    const more = page.newer ? [`More: --after ${page.newer.publicId}@${page.newer.since}`] : [];
    const lines =
      rows.length > 0
        ? table(["id", "state", "level", "country", "name", "address"], rows)
        : ["Nobody in this state."];
    return done({ year: meeting.year, state, ...page }, ...lines, ...more);
  },
});
