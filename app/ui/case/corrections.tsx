import { dayInZone } from "#app/domain/base/zone-clock.ts";
import type { Correction, Petition } from "#app/domain/campaign/campaign.ts";
import { formatDate } from "#app/i18n/index.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { QuotingSentence } from "#app/ui/quoting-sentence.tsx";

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
