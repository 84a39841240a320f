import { campaign, command, done } from "#app/cli/command.ts";
import { flag } from "#app/cli/options.ts";
import { table } from "#app/cli/parts/table.ts";
import { conditionOptions, readConditions } from "#app/cli/review/parts/review.ts";
import { noteListView } from "#app/domain/record/note-view.server.ts";
import { previewBulk } from "#app/domain/review/bulk/bulk-matching.server.ts";
import { words } from "#app/i18n/index.ts";

export default command({
  summary: "count the signatures that match all conditions",
  options: { campaign, ...conditionOptions, names: flag("include the newest matches; logged as a view") },
  read: ({ names, ...given }) => ({ names, conditions: readConditions(given) }),
  async run({ db, scope, campaign: { id } }, { names, conditions }) {
    const { matched, sample } = await previewBulk(db, id, conditions);
    const say = words("en").review.bulk;
    const many = matched === null ? say.matchedMany : say.matched(matched);
    if (!names) return done({ conditions, matched }, many);
    await noteListView(db, scope, { list: "review", rows: sample?.length ?? 0 });
    const rows = (sample ?? []).map(({ state, country, name, email }) => [state, country, name, email]);
    return done(
      { conditions, matched, sample },
      many,
      ...table(["state", "country", "name", "address"], rows),
    );
  },
});
