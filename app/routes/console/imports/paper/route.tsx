import { z } from "zod";
import { isFrozen } from "#app/domain/access/freeze.server.ts";
import { maxConsentSourceLength, maxConsentTextLength } from "#app/domain/entries/imports/import.ts";
import type { RowPerson } from "#app/domain/entries/imports/reading/read-row.ts";
import { readSheetRow } from "#app/domain/entries/imports/reading/read-sheet.ts";
import { agreedOf, PaperAgreedForm } from "#app/domain/entries/imports/running/agreed-form.ts";
import { importTypedSheet } from "#app/domain/entries/imports/running/import-typed-sheet.server.ts";
import { type FieldError, parseForm, type TypedValues } from "#app/http/form.server.ts";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { countryCodes } from "#app/lib/countries.ts";
import { Button } from "#app/ui/button.tsx";
import { AgreedFields } from "#app/ui/console/agreed-fields.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { DoneNote } from "#app/ui/console/done-note.tsx";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import { CountrySelect, countries } from "#app/ui/country-select.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { ErrorText, type FieldMessage, messageFor } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Form, Link, useActionData, useLoaderData } from "#app/ui/remix.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { campaign } = await requireCampaign(args, "manage");
  return {
    rows: rowsOfSheet,
    countries: countries(args.context.locale),
    frozen: await isFrozen(args.context.db, campaign.id),
    today: new Date().toISOString().slice(0, 10),
  };
}

/** Takes a typed sheet in. */
export async function action(args: ActionFunctionArgs) {
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

export const meta: MetaFunction = () => [{ title: "Type a sheet in · Undersigned" }];

export { ConsoleError as ErrorBoundary, reloadWhenRefused as shouldRevalidate };

export default function Paper() {
  const { rows, frozen, today, countries: from } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as Answer | undefined;
  const { imports } = useWords();
  const { paper: say } = imports;
  const values = answer?.values ?? {};
  const messages = (answer?.errors ?? []).map(({ field, code }) => ({
    field,
    message: imports.errors[code] ?? (imports.outcomes as Record<string, string>)[code] ?? code,
  }));
  const country = typeof values.country === "string" ? values.country : undefined;
  return (
    <>
      <div className="page-head">
        <div>
          <p className="crumb">
            <Link to="..">{say.back}</Link>
          </p>
          <h1>{say.title}</h1>
          <p>{say.text}</p>
        </div>
      </div>
      <DoneNote done={null} refused={frozen || answer?.frozen ? imports.frozen : undefined} />
      {!frozen && (
        <Form method="post" noValidate>
          <ErrorSummary heading={imports.summary} errors={messages} />
          <section className="step">
            <span className="n">1</span>
            <h2>{imports.agreed.heading}</h2>
            <AgreedFields
              values={values}
              messages={messages}
              today={today}
              atMost={{ text: maxConsentTextLength, source: maxConsentSourceLength }}
            />
          </section>
          <section className="step">
            <span className="n">2</span>
            <h2>{say.heading}</h2>
            <p>{say.hint}</p>
            <CountrySelect
              from={from}
              label={say.country}
              value={country}
              error={messageFor(messages, "country")}
            />
            <SheetTable rows={rows} values={values} messages={messages} />
            <div className="act-row">
              <Button variant="act">{say.button}</Button>
            </div>
          </section>
        </Form>
      )}
    </>
  );
}

type SheetTableProps = {
  rows: number;
  values: Record<string, string | string[]>;
  messages: readonly FieldMessage[];
};

/** Shows a sheet's rows, to be filled in as on the paper. */
function SheetTable({ rows, values, messages }: SheetTableProps) {
  const { paper: say } = useWords().imports;
  return (
    <table className="typed-sheet max-w-2xl">
      <thead>
        <tr>
          <th className="w-[40px]">
            <span className="vh">{say.row(1)}</span>
          </th>
          <th>{say.name}</th>
          <th>{say.postal_code}</th>
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: rows }, (_none, n) => `${n}`).map((n) => (
          <tr key={n}>
            <th scope="row" className="num">
              {Number(n) + 1}
            </th>
            {(["name", "postal_code"] as const).map((cell) => {
              const field = `${cell}_${n}`;
              const error = messageFor(messages, field);
              return (
                <td key={cell} className={error ? "field bad" : "field"}>
                  <ErrorText name={field} error={error} />
                  <input
                    id={field}
                    name={field}
                    aria-label={`${say.row(Number(n) + 1)}: ${say[cell]}`}
                    aria-invalid={error ? true : undefined}
                    aria-describedby={error ? `${field}-error` : undefined}
                    defaultValue={typeof values[field] === "string" ? values[field] : ""}
                    maxLength={cell === "name" ? 120 : 16}
                    autoComplete="off"
                  />
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Rows of the form. */
const rowsOfSheet = 25;

type Answer = { errors: FieldError[]; values: TypedValues; frozen?: true };

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
