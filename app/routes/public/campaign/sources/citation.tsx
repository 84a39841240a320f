import type { Claim, SourcePage } from "#app/domain/campaign/campaign.ts";
import { formatKnownDate } from "#app/i18n/known-date.ts";
import { SourceText, UnlinkedMark } from "#app/ui/case/source-line.tsx";
import { WithQuotes } from "#app/ui/case/with-quotes.tsx";
import { InLanguage } from "#app/ui/in-language.tsx";
import { useLocale, useLocalizedPath, useWords } from "#app/ui/locale.tsx";

/** Shows one citation: statement, kind, publisher and date of its source, and the link once verified. */
export function Citation({ claim, slug }: { claim: Claim; slug: string }) {
  const words = useWords().case;
  const locale = useLocale();
  const to = useLocalizedPath();
  const {
    number,
    kind,
    text,
    quotation,
    quotationLanguage,
    attribution,
    publisher,
    published,
    source,
    candidate,
    moreSources,
  } = claim;
  return (
    <li className={`cite of-${kind}`} id={`n${number}`}>
      <p className="kind">
        <b>{number}</b> {words.kinds[kind].label} <InLanguage language={claim.language} />
      </p>
      <p className="quoted" lang={claim.language}>
        <WithQuotes of={text.replace(/\n{1,9}(\d{1,3})\. /g, " ($1) ")} claim={claim} />{" "}
        {quotation && (
          <>
            <span lang={quotationLanguage}>“{quotation}”</span>.
          </>
        )}
      </p>
      <dl className="notes">
        {attribution !== publisher && (
          <>
            <dt>{words.sources.saidBy}</dt>
            <dd lang={claim.language}>{attribution}</dd>
          </>
        )}
        {kind !== "opinion" && (
          <>
            <dt>{words.sources.publisher}</dt>
            <dd>
              {publisher}
              {!source && <UnlinkedMark candidate={candidate} />}
            </dd>
            <dt>{words.sources.date}</dt>
            <dd>{published ? formatKnownDate(locale, published) : words.sources.noDate}</dd>
            {source && (
              <>
                <dt>{words.sources.link}</dt>
                <dd>
                  <a href={source.url} lang="">
                    {source.title ?? source.url}
                  </a>
                  <ArchivedCopy of={source} />
                </dd>
              </>
            )}
          </>
        )}
        {moreSources.length > 0 && (
          <>
            <dt>{words.sources.more}</dt>
            {moreSources.map((one) => (
              <dd key={`${one.publisher} ${one.published.on} ${one.source?.url}`}>
                <SourceText of={one} isMarked />
                <ArchivedCopy of={one.source} />
              </dd>
            ))}
          </>
        )}
      </dl>
      <p className="small">
        <a href={to(`/c/${slug}#c${number}`)}>{words.sources.toStatement}</a>
      </p>
    </li>
  );
}

function ArchivedCopy({ of: page }: { of: SourcePage | null }) {
  const { archived } = useWords().case.sources;
  if (!page?.archive) return null;
  return (
    <>
      {" "}
      (<a href={page.archive}>{archived}</a>)
    </>
  );
}
