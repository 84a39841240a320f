import { addRecipient } from "#app/domain/campaign/recipients/add-recipient.server.ts";
import { editRecipient } from "#app/domain/campaign/recipients/edit-recipient.server.ts";
import { markOfAddress } from "#app/domain/campaign/recipients/lock-recipient.server.ts";
import { findRecipient } from "#app/domain/campaign/recipients/queries.server.ts";
import { RecipientForm, recipientOfForm } from "#app/domain/campaign/recipients/recipient-form.ts";
import { words } from "#app/i18n/index.ts";
import { CommandFailed, exitCodes, tell, UsageError } from "./old.ts";
import { idOf, type OnCampaign, onCampaign, readForm } from "./on-campaign.ts";

const text = { type: "string" } as const;
const fields = { name: text, email: text, "postal-address": text, "per-day": text } as const;
type Fields = { [Name in keyof typeof fields]?: string | undefined };

const say = () => words("en").letterConsole;
/** Why nothing came of it, in the console's words. */
export const notDone = (outcome: string) =>
  new CommandFailed(say().recipients.refused[outcome] ?? "There is no such office: see `recipient list`.");

const read = ({ name, email, ...given }: Fields) =>
  recipientOfForm(
    readForm(
      RecipientForm,
      { name, email, postal_address: given["postal-address"], per_day: given["per-day"] },
      say().errors,
    ),
  );

/** The office that an id names. */
export async function requireRecipient({ opened, scope }: OnCampaign, publicId: string) {
  const recipient = await findRecipient(opened.db, scope.campaignId, publicId);
  if (!recipient) throw notDone("gone");
  return recipient;
}

/** Adds an office, which nobody has verified. */
export const recipientAdd = onCampaign(
  "recipient add",
  fields,
  (given) => read({ "per-day": "20", ...given }),
  async ({ opened, json, scope }, values) => {
    const added = await addRecipient(opened.db, { scope, values });
    if (added.outcome !== "added") throw notDone(added.outcome);
    tell(
      json,
      added,
      `Added as ${added.publicId}. Nothing goes to it before its address is verified: \`recipient verify\`.`,
    );
    return exitCodes.done;
  },
);

/** Stores what is said of an office; what is not named stays. Another address is not verified. */
export const recipientEdit = onCampaign(
  "recipient edit",
  { recipient: text, ...fields },
  ({ recipient, ...given }) => {
    if (Object.keys(given).length === 0)
      throw new UsageError("give one of --name, --email, --postal-address, --per-day");
    return { publicId: idOf(recipient, "recipient", "recipient list"), given };
  },
  async (on, { publicId, given }) => {
    const stands = await requireRecipient(on, publicId);
    const values = read({
      ...{ name: stands.name, email: stands.email, "per-day": String(stands.perDay) },
      ...(stands.postalAddress !== null && { "postal-address": stands.postalAddress }),
      ...given,
    });
    const { opened, json, scope } = on;
    const edited = await editRecipient(opened.db, { scope, publicId, seen: markOfAddress(stands), values });
    if (edited.outcome !== "saved") throw notDone(edited.outcome);
    const { done } = say().recipients;
    tell(json, edited, done[edited.unverified ? "saved-unverified" : "saved"] ?? "Saved.");
    return exitCodes.done;
  },
);
