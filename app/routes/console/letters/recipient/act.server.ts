import { z } from "zod";
import type { OrganizerRight } from "#app/domain/access/organizer.ts";
import { editRecipient } from "#app/domain/campaign/recipients/edit-recipient.server.ts";
import { closeRecipient, openRecipient } from "#app/domain/campaign/recipients/open-recipient.server.ts";
import {
  RecipientForm,
  recipientOfForm,
  verifyForm,
} from "#app/domain/campaign/recipients/recipient-form.ts";
import { retireRecipient } from "#app/domain/campaign/recipients/retire-recipient.server.ts";
import { unverifyRecipient } from "#app/domain/campaign/recipients/unverify-recipient.server.ts";
import { verifyRecipient } from "#app/domain/campaign/recipients/verify-recipient.server.ts";
import { type FieldError, parseForm } from "#app/http/form.server.ts";
import { type ActionFunctionArgs, data, redirect } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { notFound } from "#app/http/respond.server.ts";
import { typedOnce } from "#app/ui/form-state.ts";

const intents = ["edit", "verify", "unverify", "retire", "open", "close"] as const;
type Intent = (typeof intents)[number];

/** The answer to a post that changed nothing, with the form and what was typed. */
export type Answer = {
  intent: Intent;
  values: Record<string, string>;
  errors: FieldError[];
  /** A key of `recipients.refused`. */
  refused: string | null;
};

const rightFor: Record<Intent, OrganizerRight> = {
  edit: "write",
  verify: "manage",
  unverify: "manage",
  retire: "write",
  open: "write",
  close: "write",
};

/** Does what the button says, for an organizer whose role carries the right. */
export async function act(args: ActionFunctionArgs) {
  const peeked = await parseForm(args.request.clone(), z.object({ intent: z.string().optional() }));
  const intent = intents.find((each) => each === peeked.values.intent) ?? "edit";
  const { campaign, scope } = await requireCampaign(args, rightFor[intent]);
  const { db } = args.context;
  const on = { scope, publicId: args.params.recipient ?? "" };
  const refuse = (answer: Partial<Answer>, status = 409) =>
    data<Answer>({ intent, values: {}, errors: [], refused: null, ...answer }, { status });
  const done = (word: string) =>
    redirect(`/organize/c/${campaign.slug}/letters/recipients/${on.publicId}?done=${word}`, 303);

  if (intent === "edit") {
    const form = await parseForm(args.request, RecipientForm);
    const values = typedOnce(form.values);
    if (!form.ok) return refuse({ values, errors: form.errors }, 422);
    const { seen = "" } = form.value;
    const edited = await editRecipient(db, { ...on, seen, values: recipientOfForm(form.value) });
    if (edited.outcome === "gone") throw notFound();
    if (edited.outcome !== "saved") return refuse({ values, refused: edited.outcome });
    return done(edited.unverified ? "saved-unverified" : "saved");
  }
  if (intent === "verify") {
    const form = await parseForm(args.request, verifyForm(new Date()));
    const values = typedOnce(form.values);
    if (!form.ok) return refuse({ values, errors: form.errors }, 422);
    const { verified_by: by, verified_on: day, verified_where: where, seen } = form.value;
    const verified = await verifyRecipient(db, { ...on, seen, by, on: day, where });
    if (verified.outcome === "gone") throw notFound();
    return verified.outcome === "verified" ? done("verified") : refuse({ values, refused: verified.outcome });
  }
  if (intent === "open" || intent === "close") {
    const form = await parseForm(args.request, z.object({ letters: z.coerce.number().int().catch(-1) }));
    const seen = form.ok ? form.value.letters : -1;
    const { outcome } = await (intent === "open"
      ? openRecipient(db, on)
      : closeRecipient(db, { ...on, seen }));
    if (outcome === "gone") throw notFound();
    return outcome === "opened" || outcome === "closed" ? done(outcome) : refuse({ refused: outcome });
  }
  const { outcome } = await (intent === "unverify" ? unverifyRecipient : retireRecipient)(db, on);
  if (outcome === "gone") throw notFound();
  return outcome === "unverified" || outcome === "retired" ? done(outcome) : refuse({ refused: outcome });
}
