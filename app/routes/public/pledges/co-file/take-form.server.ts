import { profileOf } from "#app/domain/base/jurisdictions/index.ts";
import { aboutNamed, companyNamed } from "#app/domain/campaign/campaign-companies.ts";
import { type Assessment, assess } from "#app/domain/entries/pledges/co-filing/assess.ts";
import {
  coFilingFormOf,
  holdingOf,
  packetFormOf,
} from "#app/domain/entries/pledges/co-filing/co-filing-form.ts";
import { findCoFilingFacts } from "#app/domain/entries/pledges/co-filing/queries.server.ts";
import type { TenureBucket } from "#app/domain/entries/pledges/pledge.ts";
import { asksAgain, type FieldError, parseForm, type TypedValues } from "#app/http/form.server.ts";
import { type ActionFunctionArgs, data } from "#app/http/remix.server.ts";
import { notFound } from "#app/http/respond.server.ts";

/** The answer to a post. `papers`: the form for the papers came back with errors. */
export type Taken = {
  form: "calculator" | "papers";
  values: TypedValues;
  errors: FieldError[];
  /** Reloaded in another language before it was sent: nothing was checked. */
  asTyped: boolean;
  answer: { assessment: Assessment; heldSinceMonth: string | null; tenureBucket: TenureBucket | null } | null;
};

/** Computes one holder's case, and stores nothing. A field `paper` marks the form for the papers. */
export async function takeForm({ request, params, context }: ActionFunctionArgs) {
  const now = new Date();
  const campaign = aboutNamed(await context.findCampaign(params.campaign ?? ""), params.company);
  if (!campaign || !profileOf(campaign.jurisdiction).coFiling) throw notFound();

  const companyId = companyNamed(campaign.companies, params.company)?.id;
  const asTyped = asksAgain(request) === "as-typed";
  const papers = await parseForm(request.clone(), packetFormOf(now));
  if (papers.values.paper !== undefined) {
    const errors = asTyped || papers.ok ? [] : papers.errors;
    return respond(
      { form: "papers", values: papers.values, errors, asTyped, answer: null },
      asTyped ? 200 : 422,
    );
  }
  const form = await parseForm(request, coFilingFormOf(now));
  const again = { form: "calculator", values: form.values, asTyped, answer: null } as const;
  const seconds = await context.limits.spend("coFile", context.clientAddress);
  if (seconds > 0) {
    const tooMany = { field: "form", code: "too-many" };
    return respond({ ...again, errors: [tooMany] }, 429, { "Retry-After": String(seconds) });
  }
  if (asTyped) return respond({ ...again, errors: [] }, 200);
  if (!form.ok) return respond({ ...again, errors: form.errors }, 422);

  const { rule, snapshot } = await findCoFilingFacts(context.db, campaign.id, now, companyId);
  const answers = {
    heldSinceMonth: form.value.held_since_month ?? null,
    tenureBucket: form.value.tenure_bucket ?? null,
  };
  const { zone } = campaign;
  const input = {
    ...answers,
    zone,
    holding: holdingOf(form.value),
    rule,
    snapshot,
    ownPrice: form.value.price,
  };
  return respond({ ...again, errors: [], answer: { ...answers, assessment: assess(input, now) } }, 200);
}

const respond = (taken: Taken, status: number, headers = {}) =>
  data(taken, { status, headers: { ...headers, "Cache-Control": "no-store" } });
