import { CommandFailed, campaign, command, done, UsageError } from "#app/cli/command.ts";
import { text } from "#app/cli/options.ts";
import { readForm } from "#app/cli/parts/forms.ts";
import { conflict } from "#app/cli/parts/refusals.ts";
import { SenderForm } from "#app/domain/campaign/organization/sender-form.ts";
import { readSender, setSender } from "#app/domain/campaign/organization/set-sender.server.ts";
import { words } from "#app/i18n/index.ts";

export default command({
  summary:
    "set who its emails come from and where answers go; what is not named stays, what is empty is the site's",
  options: {
    campaign,
    name: text("N", "the name"),
    address: text("A", "the address, at the domain of the site's own"),
    replyTo: text("A", "the address for answers"),
  },
  async run({ db, env, operator, campaign: { slug } }, given) {
    const known = await readSender(db, operator.campaignId);
    if (!known) throw new CommandFailed(`There is no campaign "${slug}".`);
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
      throw new UsageError("--address is at another domain than the site’s own: mail servers trust no other");
    if (set.outcome !== "set") throw conflict();
    return done(
      { ...set, ...sender },
      `name:     ${sender.senderName ?? "(the site’s)"}`,
      `address:  ${sender.senderAddress ?? "(the site’s)"}`,
      `reply-to: ${sender.replyTo ?? "(the contact address)"}`,
    );
  },
});
