import { campaign, command, done, UsageError } from "#app/cli/command.ts";
import {
  readRecipient,
  recipient,
  recipientOptions,
  recipientRefused,
  requireRecipient,
} from "#app/cli/recipient/parts/recipient.ts";
import { editRecipient } from "#app/domain/campaign/recipients/edit-recipient.server.ts";
import { markOfAddress } from "#app/domain/campaign/recipients/lock-recipient.server.ts";
import { words } from "#app/i18n/index.ts";

export default command({
  summary: "edit a recipient; a new address needs verification; options left out keep their values",
  options: { campaign, recipient, ...recipientOptions },
  read({ recipient: publicId, ...given }) {
    if (Object.values(given).every((one) => one === undefined))
      throw new UsageError("Add --name, --email, --postal-address or --per-day");
    return { publicId, given };
  },
  async run({ db, scope }, { publicId, given }) {
    const current = await requireRecipient({ db, scope }, publicId);
    const values = readRecipient({
      name: given.name ?? current.name,
      email: given.email ?? current.email,
      perDay: given.perDay ?? String(current.perDay),
      postalAddress: given.postalAddress ?? current.postalAddress ?? undefined,
    });
    const edited = await editRecipient(db, { scope, publicId, seen: markOfAddress(current), values });
    if (edited.outcome !== "saved") throw recipientRefused(edited.outcome);
    const { done: say } = words("en").letterConsole.recipients;
    return done(edited, say[edited.unverified ? "saved-unverified" : "saved"] ?? "Saved.");
  },
});
