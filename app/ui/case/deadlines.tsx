import type { Deadline } from "#app/domain/campaign/meetings/deadlines.ts";
import { formatDate } from "#app/i18n/index.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";

/** Lists upcoming days, each with the days left. Nothing once all have passed. */
export function Deadlines({ deadlines }: { deadlines: readonly Deadline[] }) {
  const words = useWords().case.deadlines;
  const locale = useLocale();
  if (deadlines.length === 0) return null;
  return (
    <dl className="deadlines" aria-label={words.label}>
      {deadlines.map(({ kind, on, daysLeft, company }) => (
        <div key={`${kind} ${company}`}>
          <dt>{company ? `${company}: ${words.kinds[kind]}` : words.kinds[kind]}</dt>
          <dd>
            <time dateTime={on}>{formatDate(locale, on)}</time>
            <span className="left">
              , <b>{words.left(daysLeft)}</b>
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
