import type { ReactNode } from "react";
import { figureQualifiers, figureUnits } from "#app/domain/campaign/campaign.ts";
import { numbered, sourceNumbers } from "#app/domain/campaign/claims/claim-numbers.ts";
import { atMost, datePrecisions, partsAtMost } from "#app/domain/campaign/wording.ts";
import { Check } from "#app/ui/check.tsx";
import { messageFor, Select, TextInput } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { type FormState, messagesOf, wireFields } from "#app/ui/meetings/form-state.ts";

type PartsProps = { form: FormState };

/** The blocks of a form with content or errors, and their number plus one empty block. */
function blocksOf(form: FormState, numbers: readonly number[], names: readonly string[]) {
  const filled = numbers.filter((n) =>
    names.some(
      (name) => form.values[`${name}_${n}`] || form.errors.some(({ field }) => field === `${name}_${n}`),
    ),
  );
  const last = filled.at(-1) ?? (numbers[0] ?? 1) - 1;
  return { filled, numbers: numbers.filter((n) => n <= last + 1) };
}

/** Fields that most claims do not need, folded. */
function Folded({ when, label, children }: { when: boolean; label: string; children: ReactNode }) {
  if (!when) return <>{children}</>;
  return (
    <details className="asked">
      <summary>{label}</summary>
      <div>{children}</div>
    </details>
  );
}

/** Asks for further sources. An empty block adds nothing; a ticked one is removed. */
export function MoreSources({ form }: PartsProps) {
  const { editing } = useWords();
  const { claims: say, errors } = editing;
  const wire = wireFields(form, errors);
  const messages = messagesOf(form, errors);
  const names = ["publisher", "published_on", "source_title", "source_url"];
  const { filled, numbers } = blocksOf(form, sourceNumbers, names);
  return (
    <section>
      <h3>{say.more.heading}</h3>
      <p className="hint">{say.more.text}</p>
      {filled.length > 0 && <Place n={1} all={filled.length + 1} form={form} />}
      {numbers.map((n) => (
        <Folded key={n} when={!filled.includes(n)} label={say.more.add}>
          <fieldset className="part">
            <legend>{filled.includes(n) ? say.more.source(n) : say.more.another}</legend>
            {filled.includes(n) && <Place n={n} all={filled.length + 1} form={form} />}
            <TextInput {...wire(`publisher_${n}`, say.publisher)} maxLength={atMost.publisher} />
            <div className="pair">
              <TextInput {...wire(`published_on_${n}`, say.publishedOn)} type="date" />
              <Precision name={`published_precision_${n}`} form={form} />
            </div>
            <TextInput {...wire(`source_title_${n}`, say.sourceTitle)} optional />
            <TextInput
              {...wire(`source_url_${n}`, say.sourceUrl)}
              type="url"
              maxLength={2000}
              spellCheck={false}
              optional
            />
            <Check
              name={`opened_${n}`}
              label={say.opened}
              error={messageFor(messages, `opened_${n}`)}
              checked={form.values[`opened_${n}`] === "on"}
            />
            {filled.includes(n) && (
              <Check
                name={`remove_${n}`}
                label={say.more.remove}
                checked={form.values[`remove_${n}`] === "on"}
              />
            )}
          </fieldset>
        </Folded>
      ))}
    </section>
  );
}

function Place({ n, all, form }: PartsProps & { n: number; all: number }) {
  const { claims: say } = useWords().editing;
  const name = `place_${n}`;
  return (
    <Select
      name={name}
      label={n === 1 ? say.more.firstPlace : say.more.place}
      defaultValue={form.values[name] ?? String(n)}
    >
      {numbered(all).map((to) => (
        <option key={to} value={to}>
          {to}
        </option>
      ))}
    </Select>
  );
}

function Precision({ name, form }: PartsProps & { name: string }) {
  const { claims: say, errors } = useWords().editing;
  const wire = wireFields(form, errors);
  return (
    <Select {...wire(name, say.precision)}>
      {["", ...datePrecisions].map((precision) => (
        <option key={precision} value={precision}>
          {say.precisions[precision]}
        </option>
      ))}
    </Select>
  );
}

export function ChartFields({ form }: PartsProps) {
  const { editing, case: caseWords } = useWords();
  const { claims: say, errors } = editing;
  const wire = wireFields(form, errors);
  const { units } = caseWords.figure;
  const { filled, numbers } = blocksOf(form, numbered(partsAtMost.points), ["figure_on", "figure_value"]);
  return (
    <section>
      <h3>{say.chart.heading}</h3>
      <p className="hint">{say.chart.text}</p>
      <Folded when={filled.length === 0} label={say.chart.add}>
        <Select {...wire("figure_unit", say.chart.unit)}>
          {(["", ...figureUnits] as const).map((unit) => (
            <option key={unit} value={unit}>
              {unit === "" ? say.precisions[""] : units[unit]}
            </option>
          ))}
        </Select>
        {numbers.map((n) => (
          <fieldset key={n} className="part triple">
            <legend className="vh">{say.chart.value(n)}</legend>
            <TextInput {...wire(`figure_on_${n}`, say.chart.month)} placeholder="2026-01" maxLength={7} />
            <Select {...wire(`figure_qualifier_${n}`, say.chart.qualifier)}>
              {figureQualifiers.map((qualifier) => (
                <option key={qualifier} value={qualifier}>
                  {say.chart.qualifiers[qualifier]}
                </option>
              ))}
            </Select>
            <TextInput {...wire(`figure_value_${n}`, say.chart.number)} inputMode="decimal" maxLength={16} />
          </fieldset>
        ))}
      </Folded>
    </section>
  );
}

export function TimelineFields({ form }: PartsProps) {
  const { claims: say, errors } = useWords().editing;
  const wire = wireFields(form, errors);
  const { filled, numbers } = blocksOf(form, numbered(partsAtMost.lines), ["happened_on", "label"]);
  return (
    <section>
      <h3>{say.timeline.heading}</h3>
      <p className="hint">{say.timeline.text}</p>
      {numbers.map((n) => (
        <Folded key={n} when={!filled.includes(n)} label={say.timeline.add}>
          <fieldset className="part">
            <legend className="vh">{say.timeline.line(n)}</legend>
            <TextInput {...wire(`label_${n}`, say.timeline.label)} maxLength={atMost.label} />
            <div className="pair">
              <TextInput {...wire(`happened_on_${n}`, say.timeline.day)} type="date" />
              <Precision name={`happened_precision_${n}`} form={form} />
            </div>
          </fieldset>
        </Folded>
      ))}
    </section>
  );
}
