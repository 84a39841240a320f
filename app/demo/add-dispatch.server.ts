import { addRecipient } from "#app/domain/campaign/recipients/add-recipient.server.ts";
import { markOfAddress } from "#app/domain/campaign/recipients/lock-recipient.server.ts";
import { verifyRecipient } from "#app/domain/campaign/recipients/verify-recipient.server.ts";
import { scoreLetters } from "#app/domain/entries/letters/score-letters.server.ts";
import { screenNewNames } from "#app/domain/names/screen-new-names.server.ts";
import { approveDispatch } from "#app/domain/outgoing/dispatches/approve-dispatch.server.ts";
import { draftDispatch } from "#app/domain/outgoing/dispatches/drafting/draft-dispatch.server.ts";
import { submitDispatch } from "#app/domain/outgoing/dispatches/submit-dispatch.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import type { DemoAuthor, DemoCampaign } from "./campaign.ts";

/** A made-up recipient with a reserved address. */
const office = {
  name: "Investor Relations (example)",
  email: "investors@company.example",
  postalAddress: "Example Company\n1 Example Way\nExample City",
  perDay: 20,
};

/**
 * Adds a dispatch to a made-up recipient, written by `author` and approved by the operator. On a local
 * machine the worker writes it as a file.
 */
export async function addDispatch(
  db: Db,
  keys: Keys,
  campaign: DemoCampaign,
  author: DemoAuthor,
  now: Date,
): Promise<void> {
  const scope = { campaignId: campaign.id, organizerId: null };
  const recipient = await addRecipient(db, { scope, values: office }, now);
  if (recipient.outcome !== "added") throw new Error(`the office was not added: ${recipient.outcome}`);
  const { publicId: recipientPublicId } = recipient;
  await verifyRecipient(db, {
    scope,
    publicId: recipientPublicId,
    seen: markOfAddress(office),
    by: "The operator",
    on: now.toISOString().slice(0, 10),
    where: "https://company.example/investors",
  });
  await scoreLetters(db);
  await screenNewNames(db);
  const on = { campaignId: campaign.id };
  const drafted = await draftDispatch(
    db,
    { ...on, actor: author, kind: "consolidated", cause: "organizer", recipientPublicId },
    now,
  );
  if (drafted.outcome !== "drafted") throw new Error(`the dispatch was not drafted: ${drafted.outcome}`);
  const dispatch = { ...on, publicId: drafted.publicId, version: 1 };
  const submitted = await submitDispatch(db, { ...dispatch, actor: author }, now);
  if (submitted.outcome !== "submitted")
    throw new Error(`the dispatch was not submitted: ${submitted.outcome}`);
  const approved = await approveDispatch(db, keys, { ...dispatch, actor: "operator" }, now);
  if (approved.outcome !== "approved") throw new Error(`the dispatch was not approved: ${approved.outcome}`);
}
