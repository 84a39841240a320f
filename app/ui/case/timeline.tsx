import type { TimelineEvent } from "#app/domain/campaign/campaign.ts";
import { formatWithinYear } from "#app/i18n/known-date.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { QuotingSentence } from "#app/ui/quoting-sentence.tsx";
import { Cross } from "#app/ui/wordmark.tsx";
import { NoteReference } from "./claim-block.tsx";

const yearOf = (on: string) => Number(on.slice(0, 4));

/** Tells how long before an event nothing happened: its class makes the line longer. */
export function gapBefore(on: string, previous: string | undefined): "" | "year" | "years" {
  const years = previous ? yearOf(on) - yearOf(previous) : 0;
  if (years > 1) return "years";
  return years === 1 ? "year" : "";
}

/** Draws the case's dated events on a line that ends at the × of the signature line. */
export function Timeline({ events }: { events: readonly TimelineEvent[] }) {
  const words = useWords();
  const locale = useLocale();
  return (
    <figure className="fig by-date">
      <figcaption>{words.case.timeline.heading}</figcaption>
      <ol className="timeline">
        {events.map(({ happened, label, language, claim }, i) => {
          const previous = events[i - 1]?.happened.on;
          const newYear = !previous || yearOf(previous) !== yearOf(happened.on);
          return (
            <li key={`${happened.on} ${label}`} className={gapBefore(happened.on, previous) || undefined}>
              <span className={newYear ? "when" : "when same"}>
                <b>{yearOf(happened.on)}</b> {formatWithinYear(locale, happened)}
              </span>
              <span className="what">
                <QuotingSentence say={(text) => text} words={label} language={language} />
                <NoteReference number={claim} />
              </span>
            </li>
          );
        })}
        <li className="today">
          <span className="when">
            <b>{words.case.timeline.today}</b>
          </span>
          <span className="what">
            <Cross />
            <a href="#sign">{words.sign.form.button}</a>
          </span>
        </li>
      </ol>
    </figure>
  );
}
