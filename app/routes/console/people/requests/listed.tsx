import type { ListedRequest, NotedRequest } from "#app/domain/upkeep/retention/list-requests.server.ts";
import { formatMonth } from "#app/i18n/known-date.ts";
import { AskedOnce } from "#app/ui/console/action-button.tsx";
import { writeMoment } from "#app/ui/console/moment.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Link } from "#app/ui/remix.ts";

/** Shows one request: what the public reads, who noted it, what it corrects, and how to correct it. */
export function Listed({ request }: { request: ListedRequest }) {
  const { requests: say } = useWords();
  return (
    <li>
      <Noted request={request} />
      {request.before.length > 0 && (
        <details>
          <summary>{say.before(request.before.length)}</summary>
          {request.before.map((each) => (
            <Noted key={each.id} request={each} />
          ))}
        </details>
      )}
      <div className="acts">
        <Link to={`?correct=${request.id}#form`}>{say.correct}</Link>
        <AskedOnce
          intent="remove"
          fields={{ request: request.id }}
          summary={say.remove.summary}
          text={say.remove.text}
          button={say.remove.button}
        />
      </div>
    </li>
  );
}

function Noted({ request }: { request: NotedRequest }) {
  const { requests: say } = useWords();
  const locale = useLocale();
  const { kind, receivedOn, received, answer, peopleAsked, peopleGiven, note, by, at } = request;
  return (
    <div className="noted">
      <p>
        <b>{formatMonth(locale, receivedOn)}</b>
      </p>
      <p>
        {say.kinds[kind]}: {say.line(received)}. {say.answers[answer]}.{" "}
        {peopleAsked !== null && `${say.people(peopleAsked, peopleGiven)}.`}
      </p>
      {note && <p className="words">{note}</p>}
      <p className="small muted">{say.noted(by ?? say.operator, writeMoment(at))}</p>
    </div>
  );
}
