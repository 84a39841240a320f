import { findImprint } from "../domain/campaigns/find-imprint.server.ts";
import { readEditedWords } from "../domain/campaigns/read-edit.server.ts";
import { readSender } from "../domain/campaigns/set-sender.server.ts";
import { CommandFailed, exitCodes, readOptions, required, tell } from "./command.ts";
import { withDatabase } from "./environment.ts";
import { requireCampaign } from "./on-update.ts";

/** What a campaign says now and will say, and who its mails come from. */
export async function campaignShow(args: string[]): Promise<number> {
  const { json, campaign } = readOptions(args, { campaign: { type: "string" } });
  const slug = required(campaign, "campaign");
  return withDatabase("campaign show", async (opened) => {
    const { id } = await requireCampaign(opened, slug);
    const words = await readEditedWords(opened.db, id);
    if (!words) throw new CommandFailed(`There is no campaign "${slug}".`);
    const [sender, imprint] = [await readSender(opened.db, id), await findImprint(opened.db, id)];
    const { version, live, draft } = words;
    const written = (value: unknown) =>
      value === null || value === "" ? "(none)" : typeof value === "string" ? value : JSON.stringify(value);
    const linesOf = (said: object) =>
      Object.entries(said).map(([name, value]) => `${`${name}:`.padEnd(15)} ${written(value)}`);
    tell(
      json,
      { outcome: "shown", version, live, draft, sender, imprint },
      ...linesOf(live),
      ...linesOf(sender ?? {}),
      ...(draft === null ? ["No draft waits."] : ["", "Waiting to be published:", ...linesOf(draft)]),
    );
    return exitCodes.done;
  });
}
