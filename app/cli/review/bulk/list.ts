import { campaign, command, done } from "#app/cli/command.ts";
import { table } from "#app/cli/parts/table.ts";
import { listBulks } from "#app/domain/review/bulk/list-bulks.server.ts";

export default command({
  summary: "list bulk invalidations with their progress, newest first",
  options: { campaign },
  async run({ db, campaign }) {
    const bulks = (await listBulks(db, campaign.id)).map(({ askedById: _id, ...bulk }) => bulk);
    const rows = bulks.map(({ number, state, invalidated, matched, conditions }) => [
      number,
      state,
      `${invalidated} of ${matched ?? "?"}`,
      Object.entries(conditions)
        .flatMap(([name, value]) => (value === null ? [] : [`${name} ${value}`]))
        .join(", "),
    ]);
    const lines = table(["number", "state", "invalidated", "conditions"], rows);
    return done({ bulks }, ...(lines.length ? lines : ["No bulk invalidations yet."]));
  },
});
