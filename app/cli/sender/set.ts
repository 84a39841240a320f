import { withDatabase } from "#app/cli/environment.ts";
import {
  CommandFailed,
  editedMeanwhile,
  exitCodes,
  readOptions,
  required,
  tell,
  UsageError,
} from "#app/cli/old.ts";
import { readForm } from "#app/cli/on-campaign.ts";
import { requireCampaign } from "#app/cli/update.ts";
import { SenderForm } from "#app/domain/campaign/sender-form.ts";
import { readSender, setSender } from "#app/domain/campaign/set-sender.server.ts";
import { words } from "#app/i18n/index.ts";

const text = { type: "string" } as const;

/** Says who a campaign's mails come from and where answers go; what is not named stays, and what is empty is the site's. */
export async function senderSet(args: string[]): Promise<number> {
  const { json, campaign, ...given } = readOptions(args, {
    ...{ campaign: text, name: text, address: text, "reply-to": text },
  });
  const slug = required(campaign, "campaign");
  return withDatabase("sender set", async (opened) => {
    const { id } = await requireCampaign(opened, slug);
    const known = await readSender(opened.db, id);
    if (!known) throw new CommandFailed(`There is no campaign "${slug}".`);
    const fields = {
      version: String(known.version),
      sender_name: given.name ?? known.senderName ?? "",
      sender_address: given.address ?? known.senderAddress ?? "",
      reply_to: given["reply-to"] ?? known.replyTo ?? "",
    };
    const form = readForm(SenderForm, fields, words("en").editing.errors, {
      ...{ sender_name: "name", sender_address: "address" },
    });
    const { version, sender_name, sender_address, reply_to } = form;
    const sender = { senderName: sender_name, senderAddress: sender_address, replyTo: reply_to };
    const on = { campaignId: id, actor: "operator" } as const;
    const set = await setSender(opened.db, { ...on, version, sender, site: opened.env.mail.from });
    if (set.outcome === "other-domain")
      throw new UsageError("--address is at another domain than the site’s own: mail servers trust no other");
    if (set.outcome !== "set") throw editedMeanwhile();
    tell(
      json,
      { ...set, ...sender },
      `name:     ${sender.senderName ?? "(the site’s)"}`,
      `address:  ${sender.senderAddress ?? "(the site’s)"}`,
      `reply-to: ${sender.replyTo ?? "(the contact address)"}`,
    );
    return exitCodes.done;
  });
}
