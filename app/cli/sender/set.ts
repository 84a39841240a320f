import { CommandFailed, campaign, command, done, UsageError } from "#app/cli/command.ts";
import { text } from "#app/cli/options.ts";
import { readForm } from "#app/cli/parts/forms.ts";
import { conflict } from "#app/cli/parts/refusals.ts";
import { SenderForm } from "#app/domain/campaign/organization/sender-form.ts";
import { readSender, setSender } from "#app/domain/campaign/organization/set-sender.server.ts";
import { words } from "#app/i18n/index.ts";

export default command({
  summary:
    "set the sender of emails and the reply address; empty values use the site's, options left out keep theirs",
  options: {
    campaign,
    name: text("N", "the sender's name"),
    address: text("A", "the sender's address, at the site's domain"),
    replyTo: text("A", "the address for replies"),
  },
  async run({ db, env, operator, campaign: { slug } }, given) {
    const known = await readSender(db, operator.campaignId);
    if (!known) throw new CommandFailed(`There is no campaign "${slug}". Run \`campaign list\`.`);
    const fields = {
      version: String(known.version),
      sender_name: given.name ?? known.senderName ?? "",
      sender_address: given.address ?? known.senderAddress ?? "",
      reply_to: given.replyTo ?? known.replyTo ?? "",
    };
    const form = readForm(SenderForm, fields, words("en").editing.errors, {
      sender_name: "name",
      sender_address: "address",
    });
    const { version, sender_name, sender_address, reply_to } = form;
    const sender = { senderName: sender_name, senderAddress: sender_address, replyTo: reply_to };
    const set = await setSender(db, { ...operator, version, sender, site: env.mail.from });
    if (set.outcome === "other-domain")
      throw new UsageError("--address must be at the site’s domain: mail servers trust no other");
    if (set.outcome !== "set") throw conflict();
    return done(
      { ...set, ...sender },
      `name:     ${sender.senderName ?? "(the site’s)"}`,
      `address:  ${sender.senderAddress ?? "(the site’s)"}`,
      `reply-to: ${sender.replyTo ?? "(the contact address)"}`,
    );
  },
});
