import { papers as sheets } from "#app/domain/entries/pledges/co-filing/co-filing-facts.ts";
import { firstHeldMonth } from "#app/domain/entries/pledges/pledge.ts";
import { Button } from "#app/ui/button.tsx";
import { Check } from "#app/ui/check.tsx";
import { ErrorText, type FieldMessage, messageFor } from "#app/ui/field.tsx";
import { FormInOtherLanguages } from "#app/ui/language.tsx";
import { useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { type FormState, typed } from "#app/ui/pledge/form-state.ts";

/** `path`: the page's, without language. */
type PapersProps = { path: string; slug: string; state: FormState; month: string; open: boolean };

/** Offers the papers: blank, or filled in. */
export function Papers({ path: page, slug, state, month, open }: PapersProps) {
  const { coFile, common } = useWords();
  const { packet } = coFile;
  const to = useLocalizedPath();
  const path = to(`${page}/packet`);
  const line = (name: string, label: string) => ({
    name,
    label,
    state,
    error: messageFor(state.errors, field(name)),
  });
  return (
    <section className="papers" aria-labelledby="papers">
      <h2 id="papers">{packet.heading}</h2>
      <p>{packet.text}</p>
      <p className="links">
        <b>{packet.empty}:</b> <a href={`${path}.pdf`}>{packet.pdf}</a>{" "}
        <a href={`${path}.txt`}>{packet.plain}</a>
      </p>
      <details open={open}>
        <summary>{packet.fill}</summary>
        <form action={`${path}.pdf`} method="post">
          <p className="hint">{packet.fillHint}</p>
          <Line {...line("name", packet.name)} autoComplete="name" maxLength={120} />
          <div className="either">
            <Line {...line("shares", packet.shares)} inputMode="decimal" autoComplete="off" maxLength={19} />
            <Line
              {...line("held_since_month", packet.month)}
              type="month"
              min={firstHeldMonth}
              max={month}
              placeholder={common.monthShape}
              autoComplete="off"
            />
          </div>
          <Check
            name="registered"
            id={field("registered")}
            label={packet.registered}
            checked={typed(state, "registered") === "on"}
          />
          <div className="field">
            <label htmlFor={field("paper")}>{packet.paper}</label>
            <select id={field("paper")} name="paper" defaultValue={typed(state, "paper") || sheets[0]}>
              {sheets.map((sheet) => (
                <option key={sheet} value={sheet}>
                  {packet.papers[sheet]}
                </option>
              ))}
            </select>
          </div>
          <p className="buttons">
            <Button>{packet.makePdf}</Button> <Button formAction={`${path}.txt`}>{packet.makeText}</Button>
          </p>
          <FormInOtherLanguages action={page} always unsent={!open} />
        </form>
      </details>
      <p>
        <a href={to(`/c/${slug}/pledge`)}>{packet.willing}</a> {packet.willingText}
      </p>
    </section>
  );
}

/** The id of a field here: the calculator above has fields with the same names. */
const field = (name: string) => `papers-${name}`;

/** Points this form's messages to its own fields. */
export const inPapers = (errors: readonly FieldMessage[]): FieldMessage[] =>
  errors.map((error) => ({ ...error, field: error.field === "form" ? "form" : field(error.field) }));

type LineProps = { name: string; label: string; state: FormState; error: string | undefined };

function Line(props: LineProps & React.InputHTMLAttributes<HTMLInputElement>) {
  const { name, label, state, error, ...rest } = props;
  const { common } = useWords();
  return (
    <div className={error ? "field bad" : "field"}>
      <label htmlFor={field(name)}>
        {label} <span className="opt">{common.optional}</span>
      </label>
      <ErrorText name={field(name)} error={error} />
      <input
        type="text"
        {...rest}
        id={field(name)}
        name={name}
        defaultValue={typed(state, name)}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${field(name)}-error` : undefined}
      />
    </div>
  );
}
