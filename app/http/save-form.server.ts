import type { z } from "zod";
import { typedOnce } from "#app/ui/form-state.ts";
import { type FieldError, parseForm } from "./form.server.ts";
import { type ActionFunctionArgs, data, redirect } from "./remix.server.ts";
import { unlessGone } from "./respond.server.ts";

type Schema = z.ZodObject<z.ZodRawShape>;
type Ended = { outcome: string };

type Saving<F extends Schema, End extends Ended, Done extends string, AtField extends string> = {
  form: F;
  save: (given: z.output<F>) => Promise<End>;
  /** The address that shows what was stored. */
  done: Record<Done, (end: End & { outcome: Done }, given: z.output<F>) => string>;
  /** The fields at fault for outcomes; all others are refusals. */
  fieldOf?: Record<AtField, string | FieldError>;
};

/** Stores a form; what cannot be stored comes back with what was typed. */
export async function saveForm<
  F extends Schema,
  End extends Ended,
  Done extends End["outcome"],
  AtField extends End["outcome"] = never,
>({ request }: ActionFunctionArgs, { form: schema, save, done, fieldOf }: Saving<F, End, Done, AtField>) {
  type Refused = Exclude<End["outcome"], Done | AtField | "gone">;
  const form = await parseForm(request, schema);
  const values = typedOnce(form.values);
  const refuse = (status: number, errors: FieldError[], refused: Refused | null = null) =>
    data({ errors, values, refused }, { status });
  if (!form.ok) return refuse(422, form.errors);
  const end = unlessGone(await save(form.value));
  const { outcome }: Ended = end;
  if (outcome in done) return redirect(done[outcome as Done](end as never, form.value), 303);
  const field = fieldOf?.[outcome as AtField];
  if (!field) return refuse(409, [], outcome as Refused);
  return refuse(422, [typeof field === "string" ? { field, code: outcome } : field]);
}
