import { Form } from "@remix-run/react";
import { exportPresets, exportStates, presetColumns } from "#app/domain/exports/presets.ts";
import { Button } from "#app/ui/button.tsx";
import { Check } from "#app/ui/check.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { ErrorText, messageFor, Select, TextInput } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";

type ExportFormProps = {
  errors: readonly { field: string; code: string }[];
  values: Record<string, string | string[]>;
  onSubmit: () => void;
};

/** What the file is for, whom it holds and how it looks. Sent by the browser itself, because a file comes back. */
export function ExportForm({ errors, values, onSubmit }: ExportFormProps) {
  const { exports: say } = useWords().organize;
  const messages = errors.map(({ field }) => ({
    field,
    message: say.errors[field] ?? say.errors.form ?? "",
  }));
  const typed = (field: string) => (typeof values[field] === "string" ? values[field] : "");
  return (
    <Form method="post" reloadDocument onSubmit={onSubmit} noValidate>
      <ErrorSummary heading={say.summary} errors={messages} />
      <section className="step">
        <span className="n">1</span>
        <h2>{say.presetHeading}</h2>
        <ErrorText name="preset" error={messageFor(messages, "preset")} />
        <PresetTable chosen={typed("preset")} />
      </section>

      <section className="step">
        <span className="n">2</span>
        <h2>{say.whoHeading}</h2>
        <div className="consent">
          <p>
            <b>{say.deliveryOnly}</b>
          </p>
          <p className="small">{say.deliveryOnlyText}</p>
        </div>
        <div className="three">
          <Select
            name="state"
            label={say.state}
            error={messageFor(messages, "state")}
            defaultValue={typed("state") || "confirmed"}
          >
            {["confirmed" as const, ...exportStates.filter((state) => state !== "confirmed")].map((state) => (
              <option key={state} value={state}>
                {say.states[state]}
              </option>
            ))}
          </Select>
          {(["from", "to"] as const).map((name) => (
            <TextInput
              key={name}
              type="date"
              name={name}
              label={say[name]}
              error={messageFor(messages, name)}
              defaultValue={typed(name)}
            />
          ))}
        </div>
        <p className="hint">{say.dayHint}</p>
      </section>

      <section className="step">
        <span className="n">3</span>
        <h2>{say.lookHeading}</h2>
        <p>{say.lookText}</p>
        <Check name="bom" label={say.bom} hint={say.bomHint} checked={typed("bom") === "on"} />
        {exportPresets.map((preset) => (
          <ColumnList key={preset} preset={preset} />
        ))}
        <div className="act-row">
          <Button look="act">{say.button}</Button>
        </div>
      </section>
    </Form>
  );
}

function PresetTable({ chosen }: { chosen: string }) {
  const { exports: say } = useWords().organize;
  const { preset: heading, madeFor, columns } = say.presetColumns;
  return (
    <table className="options">
      <caption className="vh">{say.presetHeading}</caption>
      <thead>
        <tr>
          <th>{heading}</th>
          <th className="wide">{madeFor}</th>
          <th className="num">{columns}</th>
        </tr>
      </thead>
      <tbody>
        {exportPresets.map((preset, n) => (
          <tr key={preset}>
            <td>
              <label>
                <input
                  type="radio"
                  id={n === 0 ? "preset" : undefined}
                  name="preset"
                  value={preset}
                  defaultChecked={chosen === preset}
                  required
                />
                {say.presets[preset].name}
              </label>
            </td>
            <td className="wide muted">{say.presets[preset].madeFor}</td>
            <td className="num">{presetColumns[preset].length}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ColumnList({ preset }: { preset: keyof typeof presetColumns }) {
  const { exports: say } = useWords().organize;
  return (
    <details>
      <summary>{say.columnsOf[preset]}</summary>
      <table>
        <thead>
          <tr>
            <th>{say.column}</th>
            <th>{say.holds}</th>
          </tr>
        </thead>
        <tbody>
          {presetColumns[preset].map((column) => (
            <tr key={column}>
              <th scope="row">
                <b>{column}</b>
              </th>
              <td className="muted">{say.holdsOf[column]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
