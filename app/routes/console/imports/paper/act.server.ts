import { z } from "zod";
import type { RowPerson } from "#app/domain/entries/imports/reading/read-row.ts";
import { readSheetRow } from "#app/domain/entries/imports/reading/read-sheet.ts";
import { agreedOf, PaperAgreedForm } from "#app/domain/entries/imports/running/agreed-form.ts";
import { importTypedSheet } from "#app/domain/entries/imports/running/import-typed-sheet.server.ts";
import { type FieldError, parseForm, type TypedValues } from "#app/http/form.server.ts";
import { type ActionFunctionArgs, data, redirect } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { countryCodes } from "#app/lib/countries.ts";

/** Rows of the form. */
export const rowsOfSheet = 25;

export type Answer = { errors: FieldError[]; values: TypedValues; frozen?: true };

const cells = Object.fromEntries(
  Array.from({ length: rowsOfSheet }, (_none, n) => [
    [`name_${n}`, z.string().optional()],
    [`postal_code_${n}`, z.string().optional()],
  ]).flat(),
) as Record<string, z.ZodOptional<z.ZodString>>;

const SheetForm = z.object({
  country: z.string("country-unknown").refine((code) => countryCodes.includes(code), "country-unknown"),
  ...PaperAgreedForm.shape,
  ...cells,
});

/** Takes a typed sheet in. */
export async function act(args: ActionFunctionArgs) {
  const { campaign, scope } = await requireCampaign(args, "manage");
  const { db, env } = args.context;
  const form = await parseForm(args.request, SheetForm);
  if (!form.ok) return data<Answer>({ errors: form.errors, values: form.values }, { status: 422 });
  const { people, errors } = readSheet(form.value as Record<string, string | undefined>, form.value.country);
  if (errors.length) return data<Answer>({ errors, values: form.values }, { status: 422 });
  const typed = await importTypedSheet(db, env.keys, { ...scope, people, agreed: agreedOf(form.value) });
  if (!typed) return data<Answer>({ errors: [], values: form.values, frozen: true }, { status: 409 });
  throw redirect(`/organize/c/${campaign.slug}/imports/${typed.publicId}`, 303);
}

function readSheet(values: Record<string, string | undefined>, country: string) {
  const people: RowPerson[] = [];
  const errors: FieldError[] = [];
  for (let n = 0; n < rowsOfSheet; n++) {
    const row = [values[`name_${n}`]?.trim() ?? "", values[`postal_code_${n}`]?.trim() ?? ""] as const;
    if (row.every((cell) => cell === "")) continue;
    const read = readSheetRow(...row, country);
    if (typeof read === "string") {
      errors.push({ field: read === "postal-code" ? `postal_code_${n}` : `name_${n}`, code: read });
    } else people.push(read);
  }
  if (people.length + errors.length === 0) errors.push({ field: "name_0", code: "paper-empty" });
  return { people, errors };
}
