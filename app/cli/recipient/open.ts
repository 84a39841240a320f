import { campaign, command, done } from "#app/cli/command.ts";
import { recipient, recipientRefused } from "#app/cli/recipient/parts/recipient.ts";
import { openRecipient } from "#app/domain/campaign/recipients/open-recipient.server.ts";
import { words } from "#app/i18n/index.ts";

export default command({
  summary: "let writers address letters to a verified recipient",
  options: { campaign, recipient },
  async run({ db, scope }, { recipient: publicId }) {
    const { outcome } = await openRecipient(db, { scope, publicId });
    if (outcome !== "opened") throw recipientRefused(outcome);
    return done({ outcome }, words("en").letterConsole.recipients.done[outcome] ?? outcome);
  },
});
