import { dayInZone } from "#app/domain/base/zone-clock.ts";
import type { Campaign, Case, Correction, KnownDate, Petition } from "#app/domain/campaign/campaign.ts";
import type { OwnAct } from "#app/domain/pages/case-page.ts";
import { formatDate } from "#app/i18n/index.ts";
import { formatKnownDate } from "#app/i18n/known-date.ts";
import { useLocale, useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { QuotingSentence } from "#app/ui/quoting-sentence.tsx";

/** `to`: where the page says more of it. */
type Event = { happened: KnownDate; label: string; language?: string | undefined; to: string };

/** Returns the case's dated events with the campaign's own acts and corrections, in the order of time. */
export function useTimeline(
  { timeline, corrections }: Case,
  acts: readonly OwnAct[],
  { slug, company, companies }: Campaign,
): Event[] {
  const { own } = useWords().case.timeline;
  const path = useLocalizedPath();
  const onDay = (on: string) => ({ on, precision: "day" as const });
  const pages = { opened: "/petition", letters: "/letters", reply: "/letters", result: "/pledges" };
  const nameOf = (id: number | null) => companies.find((one) => one.id === id)?.name ?? company;
  const corrected = [...new Set(corrections.map(({ correctedOn }) => correctedOn))];
  const events: Event[] = [
    ...timeline.map(({ happened, label, language, claim }) => ({
      happened,
      label,
      language,
      to: `#c${claim}`,
    })),
    ...acts.map(({ what, on, companyId, ...of }) => ({
      happened: onDay(on),
      label: own[what](nameOf(companyId), of),
      to: path(`/c/${slug}${pages[what]}`),
    })),
    ...corrected.map((on) => ({ happened: onDay(on), label: own.corrected, to: "#corrections" })),
  ];
  return events.sort((one, other) => one.happened.on.localeCompare(other.happened.on));
}

/** Lists events, each with a link. */
export function Timeline({ events }: { events: readonly Event[] }) {
  const locale = useLocale();
  return (
    <ol className="timeline">
      {events.map(({ happened, label, language, to }) => (
        <li key={`${happened.on} ${label}`}>
          <span className="when">{formatKnownDate(locale, happened)}</span>
          <a className="what" href={to}>
            <QuotingSentence say={(text) => text} words={label} language={language} />
          </a>
        </li>
      ))}
    </ol>
  );
}

type CorrectionsProps = {
  corrections: readonly Correction[];
  petition: Petition;
  contact: string | null;
  /** Of the company's exchange: the timeline's days are in it, too. */
  zone: string;
};

/** Lists what was wrong and when it was corrected, newest first; how to report a mistake. */
export function Corrections({ corrections, petition, contact, zone }: CorrectionsProps) {
  const words = useWords().case.corrections;
  const locale = useLocale();
  return (
    <>
      {corrections.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ol className="log">
          {corrections.map(({ correctedOn, kind, text, language, earlier }) => (
            <li key={`${correctedOn} ${text}`}>
              <time dateTime={correctedOn}>{formatDate(locale, correctedOn)}</time>
              <span>
                <b>{words.kinds[kind]}.</b>{" "}
                <QuotingSentence say={(one) => one} words={text} language={language} />
                {earlier.map((one) => (
                  <span className="small muted was" key={one.text}>
                    <QuotingSentence
                      say={(text) => words.earlier(formatDate(locale, one.until), text)}
                      words={one.text}
                      language={one.language}
                    />
                  </span>
                ))}
              </span>
            </li>
          ))}
        </ol>
      )}
      <p className="small muted gap">
        {words.version(petition.version, formatDate(locale, dayInZone(zone, petition.publishedAt)))}{" "}
        {words.report} {contact && <a href={`mailto:${contact}`}>{contact}</a>}
      </p>
    </>
  );
}
