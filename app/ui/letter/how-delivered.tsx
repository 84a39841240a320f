import { letterRoles } from "#app/domain/entries/letters/letter.ts";
import type { LetterSettings } from "#app/domain/entries/letters/settings/settings-form.ts";
import { Button } from "#app/ui/button.tsx";
import { TextArea, TextInput } from "#app/ui/field.tsx";
import { useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { Choices } from "#app/ui/pledge/choices.tsx";
import { choiceOf, type FormState, lineOf, typed } from "#app/ui/pledge/form-state.ts";

type HowDeliveredProps = {
  company: string;
  slug: string;
  /** When the campaign prepares a dispatch; null if that could not be read. */
  rhythm: LetterSettings | null;
  /** The first step is to confirm the letter by email. */
  confirms?: boolean;
};

/** Lists the steps by which a letter reaches the company, and what its writer hears. */
export function HowDelivered({ company, slug, rhythm, confirms = true }: HowDeliveredProps) {
  const letter = useWords().letter;
  const { how } = letter;
  const often = rhythm && letter.rhythm(rhythm.everyDays, rhythm.milestone);
  const to = useLocalizedPath();
  return (
    <aside className="how" aria-labelledby="how">
      <h2 id="how">{how.heading}</h2>
      <ol>
        {confirms && <li>{how.confirm}</li>}
        {how.steps(company, often).map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p>{how.known}</p>
      <p className="gap">
        <a href={to(`/c/${slug}/letters`)}>{how.toLetters}</a>
      </p>
    </aside>
  );
}

type BeginProps = {
  action: string;
  state: FormState;
  /** The campaign's ask, for the end of a draft; null if it has none. */
  ask: string | null;
  company: string;
};

/** Shows prompts that compose a draft. Closed once there is one. */
export function Begin({ action, state, ask, company }: BeginProps) {
  const { begin } = useWords().letter;
  const wrong = state.errors.some(({ field }) => ["role", "who", "why"].includes(field));
  return (
    <details className="begin" open={wrong || typed(state, "body") === ""}>
      <summary>{begin.heading}</summary>
      <Choices
        {...choiceOf(state, "role")}
        legend={begin.role}
        hint={begin.roleHint(company)}
        options={letterRoles.map((role) => ({ value: role, label: begin.roles[role] }))}
        inRow
        optional
      />
      <TextInput
        {...lineOf(state, "who")}
        label={begin.who}
        hint={begin.whoHint}
        autoComplete="off"
        optional
      />
      <TextArea {...lineOf(state, "why")} label={begin.why} hint={begin.whyHint} rows={5} optional />
      {ask !== null && (
        <>
          <p className="label">{begin.ask}</p>
          <p className="hint">{begin.askHint}</p>
          <blockquote dir="auto">{ask}</blockquote>
        </>
      )}
      <Button name="step" value="compose" formNoValidate formAction={`${action}#body`}>
        {begin.button}
      </Button>
    </details>
  );
}
