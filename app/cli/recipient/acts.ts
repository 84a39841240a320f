import { commandsOf } from "#app/cli/acts.ts";
import { CommandFailed, counted } from "#app/cli/command.ts";
import { text } from "#app/cli/options.ts";
import { recipientActs } from "#app/domain/campaign/recipients/acts.server.ts";
import { readRecipientClosing } from "#app/domain/campaign/recipients/open-recipient.server.ts";
import type { Recipient } from "#app/domain/campaign/recipients/recipient.ts";
import { words } from "#app/i18n/index.ts";
import { inOneLine } from "#app/i18n/sentence.ts";

export default commandsOf(recipientActs, words("en").letterConsole.errors, {
  add: {
    tell: (end) => ("publicId" in end ? [`Recipient ${end.publicId}. Next: \`recipient verify\`.`] : []),
  },
  edit: { json: (end) => ("unverified" in end ? { ...end, outcome: "saved" } : end) },
  verify: {
    options: { email: text("E", "the address that was checked") },
    async before(_on, given: { email?: string }, { name, email, postalAddress }: Recipient) {
      if (given.email?.trim().toLowerCase() === email) return {};
      const post = postalAddress === null ? "" : `, ${inOneLine(postalAddress)}`;
      throw new CommandFailed(
        `Letters to “${name}” go to ${email}${post}. If that is the address you checked, add --email ${email}`,
      );
    },
  },
  close: {
    options: { letters: text("N", "how many letters wait for it, if any do") },
    async before({ db, scope }, given: { letters?: string }, { publicId, name, openedAt }: Recipient) {
      const { letters, next } = await readRecipientClosing(db, scope.campaignId, publicId);
      if (openedAt !== null && next !== null && letters > 0 && given.letters !== String(letters))
        throw new CommandFailed(
          `${counted(letters, "waiting letter names", "waiting letters name")} “${name}”. ` +
            `Once it is closed, they go to “${next}”. If that is right, add --letters ${letters}`,
        );
      return { letters: String(letters) };
    },
  },
});
