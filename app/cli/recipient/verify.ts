import { CommandFailed, campaign, command, done } from "#app/cli/command.ts";
import { required, text } from "#app/cli/options.ts";
import { readForm } from "#app/cli/parts/forms.ts";
import { recipient, recipientRefused, requireRecipient } from "#app/cli/recipient/parts/recipient.ts";
import { markOfAddress } from "#app/domain/campaign/recipients/lock-recipient.server.ts";
import { verifyForm } from "#app/domain/campaign/recipients/recipient-form.ts";
import { verifyRecipient } from "#app/domain/campaign/recipients/verify-recipient.server.ts";
import { words } from "#app/i18n/index.ts";
import { inOneLine } from "#app/i18n/sentence.ts";

export default command({
  summary: "record who checked a recipient's address, when and where; letters can then be sent",
  options: {
    campaign,
    recipient,
    email: text("E", "the address that was checked"),
    by: required(text("WHO", "who checked it")),
    on: required(text("DAY", "when")),
    where: required(text("T", "where it is published")),
  },
  read: ({ recipient: publicId, email, by, on, where }) => ({
    publicId,
    email: email?.trim().toLowerCase(),
    form: readForm(
      verifyForm(new Date()),
      { verified_by: by, verified_on: on, verified_where: where, seen: "" },
      words("en").letterConsole.errors,
      { verified_by: "by", verified_on: "on", verified_where: "where" },
    ),
  }),
  async run({ db, scope }, { publicId, email, form }) {
    const current = await requireRecipient({ db, scope }, publicId);
    if (email !== current.email)
      throw new CommandFailed(
        `Letters to “${current.name}” go to ${current.email}${current.postalAddress === null ? "" : `, ${inOneLine(current.postalAddress)}`}. If that is the address you checked, add --email ${current.email}`,
      );
    const verified = await verifyRecipient(db, {
      scope,
      publicId,
      seen: markOfAddress(current),
      by: form.verified_by,
      on: form.verified_on,
      where: form.verified_where,
    });
    if (verified.outcome !== "verified") throw recipientRefused(verified.outcome);
    return done(verified, words("en").letterConsole.recipients.done.verified ?? "Verified.");
  },
});
