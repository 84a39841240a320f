import { dayOrders } from "#app/domain/base/day.ts";
import { encodings, importFields } from "#app/domain/entries/imports/import.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { messageFor, Select } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Form } from "#app/ui/remix.ts";
import type { Answer } from "./action.server.ts";
import type { ImportPage } from "./load.server.ts";

type MappingPartProps = { page: ImportPage; answer: Answer | undefined };

/** Asks which column holds what, and how to read the file. */
export function MappingPart({ page: { one, values, countries }, answer }: MappingPartProps) {
  const { imports } = useWords();
  const { mapping: say } = imports;
  const mine = answer?.form === "mapping" ? answer : undefined;
  const messages = (mine?.errors ?? []).map(({ field, code }) => ({
    field,
    message: imports.errors[code] ?? imports.errors["column-unknown"] ?? "",
  }));
  const chosen = (field: string) => String(mine?.values[field] ?? values[field] ?? "");
  const choice = (field: string) => ({
    name: field,
    error: messageFor(messages, field),
    defaultValue: chosen(field),
  });
  return (
    <Form method="post" noValidate key={JSON.stringify(values)}>
      <ErrorSummary heading={imports.summary} errors={messages} />
      <section className="step">
        <span className="n">1</span>
        <h2>{say.heading}</h2>
        <p>{say.text(one.columns.length)}</p>
        <div className="columns">
          {importFields
            .filter((field) => one.format !== "paper" || !["email", "opt_in", "confirmed"].includes(field))
            .map((field) => (
              <Select
                key={field}
                {...choice(`col_${field}`)}
                label={imports.fields[field]}
                hint={imports.fieldHints[field]}
              >
                <option value="">{say.none}</option>
                {one.columns.map((name, n) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place; two may share a name
                  <option key={n} value={n}>
                    {say.column(n + 1, name)}
                  </option>
                ))}
              </Select>
            ))}
        </div>
      </section>
      <section className="step">
        <span className="n">2</span>
        <h2>{say.reading}</h2>
        <div className="columns">
          <Select {...choice("default_country")} label={say.country}>
            <option value="">{say.noCountry}</option>
            {countries.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
          <Select {...choice("days")} label={say.days}>
            {dayOrders.map((order) => (
              <option key={order} value={order}>
                {say.dayOrders[order]}
              </option>
            ))}
          </Select>
          <Select {...choice("encoding")} label={say.encoding}>
            {encodings.map((encoding) => (
              <option key={encoding} value={encoding}>
                {say.encodings[encoding]}
              </option>
            ))}
          </Select>
          <Select {...choice("separator")} label={say.separator}>
            {Object.entries(say.separators).map(([name, label]) => (
              <option key={name} value={name}>
                {label}
              </option>
            ))}
          </Select>
        </div>
        <div className="act-row">
          <Button variant={one.state === "tried" ? "plain" : "act"} name="intent" value="try">
            {one.state === "tried" ? say.again : say.button}
          </Button>
        </div>
      </section>
    </Form>
  );
}
