import {
  columnsOf,
  type ExportPreset,
  exportStates,
  pledgeExportStates,
  pledgePresets,
  signaturePresets,
} from "#app/domain/outgoing/exports/presets.ts";
import { Button } from "#app/ui/button.tsx";
import { Check } from "#app/ui/check.tsx";
import { useLaw } from "#app/ui/console/law.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { ErrorText, type FieldMessage, messageFor, Select, TextInput } from "#app/ui/field.tsx";
import { LearnMore } from "#app/ui/learn-more.tsx";
import { Form } from "#app/ui/remix.ts";
import { ColumnList, PresetTable } from "./columns.tsx";
import { useExportWords } from "./use-export-words.ts";

type ExportFormProps = {
  list: "signatures" | "pledges";
  /** Years of the meetings that pledges are for. */
  years: readonly number[];
  /** Empty unless the campaign is about several. */
  companies: readonly { slug: string; name: string }[];
  /** For a large list, about how many rows it has. */
  rows: number | null;
  errors: readonly { field: string; code: string }[];
  values: Record<string, string | string[]>;
  onSubmit: () => void;
};

/** Asks for purpose, people, format and delivery. The browser sends it: the answer is a file. */
export function ExportForm({ list, years, companies, rows, errors, values, onSubmit }: ExportFormProps) {
  const words = useExportWords();
  const pledges = list === "pledges";
  const say = pledges ? { ...words, ...words.ofPledges, presets: words.presets } : words;
  const { ofPledges } = words;
  const messages = errors.map(({ field }) => ({
    field,
    message: words.errors[field] ?? words.errors.form ?? "",
  }));
  const typed = (field: string) => (typeof values[field] === "string" ? values[field] : "");
  const { rule } = useLaw();
  const underLaw = pledgePresets.filter((preset) => rule || preset !== "pledges-co-filers");
  const filter = companies.length > 1 ? { byCompany: true as const } : {};
  const columnsIn = (preset: ExportPreset) => columnsOf({ preset, filter });
  const presets: readonly ExportPreset[] = pledges ? underLaw : signaturePresets;
  return (
    <Form method="post" reloadDocument onSubmit={onSubmit} noValidate>
      <ErrorSummary heading={say.summary} errors={messages} />
      <section className="step">
        <span className="n">1</span>
        <h2>{say.presetHeading}</h2>
        <ErrorText name="preset" error={messageFor(messages, "preset")} />
        <PresetTable presets={presets} columns={columnsIn} chosen={typed("preset")} />
      </section>

      <section className="step">
        <span className="n">2</span>
        <h2>{say.whoHeading}</h2>
        <div className={`rounded-sm border-1 border-rule p-4 ${pledges ? "bg-warning" : "bg-good"}`}>
          <p>
            <b>{pledges ? ofPledges.holdingsLeave : say.deliveryOnly}</b>
          </p>
          <p className="small">{pledges ? ofPledges.holdingsLeaveText : say.deliveryOnlyText}</p>
        </div>
        {pledges ? (
          <PledgesIn messages={messages} values={values} years={years} />
        ) : (
          <SignersIn messages={messages} values={values} />
        )}
        {companies.length > 1 && (
          <Select
            name="company"
            label={ofPledges.company}
            error={messageFor(messages, "company")}
            defaultValue={typed("company")}
          >
            <option value="">{ofPledges.everyCompany}</option>
            {companies.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </Select>
        )}
        <div className="pair gap">
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
        <div className="pair gap">
          <Select
            name="format"
            label={say.format}
            error={messageFor(messages, "format")}
            defaultValue={typed("format")}
          >
            <option value="">{say.formats.csv}</option>
            <option value="xlsx">{say.formats.xlsx}</option>
          </Select>
        </div>
        <Check name="bom" label={say.bom} hint={say.bomHint} checked={typed("bom") === "on"} />
        {presets.map((preset) => (
          <ColumnList key={preset} columns={columnsIn(preset)} preset={preset} holdsOf={say.holdsOf} />
        ))}
      </section>

      <section className="step">
        <span className="n">4</span>
        <h2>{say.how}</h2>
        <ErrorText name="how" error={messageFor(messages, "how")} />
        {rows !== null && <p>{say.howLarge(rows)}</p>}
        <div className="choices">
          {(["now", "keep"] as const).map((how) => (
            <label key={how}>
              <input
                type="radio"
                id={how === "now" ? "how" : undefined}
                name="how"
                value={how}
                defaultChecked={(typed("how") || (rows === null ? "now" : "keep")) === how}
              />
              {say.hows[how]}
            </label>
          ))}
        </div>
        <p className="hint">{say.howHint}</p>
        <LearnMore about={say.aboutKept}>{say.keptMore}</LearnMore>
        <TextInput
          name="filter_name"
          label={say.saved.name}
          hint={say.saved.nameHint}
          optional
          maxLength={80}
          error={messageFor(messages, "filter_name")}
          defaultValue={typed("filter_name")}
        />
        <div className="act-row">
          <Button variant="act">{say.button}</Button>
        </div>
      </section>
    </Form>
  );
}

type WhoProps = { messages: readonly FieldMessage[]; values: ExportFormProps["values"] };

function SignersIn({ messages, values }: WhoProps) {
  const say = useExportWords();
  const chosen = values.state === undefined ? ["confirmed"] : [values.state].flat();
  const text = (field: string) => (typeof values[field] === "string" ? values[field] : "");
  return (
    <>
      <fieldset className="field plain-set">
        <legend>{say.state}</legend>
        <ErrorText name="state" error={messageFor(messages, "state")} />
        <div className="choices across">
          {exportStates
            .filter((state) => state !== "all")
            .map((state, n) => (
              <label key={state}>
                <input
                  type="checkbox"
                  id={n === 0 ? "state" : undefined}
                  name="state"
                  value={state}
                  defaultChecked={chosen.includes(state) || chosen.includes("all")}
                />
                {say.states[state]}
              </label>
            ))}
        </div>
      </fieldset>
      <Select
        name="consent"
        label={say.consent}
        hint={say.consentHint}
        error={messageFor(messages, "consent")}
        defaultValue={text("consent") || "needed"}
      >
        {(["needed", "updates", "any"] as const).map((choice) => (
          <option key={choice} value={choice}>
            {say.consents[choice]}
          </option>
        ))}
      </Select>
      <LearnMore about={say.aboutConsent}>{say.consentMore}</LearnMore>
      <TextInput
        name="countries"
        label={say.countries}
        hint={say.countriesHint}
        optional
        error={messageFor(messages, "countries")}
        defaultValue={text("countries")}
      />
    </>
  );
}

function PledgesIn({ messages, values, years }: WhoProps & { years: readonly number[] }) {
  const words = useExportWords();
  const { ofPledges } = words;
  const state = [values.state ?? "active"].flat()[0];
  return (
    <div className="pair gap">
      <Select
        name="state"
        label={ofPledges.state}
        error={messageFor(messages, "state")}
        defaultValue={state ?? "active"}
      >
        {(["active", ...pledgeExportStates.filter((each) => each !== "active")] as const).map((each) => (
          <option key={each} value={each}>
            {words.states[each]}
          </option>
        ))}
      </Select>
      <Select
        name="meeting"
        label={ofPledges.meeting}
        error={messageFor(messages, "meeting")}
        defaultValue={typeof values.meeting === "string" ? values.meeting : ""}
      >
        <option value="">{ofPledges.everyMeeting}</option>
        {years.map((year) => (
          <option key={year}>{year}</option>
        ))}
      </Select>
    </div>
  );
}
