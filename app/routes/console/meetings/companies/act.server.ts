import { z } from "zod";
import {
  approveCompanies,
  withdrawCompanies,
} from "#app/domain/campaign/company/approve-companies.server.ts";
import {
  type CompaniesChange,
  changeCompanies,
} from "#app/domain/campaign/company/change-companies.server.ts";
import { companyForm, companyOfForm } from "#app/domain/campaign/company/company-form.ts";
import { type FieldError, parseForm } from "#app/http/form.server.ts";
import { type ProofAsked, reauthenticate } from "#app/http/reauthenticate.server.ts";
import { type ActionFunctionArgs, data, redirect } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { notFound } from "#app/http/respond.server.ts";
import { typedOnce } from "#app/ui/form-state.ts";

/** The answer to a post that changed nothing, with what was typed for a new company. */
export type Answer = {
  errors: FieldError[];
  values: Record<string, string>;
  /** A key of `companies.refused`. */
  refused: string | null;
  /** The reauthentication needed before the action. */
  proof?: ProofAsked;
};

const Fields = z.object({
  intent: z.enum(["add", "new", "remove", "up", "approve", "withdraw"]),
  company: z.string().max(100).optional(),
  subject: z.uuid().optional(),
});

/** Changes the companies of a draft; in an open campaign, requests, approves or withdraws a change. */
export async function act(args: ActionFunctionArgs) {
  const { organizer, campaign, scope } = await requireCampaign(args, "manage");
  const { db, wakeMail } = args.context;
  const form = await parseForm(args.request.clone(), Fields);
  const refuse = (refused: string | null, answer: Partial<Answer> = {}, status = 409) =>
    data<Answer>({ errors: [], values: {}, refused, ...answer }, { status });
  if (!form.ok) return refuse("unknown", {}, 422);
  const { intent, company = "", subject } = form.value;

  if (intent === "approve") {
    const proof = await reauthenticate(args, organizer, { kind: "petition", campaignId: campaign.id });
    if (proof) return proof;
  }
  if (intent === "approve" || intent === "withdraw") {
    const on = { scope, subject: subject ?? "" };
    const { outcome } = await (intent === "approve" ? approveCompanies : withdrawCompanies)(db, on);
    if (outcome === "gone") throw notFound();
    if (outcome !== "approved" && outcome !== "withdrawn") return refuse(outcome);
    wakeMail();
    return redirect(`/organize/c/${campaign.slug}/meetings/companies?done=${outcome}`, 303);
  }
  const asNew = intent === "new" ? await parseForm(args.request, companyForm(new Date())) : null;
  const values = asNew ? typedOnce(asNew.values) : {};
  if (asNew && !asNew.ok) return refuse(null, { errors: asNew.errors, values }, 422);
  const change = asNew?.ok
    ? { addNew: companyOfForm(asNew.value), checked: asNew.value.checked }
    : changeNamed(intent, company);
  const { outcome } = await changeCompanies(db, { scope, change });
  if (outcome === "gone") throw notFound();
  if (outcome !== "changed" && outcome !== "asked")
    return refuse(outcome, { values }, outcome === "unknown" ? 422 : 409);
  wakeMail();
  return redirect(`/organize/c/${campaign.slug}/meetings/companies?done=${outcome}`, 303);
}

/** The change that the button of a known company requests. */
function changeNamed(intent: string, company: string): CompaniesChange {
  if (intent === "add") return { add: company };
  return intent === "remove" ? { remove: company } : { up: company };
}
