import type { TimelineEvent } from "#app/domain/campaign/campaign.ts";
import { formatKnownDate } from "#app/i18n/known-date.ts";
import { useLocale } from "#app/ui/locale.tsx";
import { QuotingSentence } from "#app/ui/quoting-sentence.tsx";

/** Lists the case's dated events in the order of time, each linked to its statement. */
export function Timeline({ events }: { events: readonly TimelineEvent[] }) {
  const locale = useLocale();
  return (
    <ol className="timeline">
      {events.map(({ happened, label, language, claim }) => (
        <li key={`${happened.on} ${label}`}>
          <span className="when">{formatKnownDate(locale, happened)}</span>
          <a className="what" href={`#c${claim}`}>
            <QuotingSentence say={(text) => text} words={label} language={language} />
          </a>
        </li>
      ))}
    </ol>
  );
}
