import { letterRoles } from "#app/domain/entries/letters/letter.ts";
import { Button } from "#app/ui/button.tsx";
import { TextArea, TextInput } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Choices } from "#app/ui/pledge/choices.tsx";
import { choiceOf, type FormState, lineOf, typed } from "#app/ui/pledge/form-state.ts";

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
