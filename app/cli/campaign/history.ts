import { campaign, command, done, UsageError } from "#app/cli/command.ts";
import { oneOf, option } from "#app/cli/options.ts";
import { table } from "#app/cli/parts/table.ts";
import { listChanges } from "#app/domain/campaign/history/list-changes.server.ts";
import { changedThings } from "#app/domain/campaign/wording.ts";

const before = option("N", "next page: the value the page before printed", (given, name) => {
  if (/^\d{1,15}$/.test(given)) return Number(given);
  throw new UsageError(`--${name} must be the number that the page before printed`);
});

export default command({
  summary: "list edits and publications, newest first",
  options: { campaign, thing: oneOf(changedThings, "only changes of this thing"), before },
  async run({ db, campaign }, { thing = null, before = null }) {
    const { changes, next } = await listChanges(db, campaign.id, { thing, before });
    const rows = changes.map(({ at, by, stage, thing: what, thingId, fields }) => [
      fields[0]?.id ?? 0,
      `${at.slice(0, 16).replace("T", " ")} UTC`,
      by ?? "the operator",
      stage === "draft" ? "wrote" : "published",
      thingId === null ? what : `${what} ${thingId}`,
      fields.map(({ field }) => field).join(", "),
    ]);
    const lines =
      rows.length === 0
        ? ["No edits yet."]
        : table(["number", "time", "by", "stage", "thing", "fields"], rows);
    return done({ outcome: "listed", changes, next }, ...lines, ...(next ? [`More: --before ${next}`] : []));
  },
});
