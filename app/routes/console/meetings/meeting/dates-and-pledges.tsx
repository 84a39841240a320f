import type { DateOnPage } from "#app/domain/campaign/meetings/page-facts.ts";
import { formatDate, formatTime } from "#app/i18n/index.ts";
import { useLaw } from "#app/ui/console/law.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { SourceNote } from "#app/ui/meetings/source-note.tsx";
import { zoneName } from "#app/ui/meetings/zone-name.ts";
import type { MeetingPage } from "./load.server.ts";

/** Shows a meeting's dates in order, what pledges can say now, and the source of it all. */
export function DatesAndPledges({ page: { facts, pledges }, zone }: { page: MeetingPage; zone: string }) {
  const { meeting: say, source } = useWords().meetings;
  const { recordDate } = useLaw();
  return (
    <div className="stands">
      <section aria-labelledby="dates">
        <h2 id="dates">{say.dates}</h2>
        {facts.dates.length === 0 ? (
          <p>{say.noDates}</p>
        ) : (
          <dl className="dates">
            {facts.dates.map((date) => (
              <DateRow key={date.what} date={date} zone={zone} />
            ))}
          </dl>
        )}
        {facts.unknown.length > 0 && (
          <p className="muted small">{say.unknown(facts.unknown.map((what) => say.nouns[what]))}</p>
        )}
        {facts.portalUrl !== null && (
          <p>
            <a href={facts.portalUrl} rel="noreferrer">
              {say.portal}
            </a>
          </p>
        )}
      </section>
      <section aria-labelledby="origin">
        <h2 id="origin">{source.heading}</h2>
        <SourceNote source={facts.source} />
        <h2 className="next-heading">{say.pledges.heading}</h2>
        <p>{say.pledges[pledges.stage]}</p>
        {recordDate && pledges.stage !== "outcome" && pledges.recordDatePassed !== false && (
          <p>{pledges.recordDatePassed ? say.pledges.recordPassed : say.pledges.recordUnknown}</p>
        )}
        {!pledges.isFeatured && <p className="muted">{say.pledges.other}</p>}
      </section>
    </div>
  );
}

function DateRow({
  date: { what, day, time, zone: short, inDays },
  zone,
}: {
  date: DateOnPage;
  zone: string;
}) {
  const { meeting: say } = useWords().meetings;
  const locale = useLocale();
  return (
    <div>
      <dt>{say.what[what]}</dt>
      <dd>
        <time dateTime={day}>{formatDate(locale, day)}</time>
        {time !== null && (
          <>
            , {formatTime(locale, `${day}T${time}Z`)}{" "}
            <span className="muted">{short !== null && say.zone(zoneName(zone), short)}</span>
          </>
        )}
        {inDays !== null && <span className="muted small"> {say.inDays(inDays)}</span>}
      </dd>
    </div>
  );
}
