import type { NotedRequest } from "#app/domain/upkeep/retention/list-requests.server.ts";
import { requestAnswers, requestKinds, requestNoteAtMost } from "#app/domain/upkeep/retention/request.ts";
import { Button } from "#app/ui/button.tsx";
import { type FieldMessage, messageFor, Select, TextArea, TextInput } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Form, Link } from "#app/ui/remix.ts";

type RequestFormProps = {
  /** The request to correct; null for a new one. */
  correcting: NotedRequest | null;
  typed: Record<string, string | string[]>;
  errors: readonly FieldMessage[];
};

const formOf = (request: NotedRequest | null): Record<string, string> => ({
  kind: request?.kind ?? "",
  month: request?.receivedOn.slice(0, 7) ?? "",
  received: String(request?.received ?? 1),
  people_asked: String(request?.peopleAsked ?? ""),
  answer: request?.answer ?? "open",
  people_given: String(request?.peopleGiven ?? ""),
  note: request?.note ?? "",
});

/** Asks for a new request or corrects one. */
export function RequestForm({ correcting, typed, errors }: RequestFormProps) {
  const { requests, common } = useWords();
  const { form: say, kinds, answers } = requests;
  const stored = formOf(correcting);
  const field = (name: string) => ({
    name,
    defaultValue: typeof typed[name] === "string" ? (typed[name] as string) : stored[name],
    error: messageFor(errors, name),
  });
  return (
    <Form method="post" action="?" className="sign-form" noValidate key={correcting?.id ?? "new"}>
      {correcting && <input type="hidden" name="request" value={correcting.id} />}
      <Select {...field("kind")} label={say.kind}>
        <option value="">{common.choose}</option>
        {requestKinds.map((kind) => (
          <option key={kind} value={kind}>
            {kinds[kind]}
          </option>
        ))}
      </Select>
      <div className="side">
        <TextInput {...field("month")} label={say.month} hint={say.monthHint} type="month" required />
        <TextInput
          {...field("received")}
          label={say.received}
          hint={say.receivedHint}
          inputMode="numeric"
          required
        />
      </div>
      <Select {...field("answer")} label={say.answer}>
        {requestAnswers.map((answer) => (
          <option key={answer} value={answer}>
            {answers[answer]}
          </option>
        ))}
      </Select>
      <div className="side">
        <TextInput
          {...field("people_asked")}
          label={say.peopleAsked}
          hint={say.peopleHint}
          inputMode="numeric"
          optional
        />
        <TextInput
          {...field("people_given")}
          label={say.peopleGiven}
          hint={say.peopleHint}
          inputMode="numeric"
          optional
        />
      </div>
      <TextArea
        {...field("note")}
        label={say.note}
        hint={say.noteHint}
        maxLength={requestNoteAtMost}
        rows={4}
        optional
      />
      <div className="acts">
        <Button name="intent" value={correcting ? "correct" : "note"} variant="act">
          {correcting ? say.correct : say.save}
        </Button>
        {correcting && <Link to="?">{say.cancel}</Link>}
      </div>
    </Form>
  );
}
