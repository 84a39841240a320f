import { CommandFailed, campaign, command, counted, done } from "#app/cli/command.ts";
import { text } from "#app/cli/options.ts";
import { recipient, recipientRefused, requireRecipient } from "#app/cli/recipient/parts/recipient.ts";
import {
  closeRecipient,
  readRecipientClosing,
} from "#app/domain/campaign/recipients/open-recipient.server.ts";
import { words } from "#app/i18n/index.ts";

export default command({
  summary: "take a recipient out of the writers' choice; letters that wait for it go to the default",
  options: { campaign, recipient, letters: text("N", "how many letters wait for it, if any do") },
  async run({ db, scope }, { recipient: publicId, letters: given }) {
    const current = await requireRecipient({ db, scope }, publicId);
    const { letters, next } = await readRecipientClosing(db, scope.campaignId, publicId);
    if (current.openedAt !== null && next !== null && letters > 0 && given !== String(letters))
      throw new CommandFailed(
        `${counted(letters, "waiting letter names", "waiting letters name")} “${current.name}”. ` +
          `Once it is closed, they go to “${next}”. If that is right, add --letters ${letters}`,
      );
    const closed = await closeRecipient(db, { scope, publicId, seen: letters });
    if (closed.outcome !== "closed") throw recipientRefused(closed.outcome);
    return done(closed, words("en").letterConsole.recipients.done.closed ?? "Closed.");
  },
});
