import { Link } from "@remix-run/react";
import type { AuditFilter, ListedEntry } from "#app/domain/audit/list-entries.server.ts";
import type { AuditAction } from "#app/domain/audit/record.server.ts";
import type { Words } from "#app/i18n/index.ts";
import { useWords } from "#app/ui/locale.tsx";
import { auditAddress } from "./read-filter.ts";

type Said = Words["audit"];

/** What happened, as a sentence without its subject. Tests hold that every action has words. */
function saidOf(say: Said, action: string, detail: Record<string, unknown>): string {
  const own = Object.hasOwn(say.actions, action) ? say.actions[action as AuditAction] : undefined;
  if (own === undefined) return say.unknownAction(action);
  return typeof own === "function" ? own(detail) : own;
}

/** Events under their day, newest first. */
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
              {day}
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
  const who = name ?? say.actors[actor.startsWith("organizer:") ? "gone" : actor];
  return (
    <tr>
      <td className="time">
        <time dateTime={at}>{at.slice(11, 19)}</time>
      </td>
      <td>
        <p>
          <b>{who}</b> {saidOf(say, action, detail)}.
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

/** What the sentence does not say, as it is noted. */
function Details({ detail }: { detail: Record<string, unknown> }) {
  const { details: names } = useWords().audit;
  const facts = Object.entries(detail).filter(
    ([key, value]) => value !== null && !["list", "rows", "paged"].includes(key),
  );
  if (facts.length === 0) return null;
  return (
    <ul className="audit-facts small muted">
      {facts.map(([key, value]) => (
        <li key={key}>
          {Object.hasOwn(names, key) ? names[key] : key}: <span>{written(value)}</span>
        </li>
      ))}
    </ul>
  );
}

function written(value: unknown): string {
  if (Array.isArray(value)) return value.map(written).join(", ");
  if (typeof value === "object" && value !== null) {
    return Object.entries(value)
      .filter(([, one]) => one !== null)
      .map(([key, one]) => `${key} ${written(one)}`)
      .join(", ");
  }
  return String(value);
}
