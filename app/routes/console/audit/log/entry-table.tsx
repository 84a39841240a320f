import type { AuditFilter, ListedEntry } from "#app/domain/record/list-entries.server.ts";
import { tellAction, tellActor, tellFacts } from "#app/i18n/tell-entry.ts";
import { writeClock, writeDay } from "#app/ui/console/moment.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Link } from "#app/ui/remix.ts";
import { auditAddress } from "./read-filter.ts";

/** Lists events by day, newest first. */
export function EntryTable({ entries, filter }: { entries: readonly ListedEntry[]; filter: AuditFilter }) {
  const { audit: say } = useWords();
  const days = new Map<string, ListedEntry[]>();
  for (const entry of entries) {
    const day = entry.at.slice(0, 10);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return (
    <table className="audit-log">
      <caption className="vh">{say.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{say.columns.at}</th>
          <th scope="col">{say.columns.what}</th>
          <th scope="col" className="wide">
            {say.columns.from}
          </th>
          <th scope="col" className="wide">
            {say.columns.seal}
          </th>
        </tr>
      </thead>
      {[...days].map(([day, of]) => (
        <tbody key={day}>
          <tr className="day">
            <th scope="rowgroup" colSpan={4}>
              <time dateTime={day}>{writeDay(day)}</time>
            </th>
          </tr>
          {of.map((entry) => (
            <EntryRow key={entry.id} entry={entry} filter={filter} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function EntryRow({ entry, filter }: { entry: ListedEntry; filter: AuditFilter }) {
  const { audit: say } = useWords();
  const { at, actor, name, action, detail, subject, from, sealed } = entry;
  const who = tellActor(say, actor, name);
  return (
    <tr>
      <td className="time">
        <time dateTime={at}>{writeClock(at)}</time>
      </td>
      <td>
        <p>
          <b>{who}</b> {tellAction(say, action, detail)}.
        </p>
        <Details detail={detail} />
        {subject && subject !== filter.subject && (
          <p className="small">
            <Link to={auditAddress({ scope: filter.scope, subject })}>{say.showSubject}</Link>
          </p>
        )}
      </td>
      <td className="wide">
        {from ? (
          <span className="hash" title={say.fromTitle}>
            {from.slice(0, 8)}
          </span>
        ) : (
          <span className="muted small">{say.noFrom}</span>
        )}
      </td>
      <td className="wide small muted">{sealed ? say.sealed : say.waiting}</td>
    </tr>
  );
}

/** What the entry's sentence leaves out. */
function Details({ detail }: { detail: Record<string, unknown> }) {
  const facts = tellFacts(useWords().audit, useLocale(), detail);
  if (facts.length === 0) return null;
  return (
    <ul className="audit-facts small muted">
      {facts.map(({ name, value }) => (
        <li key={name}>
          {name}: <span>{value}</span>
        </li>
      ))}
    </ul>
  );
}
