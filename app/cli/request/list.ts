import { withDatabase } from "#app/cli/environment.ts";
import { CommandFailed, exitCodes, readOptions, required, tell } from "#app/cli/old.ts";
import { table } from "#app/cli/table.ts";
import { findCampaign } from "#app/domain/campaign/queries.server.ts";
import { listRequests } from "#app/domain/upkeep/retention/list-requests.server.ts";

/** What was noted for the page of transparency, newest first, with what was noted before a correction. */
export async function requestList(args: string[]): Promise<number> {
  const { json, campaign } = readOptions(args, { campaign: { type: "string" } });
  const slug = required(campaign, "campaign");
  return withDatabase("request list", async ({ db }) => {
    const found = await findCampaign(db, slug);
    if (!found) throw new CommandFailed(`There is no campaign "${slug}".`);
    const requests = await listRequests(db, found.id);
    const rows = requests.map(({ id, receivedOn, kind, received, answer, before }) => [
      ...[id, receivedOn.slice(0, 7), kind, received, answer, before.length > 0 ? "corrected" : ""],
    ]);
    const lines = table(["id", "month", "kind", "people", "answer", ""], rows);
    tell(json, { requests }, ...(lines.length > 0 ? lines : ["None was noted."]));
    return exitCodes.done;
  });
}
