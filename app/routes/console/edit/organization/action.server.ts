import { findOrganization } from "#app/domain/campaign/organization/find-organization.server.ts";
import { OrganizationForm, SenderForm } from "#app/domain/campaign/organization/sender-form.ts";
import {
  type OrganizationField,
  setOrganization,
} from "#app/domain/campaign/organization/set-organization.server.ts";
import { setSender } from "#app/domain/campaign/organization/set-sender.server.ts";
import { type FieldError, parseForm, readTyped } from "#app/http/form.server.ts";
import { type ProofAsked, reauthenticate } from "#app/http/reauthenticate.server.ts";
import { type ActionFunctionArgs, data, redirect } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { notFound, unlessGone } from "#app/http/respond.server.ts";
import { typedOnce } from "#app/ui/form-state.ts";

export type Answer = {
  part?: "organization" | "sender";
  values?: Record<string, string>;
  errors?: FieldError[];
  refused?: string;
  proof?: ProofAsked;
};

const answer = (body: Answer, status: number) => data(body, { status });

/** Stores the addresses, or the sender after reauthentication. */
export async function act(args: ActionFunctionArgs) {
  const { intent } = await readTyped(args.request);
  return intent === "sender" ? saveSender(args) : saveOrganization(args);
}

const names: Record<
  OrganizationField,
  "operator" | "postal_address" | "contact_email" | "privacy_contact" | "funding_line"
> = {
  operator: "operator",
  postalAddress: "postal_address",
  contactEmail: "contact_email",
  privacyContact: "privacy_contact",
  fundingLine: "funding_line",
};

async function saveOrganization(args: ActionFunctionArgs) {
  const { campaign, actor } = await requireCampaign(args, "manage");
  const { db } = args.context;
  const form = await parseForm(args.request, OrganizationForm);
  const typed = { part: "organization", values: typedOnce(form.values) } as const;
  if (!form.ok) return answer({ ...typed, errors: form.errors }, 422);
  const known = await findOrganization(db, campaign.id);
  const given = Object.entries(names).map(([field, name]) => [field, form.value[name] ?? ""] as const);
  // An empty field that never had a value is not stored.
  const values = Object.fromEntries(
    given.filter(([field, text]) => text.trim() !== "" || known?.[field as OrganizationField]),
  );
  const { version } = form.value;
  const set = await setOrganization(db, { campaignSlug: campaign.slug, values, actor, version });
  switch (set.outcome) {
    case "set":
      return redirect(`/organize/c/${campaign.slug}/edit/organization?done=organization`, 303);
    case "invalid":
      return answer(
        {
          ...typed,
          errors: [{ field: names[set.field], code: set.problem, ...(set.value && { value: set.value }) }],
        },
        422,
      );
    case "stale":
      return answer({ ...typed, refused: "stale-organization" }, 409);
    case "unknown-campaign":
      throw notFound();
  }
}

async function saveSender(args: ActionFunctionArgs) {
  const { campaign, organizer, on } = await requireCampaign(args, "manage");
  const form = await parseForm(args.request, SenderForm);
  const typed = { part: "sender", values: typedOnce(form.values) } as const;
  if (!form.ok) return answer({ ...typed, errors: form.errors }, 422);
  const asked = await reauthenticate(args, organizer, { kind: "sender", campaignId: campaign.id });
  if (asked) return asked;
  const { version, sender_name, sender_address, reply_to } = form.value;
  const set = unlessGone(
    await setSender(args.context.db, {
      ...on,
      version,
      sender: { senderName: sender_name, senderAddress: sender_address, replyTo: reply_to },
      site: args.context.env.mail.from,
    }),
  );
  switch (set.outcome) {
    case "set":
      return redirect(`/organize/c/${campaign.slug}/edit/organization?done=sender`, 303);
    case "other-domain":
      return answer({ ...typed, errors: [{ field: "sender_address", code: "sender-domain" }] }, 422);
    case "stale":
      return answer({ ...typed, refused: "stale-organization" }, 409);
  }
}
