import { approveNotice } from "../domain/notices/approve-notice.server.ts";
import { cancelNotice } from "../domain/notices/cancel-notice.server.ts";
import { listNotices } from "../domain/notices/queries.server.ts";
import { CommandFailed, exitCodes, readOptions, required, tell } from "./command.ts";
import { withDatabase } from "./environment.ts";
import { aligned, requireCampaign } from "./on-update.ts";

const text = { type: "string" } as const;

/** The mails that tell earlier signers of a new petition, and how far they have come. */
export async function noticeList(args: string[]): Promise<number> {
  const { json, campaign } = readOptions(args, { campaign: text });
  const slug = required(campaign, "campaign");
  return withDatabase("notice list", async (opened) => {
    const { id } = await requireCampaign(opened, slug);
    const notices = await listNotices(opened.db, id);
    const rows = notices.map(({ publicId, version, state, mails, change }) => [
      ...[publicId, `version ${version}`, state],
      Object.entries(mails)
        .map(([name, n]) => `${name} ${n}`)
        .join(", ") || "no mails",
      change,
    ]);
    tell(json, { outcome: "listed", notices }, ...(rows.length === 0 ? ["There is none."] : aligned(rows)));
    return exitCodes.done;
  });
}

/** Lets a notice go. The operator is a second person to every organizer. */
export const noticeApprove = (args: string[]) =>
  act(args, "notice approve", approveNotice, "approved", "Approved: the mails begin to go within a minute.");

/** Calls off what has not gone yet. */
export const noticeCancel = (args: string[]) =>
  act(args, "notice cancel", cancelNotice, "cancelled", "Called off.");

async function act(
  args: string[],
  name: string,
  command: typeof approveNotice | typeof cancelNotice,
  done: string,
  line: string,
): Promise<number> {
  const { json, campaign, notice } = readOptions(args, { campaign: text, notice: text });
  const slug = required(campaign, "campaign");
  const publicId = required(notice, "notice");
  return withDatabase(name, async (opened) => {
    const { id } = await requireCampaign(opened, slug);
    const ended = await command(opened.db, { campaignId: id, actor: "operator", publicId });
    if (ended.outcome === "gone")
      throw new CommandFailed(`The campaign has no notice "${publicId}": see \`notice list\`.`);
    if (ended.outcome !== done) throw new CommandFailed("It was approved or called off before.");
    tell(json, ended, line);
    return exitCodes.done;
  });
}
