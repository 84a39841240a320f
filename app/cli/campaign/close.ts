import { CommandFailed, exitCodes, readOptions, required, tell, UsageError } from "#app/cli/command.ts";
import { withDatabase } from "#app/cli/environment.ts";
import { requireCampaign } from "#app/cli/update.ts";
import { withdrawClosing } from "#app/domain/campaign/closing/ask-closing.server.ts";
import { closeCampaign } from "#app/domain/campaign/closing/close-campaign.server.ts";
import { monthsAfterClosing } from "#app/domain/upkeep/retention/retention.ts";

const text = { type: "string" } as const;

/** Closes a campaign, or with `--dry-run` tells what would be erased, and when. `--withdraw`: takes back what an organizer asked for. */
export async function campaignClose(args: string[]): Promise<number> {
  const flag = { type: "boolean" } as const;
  const options = { campaign: text, "retention-months": text, "dry-run": flag, withdraw: flag } as const;
  const { json, campaign, "retention-months": given, ...flags } = readOptions(args, options);
  const { "dry-run": dryRun = false, withdraw = false } = flags;
  const campaignSlug = required(campaign, "campaign");
  const months = given === undefined ? monthsAfterClosing.usual : Number(given);
  if (!Number.isInteger(months) || months < 1 || months > monthsAfterClosing.atMost)
    throw new UsageError(`--retention-months is a whole number from 1 to ${monthsAfterClosing.atMost}`);

  if (withdraw && (dryRun || given !== undefined)) throw new UsageError("--withdraw stands alone");

  return withDatabase("campaign close", async ({ db }) => {
    if (withdraw) {
      const { id: campaignId } = await requireCampaign({ db }, campaignSlug);
      const { outcome } = await withdrawClosing(db, { campaignId, actor: "operator" });
      if (outcome !== "withdrawn") throw new CommandFailed("Nobody has asked for it to be closed.");
      tell(json, { outcome }, "It stays open: what was asked for is taken back.");
      return exitCodes.done;
    }
    const closed = await closeCampaign(db, { campaignSlug, months, actor: "operator", dryRun });
    if (closed.outcome === "unknown-campaign")
      throw new CommandFailed(`There is no campaign "${campaignSlug}".`);
    if (closed.outcome === "not-open")
      throw new CommandFailed(`"${campaignSlug}" was never opened, so there is nothing to close.`);
    const day = closed.erasesOn.toISOString().slice(0, 10);
    if (closed.outcome === "already-closed")
      throw new CommandFailed(
        `"${campaignSlug}" is closed already. What is personal is erased from ${day} on.`,
      );
    const lines = closed.due.map(({ what, rows }) => `${`${what}:`.padEnd(12)} ${rows}`);
    tell(
      json,
      { ...closed, erasesOn: day },
      ...lines,
      closed.outcome === "closed"
        ? `Closed. All of this is erased from ${day} on. Until then: campaign reopen --campaign ${campaignSlug}`
        : `Nothing was changed. Closed today, all of this is erased from ${day} on.`,
    );
    return exitCodes.done;
  });
}
