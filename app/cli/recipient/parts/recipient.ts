import { CommandFailed, type OfCampaign } from "#app/cli/command.ts";
import { id, required, text } from "#app/cli/options.ts";
import { readForm } from "#app/cli/parts/forms.ts";
import { findRecipient } from "#app/domain/campaign/recipients/queries.server.ts";
import { RecipientForm, recipientOfForm } from "#app/domain/campaign/recipients/recipient-form.ts";
import { words } from "#app/i18n/index.ts";

const fields = {
  name: text("T", "the name"),
  email: text("E", "the email address"),
  postalAddress: text("T", "the postal address"),
  perDay: text("N", "the most emails a day"),
};
export const recipientOptions = fields;

export const recipient = required(id("the recipient", "recipient list"));

/** Refuses for a recipient, in the console's words. */
export const recipientRefused = (outcome: string) =>
  new CommandFailed(
    words("en").letterConsole.recipients.refused[outcome] ??
      "There is no such recipient. Run `recipient list`.",
  );

/** Reads a recipient as the console's form does. */
export const readRecipient = (given: { [Name in keyof typeof fields]?: string | undefined }) =>
  recipientOfForm(
    readForm(
      RecipientForm,
      { name: given.name, email: given.email, postal_address: given.postalAddress, per_day: given.perDay },
      words("en").letterConsole.errors,
    ),
  );

export async function requireRecipient({ db, scope }: Pick<OfCampaign, "db" | "scope">, publicId: string) {
  const found = await findRecipient(db, scope.campaignId, publicId);
  if (!found) throw recipientRefused("gone");
  return found;
}
