import type { ReactNode } from "react";
import { numbered, sourceNumbers } from "#app/domain/campaign/claims/claim-numbers.ts";
import { type PictureInput, pictureForms, pictureKinds } from "#app/domain/campaign/claims/claim-picture.ts";
import type { PictureKind } from "#app/domain/campaign/claims/picture-schema.ts";
import { atMost, datePrecisions, maxTextParts } from "#app/domain/campaign/wording.ts";
import { Check } from "#app/ui/check.tsx";
import { messageFor, Select, TextInput } from "#app/ui/field.tsx";
import { type FormState, messagesOf, wireFields } from "#app/ui/form-state.ts";
import { useWords } from "#app/ui/locale.tsx";

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
  const names = ["publisher", "published_on", "source_title", "source_url", "archive_url"];
  const { filled, numbers } = blocksOf(form, sourceNumbers, names);
  return (
    <section>
      <h3>{say.more.heading}</h3>
      <p className="hint">{say.more.text}</p>
      {filled.length > 0 && <Place n={1} all={filled.length + 1} form={form} />}
      {numbers.map((n) => (
        <Folded key={n} when={!filled.includes(n)} label={say.more.add}>
          <fieldset className="repeated">
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
            <TextInput
              {...wire(`archive_url_${n}`, say.archiveUrl)}
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

/** Asks for a picture: one block for each kind, open if it is filled in. */
export function PictureFields({ form }: PartsProps) {
  const { claims: say, errors } = useWords().editing;
  const { picture } = say;
  const wire = wireFields(form, errors);
  const error = messageFor(messagesOf(form, errors), "picture_remove");
  const isFilled = (kind: PictureKind) =>
    [...Object.entries(form.values), ...form.errors.map(({ field }) => [field, "?"] as const)].some(
      ([name, value]) =>
        value && name.startsWith(`${kind}_`) && !choiceNames.includes(name.split("_")[1] ?? ""),
    );
  return (
    <section>
      <h3>{picture.heading}</h3>
      <p className="hint">{picture.text}</p>
      {pictureKinds.map((kind) => {
        const { one, many } = pictureForms[kind];
        const { name, hint } = picture.kinds[kind] ?? { name: kind, hint: "" };
        const names = Object.entries(many?.inputs ?? {}).flatMap(([part, input]) =>
          Array.isArray(input) ? [] : [`${kind}_${part}`],
        );
        const { numbers } = blocksOf(form, numbered(many?.most ?? 0), names);
        return (
          <details className="asked" key={kind} open={isFilled(kind)}>
            <summary>{name}</summary>
            <fieldset className="repeated">
              <legend className="vh">{name}</legend>
              <p className="hint">{hint}</p>
              {Object.entries(one).map(([part, input]) => (
                <PictureField key={part} part={part} input={input} {...wire(`${kind}_${part}`, "")} />
              ))}
              {numbers.map((n) => (
                <fieldset key={n} className="repeated columns">
                  <legend className="vh">{picture.row(n)}</legend>
                  {Object.entries(many?.inputs ?? {}).map(([part, input]) => (
                    <PictureField
                      key={part}
                      part={part}
                      input={input}
                      {...wire(`${kind}_${part}_${n}`, "")}
                    />
                  ))}
                </fieldset>
              ))}
            </fieldset>
          </details>
        );
      })}
      {pictureKinds.some(isFilled) && (
        <Check
          name="picture_remove"
          label={picture.remove}
          error={error}
          checked={form.values.picture_remove === "on"}
        />
      )}
    </section>
  );
}

/** Fields with a default, which fill in nothing. */
const choiceNames = ["look", "unit", "qualifier"];

type PictureFieldProps = Omit<ReturnType<ReturnType<typeof wireFields>>, "label" | "hint"> & {
  part: string;
  input: PictureInput;
};

function PictureField({ part, input, ...wire }: PictureFieldProps) {
  const { editing, case: caseWords } = useWords();
  const { picture, precisions } = editing.claims;
  const label = picture.fields[part] ?? part;
  const { defaultValue, ...own } = wire;
  if (input === "box") return <Check {...own} label={label} checked={defaultValue === "on"} />;
  if (typeof input === "string")
    return (
      <TextInput
        {...wire}
        label={label}
        {...(input === "day" ? { type: "date" } : { maxLength: input === "text" ? 240 : 16 })}
        {...(input === "number" && { inputMode: "decimal" })}
        {...(input === "month" && { placeholder: "2026-01" })}
      />
    );
  const names: Record<string, string> = {
    "": precisions[""] ?? "",
    ...picture.qualifiers,
    ...picture.looks,
    ...caseWords.figure.units,
  };
  return (
    <Select {...wire} label={label}>
      {input.map((one) => (
        <option key={one} value={one}>
          {names[one]}
        </option>
      ))}
    </Select>
  );
}

export function TimelineFields({ form }: PartsProps) {
  const { claims: say, errors } = useWords().editing;
  const wire = wireFields(form, errors);
  const { filled, numbers } = blocksOf(form, numbered(maxTextParts.lines), ["happened_on", "label"]);
  return (
    <section>
      <h3>{say.timeline.heading}</h3>
      <p className="hint">{say.timeline.text}</p>
      {numbers.map((n) => (
        <Folded key={n} when={!filled.includes(n)} label={say.timeline.add}>
          <fieldset className="repeated">
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
