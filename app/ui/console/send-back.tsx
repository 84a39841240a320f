import type { SentBack } from "#app/domain/approvals/approval.ts";
import { Button } from "../button.tsx";
import { ErrorSummary } from "../error-summary.tsx";
import { messageFor, TextArea } from "../field.tsx";
import { useWords } from "../locale.tsx";
import { Form } from "../remix.ts";
import { writeMoment } from "./moment.tsx";

type Answered = {
  errors?: readonly { field: string; code: string }[] | undefined;
  values?: Readonly<Record<string, unknown>> | undefined;
};

/** Sends something back to its author, with the reason; it opens by itself where the reason was missing. */
export function SendBack({ answer }: { answer: Answered | undefined }) {
  const { sendBack: say } = useWords().approvals;
  const errors = (answer?.errors ?? [])
    .filter(({ field }) => field === "reason")
    .map(({ field, code }) => ({ field, message: say.errors[code] ?? say.errors["reason-missing"] ?? code }));
  const typed = answer?.values?.reason;
  return (
    <details className="asked send-back" open={errors.length > 0}>
      <summary>{say.summary}</summary>
      <div>
        <Form method="post" noValidate preventScrollReset>
          <ErrorSummary heading={say.problem} errors={errors} />
          <TextArea
            name="reason"
            label={say.label}
            hint={say.hint}
            error={messageFor(errors, "reason")}
            defaultValue={typeof typed === "string" ? typed : ""}
            rows={4}
            required
          />
          <Button name="intent" value="send-back">
            {say.button}
          </Button>
        </Form>
      </div>
    </details>
  );
}

/** Why something was sent back, by whom and when. */
export function SentBackNote({ sentBack }: { sentBack: SentBack | null }) {
  const { sentBack: say } = useWords().approvals;
  if (!sentBack) return null;
  return (
    <section className="notice sent-back">
      <h2>{say.heading}</h2>
      <p dir="auto">{sentBack.reason ?? say.noReason}</p>
      <p className="small muted">{say.by(sentBack.by, writeMoment(sentBack.at))}</p>
    </section>
  );
}
