import type { ApprovalState } from "#app/domain/access/approving.ts";
import type { AskedApproval } from "#app/domain/approvals/approval.ts";
import type { RecordedReply } from "#app/domain/entries/letters/replies/list-replies.server.ts";
import { formatDate } from "#app/i18n/index.ts";
import { Button } from "#app/ui/button.tsx";
import { Approval } from "#app/ui/console/approval.tsx";
import { Blank } from "#app/ui/console/blank.tsx";
import { writeMoment } from "#app/ui/console/moment.tsx";
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
    <section aria-labelledby="recorded">
      <h2 id="recorded">{say.list}</h2>
      {replies.length === 0 && <Blank title={say.none.title} text={say.none.text} level={3} />}
      <ul className="recorded">
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
            <blockquote className="queue-words" dir="auto">
              {text}
            </blockquote>
            {record.isSentBack && (
              <div className="waiting">
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
              <div className="waiting">
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
              <details className="against">
                <summary>{say.remove}…</summary>
                <Form method="post">
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
