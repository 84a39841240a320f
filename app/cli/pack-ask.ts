import { askForPack } from "#app/domain/outgoing/packs/ask-pack.server.ts";
import { takeBackHandOver } from "#app/domain/outgoing/packs/take-back-hand-over.server.ts";
import { withDatabase } from "./environment.ts";
import { CommandFailed, exitCodes, readOptions, required, tell } from "./old.ts";
import { onCampaign } from "./on-campaign.ts";
import { listedPack, requirePack } from "./pack-approve.ts";

const text = { type: "string" } as const;

/** Asks for a pack, which an organizer approves. */
export const packAsk = onCampaign(
  "pack ask",
  {},
  () => null,
  async ({ opened, json, scope: { campaignId }, actor }) => {
    const asked = await askForPack(opened.db, { campaignId, actor });
    if (asked.outcome === "waits")
      throw new CommandFailed(`Pack ${asked.number} waits already: see \`pack list\`.`);
    if (asked.outcome !== "asked") throw new CommandFailed("There is no such campaign any more.");
    const how = "an organizer approves it in the console, or `pack approve --approve-alone`";
    tell(json, asked, `Pack ${asked.number} is asked for: ${how}.`);
    return exitCodes.done;
  },
);

/** Ends the waiting of a recorded handing-over that nobody approved, so that it can be recorded otherwise. */
export async function packTakeBackHandOver(args: string[]): Promise<number> {
  const { json, campaign, pack } = readOptions(args, { campaign: text, pack: text });
  const slug = required(campaign, "campaign");
  const number = required(pack, "pack");
  return withDatabase("pack take-back-hand-over", async (opened) => {
    const on = await requirePack(opened, slug, number);
    const seen = (await listedPack(opened, on)).told?.seen;
    if (!seen) throw new CommandFailed("Nobody has recorded that it was handed over, or it counts already.");
    const { outcome } = await takeBackHandOver(opened.db, { ...on, seen });
    if (outcome !== "taken-back") throw new CommandFailed("It was approved or taken back just now.");
    tell(json, { outcome, pack: Number(number) }, `Pack ${number}: nothing is recorded any more.`);
    return exitCodes.done;
  });
}
