import { approveReply } from "#app/domain/entries/letters/replies/approve-reply.server.ts";
import { listReplies } from "#app/domain/entries/letters/replies/list-replies.server.ts";
import { recordReply } from "#app/domain/entries/letters/replies/record-reply.server.ts";
import { removeReply } from "#app/domain/entries/letters/replies/remove-reply.server.ts";
import { ReplyForm } from "#app/domain/entries/letters/replies/reply-form.ts";
import { requireDispatch } from "./dispatch.ts";
import { type Opened, withDatabase } from "./environment.ts";
import { CommandFailed, counted, exitCodes, readOptions, required, tell, UsageError } from "./old.ts";
import { readText, whileFrozen } from "./on-campaign.ts";
import { table } from "./table.ts";
import { requireCampaign } from "./update.ts";

const text = { type: "string" } as const;
const alone = { "approve-alone": { type: "boolean" } } as const;

/** What the company answered, and what waits for a second person. */
export async function replyList(args: string[]): Promise<number> {
  const { json, campaign } = readOptions(args, { campaign: text });
  const slug = required(campaign, "campaign");
  return withDatabase("reply list", async (opened) => {
    const { id } = await requireCampaign(opened, slug);
    const replies = await listReplies(opened.db, id);
    const rows = replies.map(({ publicId, dispatch, receivedOn, fromWhom, approvedAt }) => [
      ...[publicId, dispatch, receivedOn, approvedAt ? "public" : "waits", fromWhom],
    ]);
    const lines = table(["id", "dispatch", "day", "state", "from"], rows);
    tell(json, { replies }, ...(lines.length > 0 ? lines : ["The company has not answered."]));
    return exitCodes.done;
  });
}

/** Records what the company answered. An organizer approves it, or `--approve-alone` lets it out. */
export async function replyRecord(args: string[]): Promise<number> {
  const { json, campaign, dispatch, file, ...given } = readOptions(args, {
    ...{ campaign: text, dispatch: text, on: text, from: text, file: text },
    ...alone,
  });
  const slug = required(campaign, "campaign");
  const reference = required(dispatch, "dispatch");
  const told = {
    received_on: required(given.on, "on"),
    from_whom: required(given.from, "from"),
    text: (await readText(required(file, "file"), "file")) ?? "",
  };
  return withDatabase("reply record", async (opened) => {
    const { on } = await requireDispatch(opened, slug, reference);
    const form = ReplyForm.safeParse({ ...told, dispatch: on.publicId });
    if (!form.success)
      throw new UsageError("--on is a day, --from at most 200 letters, --file a text of at most 20,000");
    const scope = { campaignId: on.campaignId, organizerId: null };
    const says = { alone: given["approve-alone"] === true };
    const recorded = await recordReply(opened.db, scope, form.data, new Date(), says);
    if (recorded.outcome === "frozen") throw new CommandFailed(whileFrozen);
    if (recorded.outcome !== "recorded")
      throw new CommandFailed(
        "That day is before the dispatch began, or it has not begun, or is yet to come.",
      );
    const line = recorded.waits
      ? "Recorded: an organizer approves it, or `reply approve --approve-alone`."
      : `It is public, and ${counted(recorded.told, "writer is", "writers are")} told.`;
    tell(json, recorded, line);
    return exitCodes.done;
  });
}

type Named = { campaign?: string | undefined; reply?: string | undefined };

async function onReply(opened: Opened, { campaign, reply }: Named) {
  const { id } = await requireCampaign(opened, required(campaign, "campaign"));
  const publicId = required(reply, "reply");
  const known = (await listReplies(opened.db, id)).some((one) => one.publicId === publicId);
  if (!known) throw new CommandFailed(`There is no reply "${publicId}": see \`reply list\`.`);
  return { scope: { campaignId: id, organizerId: null }, publicId };
}

/** Lets a reply out that somebody recorded, as the second person. */
export async function replyApprove(args: string[]): Promise<number> {
  const { json, ...given } = readOptions(args, { campaign: text, reply: text, ...alone });
  required(given.campaign, "campaign");
  required(given.reply, "reply");
  return withDatabase("reply approve", async (opened) => {
    const on = await onReply(opened, given);
    const approved = await approveReply(opened.db, { ...on, alone: given["approve-alone"] === true });
    if (approved.outcome === "own")
      throw new CommandFailed(
        "The operator recorded it: an organizer approves it in the console, or give --approve-alone.",
      );
    if (approved.outcome === "frozen") throw new CommandFailed(whileFrozen);
    if (approved.outcome !== "approved") throw new CommandFailed("It is public already, or was taken back.");
    tell(json, approved, `It is public, and ${counted(approved.told, "writer is", "writers are")} told.`);
    return exitCodes.done;
  });
}

/** Takes a reply from all pages. */
export async function replyRemove(args: string[]): Promise<number> {
  const { json, ...given } = readOptions(args, { campaign: text, reply: text });
  required(given.campaign, "campaign");
  required(given.reply, "reply");
  return withDatabase("reply remove", async (opened) => {
    const { outcome } = await removeReply(opened.db, await onReply(opened, given));
    if (outcome !== "removed") throw new CommandFailed("It was taken back just now.");
    tell(json, { outcome }, "It is on no page any more.");
    return exitCodes.done;
  });
}
