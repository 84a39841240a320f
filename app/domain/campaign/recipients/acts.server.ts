import { z } from "zod";
import { acts, actsOn, noFields, type WhoActs } from "#app/domain/access/acts.ts";
import type { Db } from "#db/index.ts";
import { addRecipient } from "./add-recipient.server.ts";
import { editRecipient } from "./edit-recipient.server.ts";
import { markOfAddress } from "./lock-recipient.server.ts";
import { closeRecipient, openRecipient } from "./open-recipient.server.ts";
import { findRecipient } from "./queries.server.ts";
import type { Recipient } from "./recipient.ts";
import { RecipientForm, recipientOfForm, verifyForm } from "./recipient-form.ts";
import { retireRecipient, unverifyRecipient } from "./retire-recipient.server.ts";
import { verifyRecipient } from "./verify-recipient.server.ts";

const recipient = {
  name: "recipient" as const,
  key: "publicId" as const,
  find: findRecipient,
  seen: { seen: (read: Recipient | null) => (read ? markOfAddress(read) : "") },
  page: (publicId: string) => `letters/recipients/${publicId}`,
  atCompany: true,
};

const { one, none } = actsOn(recipient);

const AddForm = RecipientForm.extend({
  per_day: RecipientForm.shape.per_day
    .prefault("20")
    .meta({ hint: "N", description: "the most emails a day (default 20)" }),
});
const Close = z.object({ letters: z.coerce.number().int().catch(-1) });

/** What can be done with the recipients of letters, by whom. */
export const recipientActs = acts(recipient, {
  add: none("add a recipient, not verified yet", "write", AddForm, addFilled, "added"),
  edit: one(
    "edit a recipient; a new address needs verification; options left out keep their values",
    "write",
    RecipientForm,
    editFilled,
    ["saved", "saved-unverified"],
    {
      stored: ({ name, email, postalAddress, perDay }) => ({
        name,
        email,
        postal_address: postalAddress ?? "",
        per_day: String(perDay),
      }),
    },
  ),
  verify: one(
    "record who checked a recipient's address, when and where; letters can then be sent",
    "manage",
    verifyForm,
    verifyFilled,
    "verified",
  ),
  unverify: one(
    "undo a verification; until verified again, only files can be made for it",
    "manage",
    noFields,
    unverifyRecipient,
    "unverified",
  ),
  open: one(
    "let writers address letters to a verified recipient",
    "write",
    noFields,
    openRecipient,
    "opened",
  ),
  close: one(
    "take a recipient out of the writers' choice; letters that wait for it go to the default",
    "write",
    Close,
    closeSeen,
    "closed",
  ),
  retire: one(
    "retire a recipient: nothing more is sent to it; its records stay",
    "write",
    noFields,
    retireRecipient,
    "retired",
  ),
});

type Filled = WhoActs & z.output<typeof RecipientForm>;
type OnOne = WhoActs & { publicId: string };

function addFilled(db: Db, { scope, ...form }: Filled, now: Date) {
  return addRecipient(db, { scope, values: recipientOfForm(form) }, now);
}

async function editFilled(db: Db, { scope, publicId, seen = "", ...form }: Filled & OnOne, now: Date) {
  const edited = await editRecipient(db, { scope, publicId, seen, values: recipientOfForm(form) }, now);
  return edited.outcome === "saved" && edited.unverified
    ? { ...edited, outcome: "saved-unverified" as const }
    : edited;
}

function verifyFilled(db: Db, form: OnOne & z.output<ReturnType<typeof verifyForm>>, now: Date) {
  const { scope, publicId, seen, verified_by: by, verified_on: on, verified_where: where } = form;
  return verifyRecipient(db, { scope, publicId, seen, by, on, where }, now);
}

function closeSeen(db: Db, { scope, publicId, letters: seen }: OnOne & { letters: number }, now: Date) {
  return closeRecipient(db, { scope, publicId, seen }, now);
}
