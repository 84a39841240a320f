import { Form } from "@remix-run/react";
import {
  exportStates,
  pledgeExportStates,
  pledgePresets,
  signaturePresets,
} from "#app/domain/exports/presets.ts";
import { Button } from "#app/ui/button.tsx";
import { Check } from "#app/ui/check.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { ErrorText, messageFor, Select, TextInput } from "#app/ui/field.tsx";
import { ColumnList } from "./column-list.tsx";
import { PresetTable } from "./preset-table.tsx";
import { useExportWords } from "./use-export-words.ts";

type ExportFormProps = {
  list: "signatures" | "pledges";
  /** Of the meetings that pledges are for. */
  years: readonly number[];
  errors: readonly { field: string; code: string }[];
  values: Record<string, string | string[]>;
  onSubmit: () => void;
};

/** What the file is for, whom it holds and how it looks. Sent by the browser itself, because a file comes back. */
export function ExportForm({ list, years, errors, values, onSubmit }: ExportFormProps) {
  const words = useExportWords();
  const pledges = list === "pledges";
  const say = pledges ? { ...words, ...words.ofPledges, presets: words.presets } : words;
  const { ofPledges } = words;
  const messages = errors.map(({ field }) => ({
    field,
    message: words.errors[field] ?? words.errors.form ?? "",
  }));
  const typed = (field: string) => (typeof values[field] === "string" ? values[field] : "");
  const presets = pledges ? pledgePresets : signaturePresets;
  const usual = pledges ? "active" : "confirmed";
  const states = pledges ? pledgeExportStates : exportStates;
  return (
    <Form method="post" reloadDocument onSubmit={onSubmit} noValidate key={list}>
      <ErrorSummary heading={say.summary} errors={messages} />
      <section className="step">
        <span className="n">1</span>
        <h2>{say.presetHeading}</h2>
        <ErrorText name="preset" error={messageFor(messages, "preset")} />
        <PresetTable presets={presets} chosen={typed("preset")} />
      </section>

      <section className="step">
        <span className="n">2</span>
        <h2>{say.whoHeading}</h2>
        <div className={pledges ? "consent weighs" : "consent"}>
          <p>
            <b>{pledges ? ofPledges.holdingsLeave : say.deliveryOnly}</b>
          </p>
          <p className="small">{pledges ? ofPledges.holdingsLeaveText : say.deliveryOnlyText}</p>
        </div>
        <div className={pledges ? "three four" : "three"}>
          <Select
            name="state"
            label={say.state}
            error={messageFor(messages, "state")}
            defaultValue={typed("state") || usual}
          >
            {[usual as "active" | "confirmed", ...states.filter((state) => state !== usual)].map((state) => (
              <option key={state} value={state}>
                {words.states[state]}
              </option>
            ))}
          </Select>
          {pledges && (
            <Select
              name="meeting"
              label={ofPledges.meeting}
              error={messageFor(messages, "meeting")}
              defaultValue={typed("meeting")}
            >
              <option value="">{ofPledges.everyMeeting}</option>
              {years.map((year) => (
                <option key={year}>{year}</option>
              ))}
            </Select>
          )}
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
        {pledges && <p className="hint">{ofPledges.coFilersOnly}</p>}
      </section>

      <section className="step">
        <span className="n">3</span>
        <h2>{say.lookHeading}</h2>
        <p>{say.lookText}</p>
        <Check name="bom" label={say.bom} hint={say.bomHint} checked={typed("bom") === "on"} />
        {presets.map((preset) => (
          <ColumnList key={preset} preset={preset} holdsOf={say.holdsOf} />
        ))}
        <div className="act-row">
          <Button look="act">{say.button}</Button>
        </div>
      </section>
    </Form>
  );
}
