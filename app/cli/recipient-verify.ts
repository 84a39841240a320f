import { markOfAddress } from "#app/domain/campaign/recipients/lock-recipient.server.ts";
import { verifyForm } from "#app/domain/campaign/recipients/recipient-form.ts";
import { retireRecipient } from "#app/domain/campaign/recipients/retire-recipient.server.ts";
import { unverifyRecipient } from "#app/domain/campaign/recipients/unverify-recipient.server.ts";
import { verifyRecipient } from "#app/domain/campaign/recipients/verify-recipient.server.ts";
import { words } from "#app/i18n/index.ts";
import { inOneLine } from "#app/i18n/sentence.ts";
import { CommandFailed, exitCodes, tell } from "./old.ts";
import { idOf, onCampaign, readForm } from "./on-campaign.ts";
import { notDone, requireRecipient } from "./recipient-set.ts";

const text = { type: "string" } as const;
const publicIdOf = (given: string | undefined) => idOf(given, "recipient", "recipient list");

/**
 * Records who looked an office's address up, when and where: letters go to it from then on. `--email` is the address that
 * was looked up, so that no other is verified by this.
 */
export const recipientVerify = onCampaign(
  "recipient verify",
  { recipient: text, email: text, by: text, on: text, where: text },
  ({ recipient, email, by, on, where }) => ({
    publicId: publicIdOf(recipient),
    email: email?.trim().toLowerCase(),
    form: readForm(
      verifyForm(new Date()),
      { verified_by: by, verified_on: on, verified_where: where, seen: "" },
      words("en").letterConsole.errors,
      { verified_by: "by", verified_on: "on", verified_where: "where" },
    ),
  }),
  async (on, { publicId, email, form }) => {
    const stands = await requireRecipient(on, publicId);
    if (email !== stands.email)
      throw new CommandFailed(
        `Letters to “${stands.name}” go to ${stands.email}${stands.postalAddress === null ? "" : `, ${inOneLine(stands.postalAddress)}`}. If that is what was looked up, say so: --email ${stands.email}`,
      );
    const { opened, json, scope } = on;
    const verified = await verifyRecipient(opened.db, {
      ...{ scope, publicId, seen: markOfAddress(stands) },
      ...{ by: form.verified_by, on: form.verified_on, where: form.verified_where },
    });
    if (verified.outcome !== "verified") throw notDone(verified.outcome);
    tell(json, verified, words("en").letterConsole.recipients.done.verified ?? "Verified.");
    return exitCodes.done;
  },
);

const change = (
  name: string,
  act: typeof unverifyRecipient | typeof retireRecipient,
  wanted: "unverified" | "retired",
) =>
  onCampaign(
    name,
    { recipient: text },
    ({ recipient }) => publicIdOf(recipient),
    async ({ opened, json, scope }, publicId) => {
      const { outcome } = await act(opened.db, { scope, publicId });
      if (outcome !== wanted) throw notDone(outcome);
      tell(json, { outcome }, words("en").letterConsole.recipients.done[wanted] ?? wanted);
      return exitCodes.done;
    },
  );

/** Takes a verification back: nothing but files goes to the office until somebody verifies it again. */
export const recipientUnverify = change("recipient unverify", unverifyRecipient, "unverified");
/** Ends writing to an office. What went to it stays on record. */
export const recipientRetire = change("recipient retire", retireRecipient, "retired");
