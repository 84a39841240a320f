import type { ApprovalState } from "#app/domain/access/approving.ts";
import type { AskedApproval } from "#app/domain/approvals/approval.ts";
import type {
  AnswerableDispatch,
  RecordedReply,
} from "#app/domain/entries/letters/replies/list-replies.server.ts";
import type { TypedValues } from "#app/http/form.server.ts";
import { formatDate } from "#app/i18n/index.ts";
import { Button } from "#app/ui/button.tsx";
import { Approval } from "#app/ui/console/approval.tsx";
import { Blank } from "#app/ui/console/blank.tsx";
import { writeMoment } from "#app/ui/console/moment.tsx";
import { type FieldMessage, messageFor, Select, TextArea, TextInput } from "#app/ui/field.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Form, Link } from "#app/ui/remix.ts";

type ReplyOnPage = RecordedReply & { waits: ApprovalState | null; asked: AskedApproval["asked"] };
type RecordedProps = {
  replies: readonly ReplyOnPage[];
  slug: string;
  mayWrite: boolean;
  /** When this page was made. */
  now: string;
};

/** Lists replies that are public or waiting, with their authors and approvers. Writers can remove them. */
export function Recorded({ replies, slug, mayWrite, now }: RecordedProps) {
  const { replies: say, dispatches } = useWords().lettersPublic;
  const locale = useLocale();
  return (
    <section aria-labelledby="recorded" className="block">
      <h2 id="recorded">{say.list}</h2>
      {replies.length === 0 && <Blank title={say.none.title} text={say.none.text} level={3} />}
      <ul className="list">
        {replies.map(({ publicId, dispatch, dispatchPublicId, receivedOn, fromWhom, text, ...record }) => (
          <li key={publicId}>
            <h3>{dispatches.reply(fromWhom, formatDate(locale, receivedOn))}</h3>
            <p className="small muted">
              <Link to={`/organize/c/${slug}/letters/dispatches/${dispatchPublicId}`}>
                {say.to(dispatch)}
              </Link>
              . {say.by(record.recordedBy, writeMoment(record.recordedAt))}
              {record.approvedAt &&
                `. ${say.approvedBy(record.approvedBy, writeMoment(record.approvedAt), record.approvedAlone)}`}
            </p>
            <blockquote className="quote gap" dir="auto">
              {text}
            </blockquote>
            {record.isSentBack && (
              <div className="stack gap">
                <p>
                  <b>{say.sentBack}</b>
                </p>
                {mayWrite && (
                  <p>
                    <Link to={`/organize/c/${slug}/letters/replies?again=${publicId}#record`}>
                      {say.again}
                    </Link>
                  </p>
                )}
              </div>
            )}
            {record.waits && (
              <div className="stack gap">
                <p>
                  <b>{say.waits}</b>
                </p>
                <Approval
                  state={record.waits}
                  thing={{ kind: "reply", subject: publicId }}
                  fields={{ reply: publicId }}
                  asked={{ asked: record.asked, now }}
                  say={{ ...say.approval, own: say.approval.own(record.waits.others) }}
                />
              </div>
            )}
            {mayWrite && (
              <details className="asked">
                <summary>{say.remove}…</summary>
                <Form method="post" className="stack">
                  <p className="small muted">{say.removeMeans}</p>
                  <Button name="remove" value={publicId}>
                    {say.removeSure}
                  </Button>
                </Form>
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

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
    <section aria-labelledby="record" className="block serif-areas">
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
