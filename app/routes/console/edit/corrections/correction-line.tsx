import type { ReactNode } from "react";
import { correctionKinds } from "#app/domain/campaign/campaign.ts";
import { atMost, type EditedCorrection } from "#app/domain/campaign/wording.ts";
import type { FieldError } from "#app/http/form.server.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { messageFor, Select, TextArea, TextInput } from "#app/ui/field.tsx";
import { messagesOf } from "#app/ui/form-state.ts";
import { useWords } from "#app/ui/locale.tsx";
import { Form } from "#app/ui/remix.ts";

type LineProps = {
  line: EditedCorrection;
  mayManage: boolean;
  /** What the form says about other languages. */
  languages: ReactNode;
  /** This line's form, if it came back with errors. */
  answer: { values: Record<string, string>; errors: FieldError[] } | undefined;
};

/** Shows a line of the log, what it said before, and the form to reword it. */
export function CorrectionLine({ line, mayManage, languages, answer }: LineProps) {
  const { editing, case: caseWords } = useWords();
  const { corrections: say } = editing;
  const { kinds } = caseWords.corrections;
  const { id, version, correctedOn, kind, text, earlier } = line;
  const values = answer?.values ?? { kind, corrected_on: correctedOn, text };
  const messages = messagesOf({ values, errors: answer?.errors ?? [] }, editing.errors);
  const wire = (name: string, label: string) => ({
    name,
    id: `${name}_${id}`,
    label,
    error: messageFor(messages, name),
    defaultValue: values[name] ?? "",
  });
  return (
    <li>
      <p className="small muted">
        <time dateTime={correctedOn}>{correctedOn}</time>, {kinds[kind]}
      </p>
      <p>{text}</p>
      {earlier.map((one) => (
        <p className="small muted" key={one.text}>
          {say.earlier(one.until, one.text)}
        </p>
      ))}
      {mayManage && (
        <details className="asked" open={answer !== undefined}>
          <summary>{say.edit}</summary>
          <div>
            <p>{say.editText}</p>
            <Form
              method="post"
              noValidate
              className="keep-form"
              key={answer ? "answered" : version}
              preventScrollReset
            >
              <ErrorSummary
                heading={editing.summary}
                errors={messages.map((one) => ({ ...one, field: `${one.field}_${id}` }))}
              />
              <input type="hidden" name="id" value={id} />
              <input type="hidden" name="version" value={version} />
              <div className="pair">
                <Select {...wire("kind", say.kind)}>
                  {correctionKinds.map((one) => (
                    <option key={one} value={one}>
                      {kinds[one]}
                    </option>
                  ))}
                </Select>
                <TextInput {...wire("corrected_on", say.day)} type="date" />
              </div>
              <TextArea {...wire("text", say.what)} rows={4} maxLength={atMost.correction} />
              {languages}
              <p className="act-row">
                <Button name="intent" value="edit">
                  {say.save}
                </Button>
              </p>
            </Form>
          </div>
        </details>
      )}
    </li>
  );
}
