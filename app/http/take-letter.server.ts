import { z } from "zod";
import { chooseSpelling } from "#app/domain/base/choose-spelling.ts";
import type { Campaign } from "#app/domain/campaign/campaign.ts";
import { companyAad, companyNamed } from "#app/domain/campaign/company/campaign-companies.ts";
import { readSigning } from "#app/domain/campaign/opening/readiness.server.ts";
import { chooseRecipient } from "#app/domain/campaign/recipients/open-recipients.server.ts";
import { letterText } from "#app/domain/entries/letters/letter.ts";
import { findAsk } from "#app/domain/entries/letters/settings/save-settings.server.ts";
import { composeLetter } from "#app/domain/entries/letters/writing/compose.ts";
import {
  LetterForm,
  LetterPreview,
  LetterPrompts,
  letterAnswersOf,
  letterConsentsOf,
  letterFields,
  ProvenPreview,
  statedShares,
} from "#app/domain/entries/letters/writing/letter-form.ts";
import { storeForm } from "#app/domain/entries/waiting-forms/store-form.server.ts";
import { words } from "#app/i18n/index.ts";
import type { FormContext, PostedForm, TakenForm } from "./context.ts";
import {
  asksAgain,
  type FieldError,
  type FormBody,
  type ParsedForm,
  readFields,
  type TypedValues,
} from "./form.server.ts";
import { ownInboxPath } from "./inbox-path.server.ts";
import { countEntry, proveEntry } from "./prove-signer.server.ts";

/** Everything typed, valid or not. */
export const TypedFields = z.object(
  Object.fromEntries(letterFields.map((field) => [field, z.string().optional()])),
);
/** The chosen recipient takes no letters now; the form comes back with what was typed. */
export const recipientClosed = { field: "recipient", code: "recipient-closed" } as const;
const Steering = z.object({ step: z.string().optional(), company: z.string().optional() });

/**
 * Reads which company a form is about, and the campaign for that company; null if it is none of the
 * campaign's.
 */
export function chooseCompany(campaign: Campaign, body: FormBody | null) {
  const { company: slug } = readFields(body, Steering).values;
  const company = companyNamed(campaign.companies, typeof slug === "string" ? slug : null);
  return company && { company, campaign: companyAad(campaign, company) };
}

/**
 * Takes a post without a step as the letter. The steps `company`, `compose`, `preview`, `back` and `print`,
 * or an unknown one, store nothing; each returns what was typed.
 */
export async function takeLetter(
  { params, url, body }: PostedForm,
  context: FormContext,
): Promise<TakenForm<LetterAnswer>> {
  const found = await context.findCampaign(params.campaign ?? "");
  if (!found) return { outcome: "not-found" };
  const chosen = chooseCompany(found, body);
  if (!chosen) return answer(noSuchCompany(body), 422);
  const { campaign, company } = chosen;
  const helped = await helpToWrite(body, context, campaign, null);
  if (helped) return helped;

  const form = readFields(body, LetterForm);
  const { values } = readFields(body, TypedFields);
  const tooMany = (wait: number) =>
    answer({ values, errors: [{ field: "form", code: "too-many" }] }, 429, wait);
  const seconds = await countEntry(context);
  if (seconds > 0) return tooMany(seconds);
  const asked = asksAgain({ url });
  if (asked) {
    const errors = asked === "corrected" && !form.ok ? form.errors : [];
    return answer({ values, errors }, errors.length > 0 ? 422 : 200);
  }
  if (!form.ok) return answer({ values, errors: form.errors }, 422);
  const spelling = chooseSpelling(form.value);
  if (spelling.outcome === "ask") return answer({ values, suggestion: spelling.suggestion }, 422);

  const { name, country } = form.value;
  const writer = { name, country, email: spelling.email, locale: context.locale };
  try {
    const of = { campaignId: campaign.id, companyId: company.id };
    const recipient = await chooseRecipient(context.db, of, form.value.recipient);
    if (recipient === "closed") return answer({ values, errors: [recipientClosed] }, 422);
    const { canonical: email } = spelling.email;
    const proved = await proveEntry(context, { campaignId: campaign.id, email, body });
    if (proved) return "wait" in proved ? tooMany(proved.wait) : answer({ values, ...proved }, 422);
    const answers = { ...letterAnswersOf(form.value), recipientId: recipient.recipientId };
    const letter = { answers, consents: letterConsentsOf(form.value) };
    const input = { campaign: { id: campaign.id }, companyId: company.id, ...writer, ...letter };
    await storeForm(context.db, context.env.keys, { kind: "letter", input });
  } catch (error) {
    context.log.error({ err: error, requestId: context.requestId }, "a letter could not be stored");
    const errors = [{ field: "form", code: "unavailable" }];
    return answer({ values, errors }, 503, 60);
  }
  const typed = { kind: "letter", address: spelling.email.address } as const;
  return { outcome: "done", to: ownInboxPath(context.env.keys, campaign.slug, typed, new Date()) };
}

/** Returns what was typed, to choose a company. */
export const noSuchCompany = (body: FormBody | null) => ({
  values: readFields(body, TypedFields).values,
  errors: [{ field: "company", code: "company-unknown" }],
});

/**
 * Answers a step that helps to write, or a letter that cannot be taken now; null for a whole letter.
 * `writer`: who they are, if known.
 */
export async function helpToWrite(
  body: FormBody | null,
  context: Pick<FormContext, "db" | "env" | "locale">,
  campaign: Campaign,
  writer: Writer | null,
) {
  const { step } = readFields(body, Steering).values;
  const { values } = readFields(body, TypedFields);
  if (step === "print") return show("printed", readPreview(body, writer), context, campaign, values);
  const signing = readSigning(campaign, context.env.localMode);
  if (signing.outcome !== "open") return answer({ values }, signing.outcome === "closed" ? 410 : 503);
  if (step === "compose") return compose(body, context, campaign, values);
  if (step === "preview") return show("seen", readPreview(body, writer), context, campaign, values);
  if (step === "back" || step === "company") return answer({ values }, 200);
  if (step !== undefined) return answer({ values, errors: [{ field: "form", code: "unreadable" }] }, 422);
  return null;
}

type Writer = { name: string; country: string };

function readPreview(
  body: FormBody | null,
  writer: Writer | null,
): ParsedForm<z.output<typeof LetterPreview>> {
  if (!writer) return readFields(body, LetterPreview);
  const form = readFields(body, ProvenPreview);
  return form.ok ? { ...form, value: { ...form.value, ...writer } } : form;
}

/** Composes the letter from the answers to the prompts and the campaign's ask. */
async function compose(
  body: FormBody | null,
  context: Pick<FormContext, "db" | "locale">,
  campaign: Campaign,
  values: TypedValues,
) {
  const form = readFields(body, LetterPrompts);
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

/** Shows the letter as it would be sent; consents are not checked yet. */
function show(
  as: "seen" | "printed",
  form: ParsedForm<z.output<typeof LetterPreview>>,
  { locale }: Pick<FormContext, "locale">,
  { company }: Campaign,
  values: TypedValues,
) {
  if (!form.ok) return answer({ values, errors: form.errors }, 422);
  const { body, name, country } = form.value;
  const text = letterText({ locale, body, shares: statedShares(form.value), name, country, company });
  return answer({ values, [as]: { text, at: new Date() } }, 200);
}

type Seen = { text: string; at: Date };
/** The page with what was typed. */
export type LetterAnswer = {
  values: TypedValues;
  errors: FieldError[];
  suggestion: { typed: string; meant: string } | null;
  seen: Seen | null;
  printed: Seen | null;
  /** The proof of work to do first. */
  challenge: string | null;
};

export const answer = (
  what: Partial<LetterAnswer> & Pick<LetterAnswer, "values">,
  status: number,
  retryAfter: number | null = null,
) => ({
  outcome: "page" as const,
  page: { errors: [], suggestion: null, seen: null, printed: null, challenge: null, ...what },
  status,
  retryAfter,
});
