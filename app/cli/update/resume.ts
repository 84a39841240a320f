import { withDatabase } from "#app/cli/environment.ts";
import { CommandFailed, exitCodes, readOptions, required, tell } from "#app/cli/old.ts";
import { whileFrozen } from "#app/cli/on-campaign.ts";
import { notReady, requireUpdate, withMailing } from "#app/cli/update.ts";
import { resumeUpdate } from "#app/domain/outgoing/updates/resume-update.server.ts";

const text = { type: "string" } as const;

const refused = {
  frozen: whileFrozen,
  "not-paused": "It is not paused.",
  "not-approved": "It waits for an approval of how it is now.",
  differs:
    "Its mails would say something else than was approved. Set it back as it was, or have it approved anew (update approve --anew).",
};

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
    if (resumed.outcome !== "resumed") throw new CommandFailed(refused[resumed.outcome]);
    tell(json, { outcome: "resumed", publicId, number: update.number }, `Update ${update.number} goes on.`);
    return exitCodes.done;
  });
}
