import {
  consentSourceAtMost,
  consentTextAtMost,
  updatesChoices,
} from "#app/domain/entries/imports/import.ts";
import { Button } from "#app/ui/button.tsx";
import { AgreedFields } from "#app/ui/console/agreed-fields.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { ErrorText, messageFor } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Form } from "#app/ui/remix.ts";
import type { Answer } from "./act.server.ts";
import type { ImportPage } from "./load.server.ts";

type AgreedPartProps = { page: ImportPage; answer: Answer | undefined };

/** Asks what these people agreed to before anybody is taken in, with nothing ticked. */
export function AgreedPart({ page: { one, today }, answer }: AgreedPartProps) {
  const { imports } = useWords();
  const { agreed: say } = imports;
  if (one.added === 0) return <p>{say.nothing}</p>;
  const mine = answer?.form === "agreed" ? answer : undefined;
  const messages = (mine?.errors ?? []).map(({ field, code }) => ({
    field,
    message: imports.errors[code] ?? imports.errors["not-text"] ?? "",
  }));
  const values = mine?.values ?? {};
  const choices = updatesChoices.filter((choice) => choice !== "column" || one.hasOptIn);
  return (
    <Form method="post" noValidate className="gap-large">
      <ErrorSummary heading={imports.summary} errors={messages} />
      <h2>{say.heading}</h2>
      <p>{say.text}</p>
      <AgreedFields
        values={values}
        messages={messages}
        today={today}
        atMost={{ text: consentTextAtMost, source: consentSourceAtMost }}
      >
        {one.withoutAddress ? (
          <>
            <input type="hidden" name="updates_for" value="nobody" />
            <p>{say.paperApart}</p>
          </>
        ) : (
          <fieldset className="field states">
            <legend>{say.updates_for}</legend>
            <ErrorText name="updates_for" error={messageFor(messages, "updates_for")} />
            <div className="choices">
              {choices.map((choice, n) => (
                <label key={choice}>
                  <input
                    type="radio"
                    id={n === 0 ? "updates_for" : undefined}
                    name="updates_for"
                    value={choice}
                    defaultChecked={values.updates_for === choice}
                  />
                  {say.updates[choice]}
                </label>
              ))}
            </div>
          </fieldset>
        )}
      </AgreedFields>
      {!one.withoutAddress && <p className="gap">{say.marked}</p>}
      <div className="act-row">
        <Button variant="act" name="intent" value="start">
          {say.button(one.added)}
        </Button>
      </div>
    </Form>
  );
}
