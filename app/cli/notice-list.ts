import { approveNotice } from "#app/domain/campaign/notices/approve-notice.server.ts";
import { askNoticeAnew } from "#app/domain/campaign/notices/ask-notice-anew.server.ts";
import { cancelNotice } from "#app/domain/campaign/notices/cancel-notice.server.ts";
import type { OnNotice } from "#app/domain/campaign/notices/lock-notice.server.ts";
import { listNotices } from "#app/domain/campaign/notices/queries.server.ts";
import { resumeNotice } from "#app/domain/campaign/notices/resume-notice.server.ts";
import { type Opened, withDatabase } from "./environment.ts";
import { CommandFailed, exitCodes, readOptions, required, tell } from "./old.ts";
import { whileFrozen } from "./on-campaign.ts";
import { table } from "./table.ts";
import { notReady, requireCampaign, withMailing } from "./update.ts";

const text = { type: "string" } as const;

/** The mails that tell earlier signers of a new petition, and how far they have come. */
export async function noticeList(args: string[]): Promise<number> {
  const { json, campaign } = readOptions(args, { campaign: text });
  const slug = required(campaign, "campaign");
  return withDatabase("notice list", async (opened) => {
    const { id } = await requireCampaign(opened, slug);
    const notices = await listNotices(opened.db, id);
    const rows = notices.map(({ publicId, version, state, mails, change }) => [
      ...[publicId, version, state],
      Object.entries(mails)
        .map(([name, n]) => `${name} ${n}`)
        .join(", ") || "no mails",
      change,
    ]);
    tell(
      json,
      { outcome: "listed", notices },
      ...(rows.length === 0
        ? ["There is none."]
        : table(["id", "petition", "state", "mails", "change"], rows)),
    );
    return exitCodes.done;
  });
}

const refused: Record<string, string> = {
  frozen: whileFrozen,
  own: "The operator asked for it: an organizer approves it in the console, or give --approve-alone.",
  changed: "The mail was changed just now: look at it again.",
  differs:
    "The mail is another than was asked about or approved. Ask for its approval with `notice ask-anew`, or set back what was changed.",
  "not-waiting": "It was approved or called off before.",
  "not-under-way": "It was called off before.",
  "not-held": "It goes already, or was called off: there is nothing to ask about or to let go on.",
};
type Ended = { outcome: string };

/** Lets a notice go. The operator is a second person to every organizer; what they asked for themselves needs `--approve-alone`. */
export async function noticeApprove(args: string[]): Promise<number> {
  const { "approve-alone": alone = false, ...options } = readOptions(args, {
    ...{ campaign: text, notice: text },
    "approve-alone": { type: "boolean" },
  });
  return act(options, "notice approve", "Approved: sending starts on its own.", (opened, on) =>
    withMailing(opened, async (mailing) => {
      const approved = await approveNotice(opened.db, mailing, { ...on, alone });
      if (approved.outcome === "not-ready") throw notReady(approved.missing);
      return approved;
    }),
  );
}

/** Calls off what has not gone yet. */
export const noticeCancel = async (args: string[]) =>
  act(readOptions(args, { campaign: text, notice: text }), "notice cancel", "Called off.", (opened, on) =>
    cancelNotice(opened.db, on),
  );

/** Asks for an approval of the mail as it is now: of one that waits, or that stands still. */
export const noticeAskAnew = async (args: string[]) =>
  act(
    readOptions(args, { campaign: text, notice: text }),
    "notice ask-anew",
    "Asked: an organizer approves it in the console, or `notice approve --approve-alone`.",
    (opened, on) => askNoticeAnew(opened.db, on),
  );

/** Lets one go on that stood still, once its mail says again what was approved. */
export const noticeResume = async (args: string[]) =>
  act(readOptions(args, { campaign: text, notice: text }), "notice resume", "It goes on.", (opened, on) =>
    withMailing(opened, async (mailing) => {
      const resumed = await resumeNotice(opened.db, mailing, on);
      if (resumed.outcome === "not-ready") throw notReady(resumed.missing);
      return resumed;
    }),
  );

async function act(
  { json, campaign, notice }: { json?: boolean; campaign?: string; notice?: string },
  name: string,
  line: string,
  command: (opened: Opened, on: OnNotice) => Promise<Ended>,
): Promise<number> {
  const slug = required(campaign, "campaign");
  const publicId = required(notice, "notice");
  return withDatabase(name, async (opened) => {
    const { id } = await requireCampaign(opened, slug);
    const { outcome, ...ended } = await command(opened, { campaignId: id, actor: "operator", publicId });
    if (outcome === "gone")
      throw new CommandFailed(`The campaign has no notice "${publicId}": see \`notice list\`.`);
    if (!["approved", "cancelled", "asked", "resumed"].includes(outcome))
      throw new CommandFailed(refused[outcome] ?? outcome);
    tell(json, { outcome, ...ended }, line);
    return exitCodes.done;
  });
}
