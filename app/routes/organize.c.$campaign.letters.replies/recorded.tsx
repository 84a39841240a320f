import { Form, Link } from "@remix-run/react";
import type { RecordedReply } from "#app/domain/letters/list-replies.server.ts";
import { formatDate } from "#app/i18n/index.ts";
import { Button } from "#app/ui/button.tsx";
import { writeMoment } from "#app/ui/console/moment.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";

type RecordedProps = { replies: readonly RecordedReply[]; slug: string; mayWrite: boolean };

/** Every answer that stands, with who recorded it; whoever may write can take it back. */
export function Recorded({ replies, slug, mayWrite }: RecordedProps) {
  const { replies: say, dispatches } = useWords().lettersPublic;
  const locale = useLocale();
  return (
    <section aria-labelledby="recorded">
      <h2 id="recorded">{say.list}</h2>
      {replies.length === 0 && (
        <div className="blank">
          <h3>{say.none.title}</h3>
          <p>{say.none.text}</p>
        </div>
      )}
      <ul className="recorded">
        {replies.map(({ publicId, dispatch, dispatchPublicId, receivedOn, fromWhom, text, ...record }) => (
          <li key={publicId}>
            <h3>{dispatches.reply(fromWhom, formatDate(locale, receivedOn))}</h3>
            <p className="small muted">
              <Link to={`/organize/c/${slug}/letters/dispatches/${dispatchPublicId}`}>
                {say.to(dispatch)}
              </Link>
              . {say.by(record.recordedBy, writeMoment(record.recordedAt))}
            </p>
            <blockquote className="queue-words" dir="auto">
              {text}
            </blockquote>
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
