import { exitCodes, readOptions, required, tell, UsageError } from "#app/cli/command.ts";
import { withDatabase } from "#app/cli/environment.ts";
import { table } from "#app/cli/table.ts";
import { requireCampaign } from "#app/cli/update.ts";
import { listChanges } from "#app/domain/campaign/list-changes.server.ts";
import { changedThings } from "#app/domain/campaign/wording.ts";

const text = { type: "string" } as const;

/** Who wrote and published what of a campaign, and when, newest first. */
export async function campaignHistory(args: string[]): Promise<number> {
  const { json, ...given } = readOptions(args, { campaign: text, thing: text, before: text });
  const slug = required(given.campaign, "campaign");
  const thing = changedThings.find((one) => one === given.thing) ?? null;
  if (given.thing !== undefined && thing === null)
    throw new UsageError(`--thing is one of ${changedThings.join(", ")}`);
  if (given.before !== undefined && !/^\d{1,15}$/.test(given.before))
    throw new UsageError("--before is the number that the page before ended with");
  return withDatabase("campaign history", async (opened) => {
    const { id } = await requireCampaign(opened, slug);
    const before = given.before === undefined ? null : Number(given.before);
    const { changes, next } = await listChanges(opened.db, id, { thing, before });
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
        ? ["Nobody has edited anything yet."]
        : table(["number", "time", "by", "stage", "thing", "fields"], rows);
    tell(json, { outcome: "listed", changes, next }, ...lines, ...(next ? [`Older: --before ${next}`] : []));
    return exitCodes.done;
  });
}
