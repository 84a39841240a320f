import { withDatabase } from "#app/cli/environment.ts";
import { CommandFailed, exitCodes, readOptions, required, tell, UsageError } from "#app/cli/old.ts";
import { requireUpdate } from "#app/cli/update.ts";
import { findWriter } from "#app/domain/outgoing/updates/find-by-reference.server.ts";
import { testUpdate } from "#app/domain/outgoing/updates/test-update.server.ts";
import { testsAnHour } from "#app/domain/outgoing/updates/update.ts";

const text = { type: "string" } as const;

/** Sends a test of an update to an organizer of its campaign, and to nobody else. */
export async function updateTest(args: string[]): Promise<number> {
  const { json, campaign, update, to, locale } = readOptions(args, {
    ...{ campaign: text, update: text, to: text, locale: text },
  });
  const slug = required(campaign, "campaign");
  const reference = required(update, "update");
  const address = required(to, "to");

  return withDatabase("update test", async (opened) => {
    const found = await requireUpdate(opened, slug, reference);
    const { campaignId, publicId } = found;
    const organizerId = await findWriter(opened.db, campaignId, address);
    if (!organizerId) throw new CommandFailed("--to is no organizer of this campaign who may write updates.");
    const { languages } = found.update;
    const language = locale ?? languages[0] ?? "en";
    if (!languages.includes(language)) throw new UsageError(`--locale is one of ${languages.join(", ")}`);
    const input = { campaignId, publicId, organizerId, locale: language, actor: "operator" } as const;
    const { outcome } = await testUpdate(opened.db, input);
    if (outcome === "gone") throw new CommandFailed("There is no such update any more.");
    if (outcome === "too-many") {
      throw new CommandFailed(`${testsAnHour} tests went to this organizer within the hour: wait a while.`);
    }
    tell(json, { outcome: "queued", publicId, locale: language }, "The test is queued.");
    return exitCodes.done;
  });
}
