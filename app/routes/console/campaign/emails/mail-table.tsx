import type { TroubledMail } from "#app/domain/outbox/outcomes/list-troubles.server.ts";
import { formatDate } from "#app/i18n/index.ts";
import { clockTime } from "#app/ui/console/moment.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Link } from "#app/ui/remix.ts";

type MailTableProps = { mails: readonly TroubledMail[]; base: string };

/** Lists emails by the day they failed, newest first. */
export function MailTable({ mails, base }: MailTableProps) {
  const { failedEmails: say } = useWords();
  const locale = useLocale();
  const days = new Map<string, TroubledMail[]>();
  for (const mail of mails) {
    const day = mail.at.slice(0, 10);
    days.set(day, [...(days.get(day) ?? []), mail]);
  }
  return (
    <table className="audit-log mails-failed">
      <caption className="vh">{say.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{say.columns.at}</th>
          <th scope="col">{say.columns.became}</th>
        </tr>
      </thead>
      {[...days].map(([day, of]) => (
        <tbody key={day}>
          <tr className="day">
            <th scope="rowgroup" colSpan={2}>
              <time dateTime={day}>{formatDate(locale, day)}</time>
            </th>
          </tr>
          {of.map((mail) => (
            <MailRow key={mail.id} mail={mail} base={base} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

/** One failed email: what it was, what happened and why, and its recipient if the reader may see them. */
function MailRow({ mail, base }: { mail: TroubledMail; base: string }) {
  const { failedEmails: say, updates } = useWords();
  const { state, problem, attempts, tag, role, person, at } = mail;
  const known: Record<string, string> = updates.problems.codes;
  const why = problem === null ? null : (known[problem] ?? say.unknownCode(problem));
  return (
    <tr>
      <td className="time">
        <time dateTime={at}>{clockTime(at)}</time>
      </td>
      <td>
        <p>
          <b>{say.states[state]}</b> · <About mail={mail} base={base} />
        </p>
        {why && <p className="small">{why}</p>}
        <ul className="audit-facts small muted">
          {person ? (
            <li>
              {person.name}, <span>{person.address}</span>
            </li>
          ) : (
            role && <li>{role}</li>
          )}
          {attempts > 1 && <li>{say.attempts(attempts)}</li>}
          {state === "unknown" && (
            <li>
              {say.tag} <span>{tag}</span>
            </li>
          )}
        </ul>
      </td>
    </tr>
  );
}

function About({ mail: { kind, about }, base }: { mail: TroubledMail; base: string }) {
  const { failedEmails: say } = useWords();
  if (about && kind === "update")
    return <Link to={`${base}/updates/${about.publicId}`}>{say.update(about.number)}</Link>;
  if (about && kind === "company")
    return <Link to={`${base}/letters/dispatches/${about.publicId}`}>{say.dispatch(about.number)}</Link>;
  return say.kinds[kind];
}
