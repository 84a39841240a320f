import { campaign, command, done } from "#app/cli/command.ts";
import { recipient, recipientRefused } from "#app/cli/recipient/parts/recipient.ts";
import { unverifyRecipient } from "#app/domain/campaign/recipients/unverify-recipient.server.ts";
import { words } from "#app/i18n/index.ts";

export default command({
  summary: "undo a verification; until verified again, only files can be made for it",
  options: { campaign, recipient },
  async run({ db, scope }, { recipient: publicId }) {
    const { outcome } = await unverifyRecipient(db, { scope, publicId });
    if (outcome !== "unverified") throw recipientRefused(outcome);
    return done({ outcome }, words("en").letterConsole.recipients.done[outcome] ?? outcome);
  },
});
