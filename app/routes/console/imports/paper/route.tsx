import { isFrozen } from "#app/domain/access/freeze.server.ts";
import { consentSourceAtMost, consentTextAtMost } from "#app/domain/entries/imports/import.ts";
import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
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
import styles from "#app/ui/styles/console-exchange.css?url";
import { type Answer, act, rowsOfSheet } from "./act.server.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader(args: LoaderFunctionArgs) {
  const { campaign } = await requireCampaign(args, "manage");
  return {
    rows: rowsOfSheet,
    countries: countries(args.context.locale),
    frozen: await isFrozen(args.context.db, campaign.id),
    today: new Date().toISOString().slice(0, 10),
  };
}

export const action = (args: ActionFunctionArgs) => act(args);

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
              atMost={{ text: consentTextAtMost, source: consentSourceAtMost }}
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
    <table className="sheet">
      <thead>
        <tr>
          <th>
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
