import { z } from "zod";
import type { Campaign } from "#app/domain/campaigns/campaign.ts";
import { readSigning } from "#app/domain/campaigns/readiness.server.ts";
import { composeLetter } from "#app/domain/letters/compose.ts";
import { findAsk } from "#app/domain/letters/find-template.server.ts";
import {
  LetterForm,
  LetterPreview,
  LetterPrompts,
  letterConsentsOf,
  letterFields,
  sharesTold,
  toldBy,
} from "#app/domain/letters/letter-form.ts";
import { letterText } from "#app/domain/letters/letter-text.ts";
import { chooseSpelling } from "#app/domain/supporters/choose-spelling.ts";
import { keepForm } from "#app/domain/waiting-forms/keep-form.server.ts";
import { asksAgain, type FieldError, parseForm, type TypedValues } from "#app/http/form.server.ts";
import { type ActionFunctionArgs, type AppLoadContext, data } from "#app/http/remix.server.ts";
import { notFound, seeOther } from "#app/http/respond.server.ts";
import { words } from "#app/i18n/index.ts";

/** All that was typed, whether or not it is right. */
const Carried = z.object(Object.fromEntries(letterFields.map((field) => [field, z.string().optional()])));
const Steering = z.object({ step: z.string().optional() });

/**
 * `step=compose`, `preview`, `back` and `print` help to write and store nothing; a post without a step is the letter, and
 * one with any other is none. What was typed comes back from each of them.
 */
export async function takeLetter({ request, params, context }: ActionFunctionArgs) {
  const campaign = await context.findCampaign(params.campaign ?? "");
  if (!campaign) throw notFound();
  const { step } = (await parseForm(request.clone(), Steering)).values;
  const { values } = await parseForm(request.clone(), Carried);

  if (step === "print") return print(request, context, campaign, values);
  const signing = readSigning(campaign, context.env.localMode);
  if (signing.outcome !== "open") return answer({ values }, signing.outcome === "closed" ? 410 : 503);
  if (step === "compose") return compose(request, context, campaign, values);
  if (step === "preview") return preview(request, context, campaign, values);
  if (step === "back") return answer({ values }, 200);

  if (step !== undefined) return answer({ values, errors: [{ field: "form", code: "unreadable" }] }, 422);

  const form = await parseForm(request, LetterForm);
  const seconds = await context.limits.spend("form", context.clientAddress);
  if (seconds > 0) {
    const errors = [{ field: "form", code: "too-many" }];
    return answer({ values, errors }, 429, { "Retry-After": String(seconds) });
  }
  const asked = asksAgain(request);
  if (asked) {
    const errors = asked === "corrected" && !form.ok ? form.errors : [];
    return answer({ values, errors }, errors.length > 0 ? 422 : 200);
  }
  if (!form.ok) return answer({ values, errors: form.errors }, 422);
  const spelling = chooseSpelling(form.value);
  if (spelling.outcome === "ask") return answer({ values, suggestion: spelling.suggestion }, 422);

  const { name, country } = form.value;
  const said = { name, country, email: spelling.email, locale: context.locale };
  const told = { told: toldBy(form.value), consents: letterConsentsOf(form.value) };
  try {
    const input = { campaign: { id: campaign.id }, ...said, ...told };
    await keepForm(context.db, context.env.keys, { kind: "letter", input });
  } catch (error) {
    context.log.error({ err: error, requestId: context.requestId }, "a letter could not be stored");
    const errors = [{ field: "form", code: "unavailable" }];
    return answer({ values, errors }, 503, { "Retry-After": "60" });
  }
  return seeOther(context, `/c/${campaign.slug}/check-your-inbox`);
}

/** Puts the answers to the prompts and the campaign's ask together in the letter. */
async function compose(request: Request, context: AppLoadContext, campaign: Campaign, values: TypedValues) {
  const form = await parseForm(request, LetterPrompts);
  if (!form.ok) return answer({ values, errors: form.errors }, 422);
  const { asLines } = words(context.locale).letter.begin;
  const { role, who, why } = form.value;
  const { db, locale } = context;
  const ask = await findAsk(db, { campaignId: campaign.id, locale }).catch(() => null);
  const as = role ? asLines[role](campaign.company) : "";
  const typed = typeof values.body === "string" ? values.body.replace(/\r\n?/g, "\n") : "";
  return answer(
    { values: { ...values, body: composeLetter({ as, who, why, ask: ask ?? "", body: typed }) } },
    200,
  );
}

async function preview(request: Request, context: AppLoadContext, campaign: Campaign, values: TypedValues) {
  const text = await readText(request, context, campaign);
  return "errors" in text
    ? answer({ values, errors: text.errors }, 422)
    : answer({ values, seen: { text: text.text, at: new Date() } }, 200);
}

async function print(request: Request, context: AppLoadContext, campaign: Campaign, values: TypedValues) {
  const text = await readText(request, context, campaign);
  return "errors" in text
    ? answer({ values, errors: text.errors }, 422)
    : answer({ values, printed: { text: text.text, at: new Date() } }, 200);
}

/** The letter of a form as it would be handed over; what is agreed to does not matter yet. */
async function readText(request: Request, { locale }: AppLoadContext, { company }: Campaign) {
  const form = await parseForm(request, LetterPreview);
  if (!form.ok) return { errors: form.errors };
  const { body, name, country } = form.value;
  return { text: letterText({ locale, body, shares: sharesTold(form.value), name, country, company }) };
}

type Seen = { text: string; at: Date };
type Answer = {
  values: TypedValues;
  errors?: FieldError[];
  suggestion?: { typed: string; meant: string };
  seen?: Seen;
  printed?: Seen;
};

/** A page with what was typed; never stored by anyone on the way. */
const answer = (what: Answer, status: number, headers = {}) =>
  data(
    { errors: [], suggestion: null, seen: null, printed: null, ...what },
    { status, headers: { ...headers, "Cache-Control": "no-store" } },
  );
