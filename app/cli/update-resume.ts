import { resumeUpdate } from "../domain/updates/resume-update.server.ts";
import { CommandFailed, exitCodes, readOptions, required, tell } from "./command.ts";
import { withDatabase } from "./environment.ts";
import { notReady, requireUpdate, withMailing } from "./on-update.ts";

const text = { type: "string" } as const;

/** Lets a paused update go on. */
export async function updateResume(args: string[]): Promise<number> {
  const { json, campaign, update } = readOptions(args, { campaign: text, update: text });
  const slug = required(campaign, "campaign");
  const reference = required(update, "update");

  return withDatabase("update resume", async (opened) => {
    const { campaignId, publicId, update } = await requireUpdate(opened, slug, reference);
    const resumed = await withMailing(opened, (mailing) =>
      resumeUpdate(opened.db, mailing, { campaignId, publicId, actor: "operator" }),
    );
    if (resumed.outcome === "not-ready") throw notReady(resumed.missing);
    if (resumed.outcome === "not-paused") throw new CommandFailed("It is not paused.");
    tell(json, { outcome: "resumed", publicId, number: update.number }, `Update ${update.number} goes on.`);
    return exitCodes.done;
  });
}
