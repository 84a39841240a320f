import { z } from "zod";
import { pledgeRepeatable } from "#app/domain/entries/pledges/pledge-form.ts";
import { type PledgeWay, pledgeWays, wayOf } from "#app/domain/entries/pledges/pledge-way.ts";
import { sharesOfTwoFields } from "#app/domain/entries/pledges/read-shares.ts";
import type { Locale } from "#app/i18n/index.ts";
import type { PostedForm } from "./context.ts";
import { asksAgain, type FieldError, type FormBody, readFields, type TypedValues } from "./form.server.ts";

/** A page of the flow, with what was typed and its errors. */
export type PledgeView =
  | { at: "first"; values: TypedValues; errors: FieldError[] }
  | { at: "find-out"; values: TypedValues }
  | { at: "second"; way: PledgeWay; values: TypedValues; errors: FieldError[] };

/** Reads the two fields for shares, in a form opened before they became one, as that one. */
export function withSharesInOneField(body: FormBody | null, locale: Locale): FormBody | null {
  const [older] = body?.getAll("shares_bucket") ?? [];
  const [shares = "", ...more] = body?.getAll("shares") ?? [];
  if (!body || typeof older !== "string" || typeof shares !== "string") return body;
  const one = [sharesOfTwoFields(shares, older, locale), ...more];
  return { getAll: (field) => (field === "shares" ? one : body.getAll(field)) };
}

type WholeForm = z.ZodObject<z.ZodRawShape>;

const Steering = z.object({ step: z.string().optional() });

/**
 * Reads a post that asks for a page of the flow: `step=1` continues from the first step to the form for one
 * way of holding, `step=back` returns. Everything typed is kept. Null for a whole form.
 */
export function readStep(
  { url, body }: Pick<PostedForm, "url" | "body">,
  whole: WholeForm,
): PledgeView | null {
  const { step } = readFields(body, Steering).values;
  if (step !== "1" && step !== "back") return null;

  const fields = Object.fromEntries(Object.keys(whole.shape).map((field) => [field, z.unknown().optional()]));
  const first = z.object({
    ...fields,
    step: z.string(),
    way: z.enum(pledgeWays, "way-missing"),
    helped: z.string().optional(),
  });
  const form = readFields(body, first, pledgeRepeatable);
  const { values } = form;
  if (step === "back") {
    const way = wayOf(values.kind, values.holding_form);
    return { at: "first", values: { ...values, ...(way && { way }) }, errors: [] };
  }
  const again = asksAgain({ url });
  if (again) return { at: "first", values, errors: again === "corrected" && !form.ok ? form.errors : [] };
  if (!form.ok) return { at: "first", values, errors: form.errors };
  const way = pledgeWays.find((known) => known === values.way);
  if (!way || (way === "unsure" && values.helped !== "on")) return { at: "find-out", values };
  return { at: "second", way, values, errors: [] };
}

/** Returns the page that shows a whole form again: its way of holding, or without one the first step. */
export function formAgain({ values }: { values: TypedValues }, errors: FieldError[]): PledgeView {
  const way = wayOf(values.kind, values.holding_form);
  if (way) return { at: "second", way, values, errors };
  if (errors.length === 0) return { at: "first", values, errors };
  const ofForm = errors.filter(({ field }) => field === "form");
  return { at: "first", values, errors: [{ field: "way", code: "way-missing" }, ...ofForm] };
}
