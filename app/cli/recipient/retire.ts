import { campaign, command, done } from "#app/cli/command.ts";
import { recipient, recipientRefused } from "#app/cli/recipient/parts/recipient.ts";
import { retireRecipient } from "#app/domain/campaign/recipients/retire-recipient.server.ts";
import { words } from "#app/i18n/index.ts";

export default command({
  summary: "retire a recipient: nothing more is sent to it; its records stay",
  options: { campaign, recipient },
  async run({ db, scope }, { recipient: publicId }) {
    const { outcome } = await retireRecipient(db, { scope, publicId });
    if (outcome !== "retired") throw recipientRefused(outcome);
    return done({ outcome }, words("en").letterConsole.recipients.done[outcome] ?? outcome);
  },
});
