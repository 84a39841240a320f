import type { AnswerableDispatch } from "#app/domain/entries/letters/replies/list-replies.server.ts";
import type { TypedValues } from "#app/http/form.server.ts";
import { formatDate } from "#app/i18n/index.ts";
import { Button } from "#app/ui/button.tsx";
import { type FieldMessage, messageFor, Select, TextArea, TextInput } from "#app/ui/field.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Form } from "#app/ui/remix.ts";

type RecordFormProps = {
  dispatches: readonly AnswerableDispatch[];
  values: TypedValues;
  errors: readonly FieldMessage[];
  today: string;
  /** Nobody else could approve it. */
  isAlone: boolean;
};

/** Asks for an answer as it came: to which letter, when, from whom, its words. */
export function RecordForm({ dispatches, values, errors, today, isAlone }: RecordFormProps) {
  const { replies: say } = useWords().lettersPublic;
  const locale = useLocale();
  const typed = (name: string) => String(values[name] ?? "");
  const [newest] = dispatches;
  const only = dispatches.length === 1 ? newest?.publicId : "";
  return (
    <section aria-labelledby="record" className="record-reply">
      <h2 id="record">{say.record}</h2>
      <Form method="post" key={JSON.stringify(values)}>
        {typed("again") !== "" && (
          <>
            <input type="hidden" name="again" value={typed("again")} />
            <p>{say.againText}</p>
          </>
        )}
        <Select
          name="dispatch"
          label={say.dispatch}
          error={messageFor(errors, "dispatch")}
          defaultValue={typed("dispatch") || only}
          required
        >
          <option value="">{say.errors["dispatch-missing"]}</option>
          {dispatches.map(({ publicId, number, recipient, startedOn }) => (
            <option key={publicId} value={publicId}>
              {say.dispatchOption(number, recipient, formatDate(locale, startedOn))}
            </option>
          ))}
        </Select>
        <TextInput
          type="date"
          name="received_on"
          label={say.receivedOn}
          error={messageFor(errors, "received_on")}
          defaultValue={typed("received_on")}
          max={today}
          required
        />
        <TextInput
          name="from_whom"
          label={say.from}
          hint={say.fromHint}
          error={messageFor(errors, "from_whom")}
          defaultValue={typed("from_whom")}
          maxLength={200}
          autoComplete="off"
          required
        />
        <TextArea
          name="text"
          label={say.body}
          hint={say.bodyHint}
          error={messageFor(errors, "text")}
          defaultValue={typed("text")}
          rows={10}
          required
        />
        <div className="act-row">
          <Button variant="act">{isAlone ? say.saveAlone : say.save}</Button>
        </div>
        <p className="hint">{isAlone ? say.aloneText : say.waitsText}</p>
      </Form>
    </section>
  );
}
