import type { Candidate, Claim, Source } from "#app/domain/campaign/campaign.ts";
import { formatKnownDate } from "#app/i18n/known-date.ts";
import { InLanguage } from "#app/ui/in-language.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { textParts } from "#app/ui/petition-text.tsx";
import { FigureTable } from "./figure-table.tsx";
import { WithQuotes } from "./with-quotes.tsx";

/** Shows one statement: its kind, its words, whose they are, and their limits. */
export function ClaimBlock({ claim }: { claim: Claim }) {
  const { kinds } = useWords().case;
  const locale = useLocale();
  const isPlain = claim.kind === "opinion" && !claim.limits;
  return (
    <div className={`claim of-${claim.kind}`} id={`c${claim.number}`} lang={claim.language}>
      <p className="kind" lang={claim.language && locale}>
        {kinds[claim.kind].label} <InLanguage language={claim.language} />
        {isPlain && (
          <span className="whose" id={`n${claim.number}`} lang={claim.language}>
            {claim.attribution}
          </span>
        )}
      </p>
      <div className="words">
        <ClaimText claim={claim} />
        {claim.picture?.kind === "growth" && <FigureTable figure={claim.picture} />}
      </div>
      {!isPlain && <Notes claim={claim} />}
    </div>
  );
}

function ClaimText({ claim }: { claim: Claim }) {
  const { kind, text, quotation, quotationLanguage, number } = claim;
  const parts = textParts(text);
  const reference = <NoteReference number={number} />;
  return (
    <>
      {parts.map((part, i) =>
        "list" in part ? (
          <ol className="asks" key={part.list.join()}>
            {part.list.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ol>
        ) : (
          <p className="prose" key={part.paragraph}>
            <WithQuotes of={part.paragraph} claim={claim} />
            {i === 0 && !quotation && kind !== "opinion" && reference}
          </p>
        ),
      )}
      {quotation && (
        <blockquote className="quote" lang={quotationLanguage}>
          <p>
            “{quotation}”{reference}
          </p>
        </blockquote>
      )}
    </>
  );
}

/** Links to a note by a raised number. */
export function NoteReference({ number }: { number: number }) {
  const words = useWords().case;
  return (
    <a className="note-ref" href={`#n${number}`} aria-label={words.note(number)}>
      {number}
    </a>
  );
}

/** The source and limits; folded on a phone, open in print and when a text search finds it. */
function Notes({ claim }: { claim: Claim }) {
  const words = useWords().case;
  return (
    <details className="fold notes">
      <summary>{claim.limits ? words.sourceAndLimits : words.source}</summary>
      <NoteList claim={claim} />
    </details>
  );
}

function NoteList({ claim }: { claim: Claim }) {
  const words = useWords().case;
  return (
    <dl id={`n${claim.number}`}>
      <dt>
        {words.source} <b>{claim.number}</b>
      </dt>
      <dd>
        <Attribution claim={claim} />
      </dd>
      {claim.moreSources.map((one) => (
        <dd key={`${one.publisher} ${one.published.on} ${one.source?.url}`}>
          <MoreSource of={one} />
        </dd>
      ))}
      {claim.limits && (
        <>
          <dt>{words.limits}</dt>
          <dd>
            <WithQuotes of={claim.limits} claim={claim} />
          </dd>
        </>
      )}
    </dl>
  );
}

/** Shows another source. */
export function MoreSource({ of: { publisher, published, source, candidate } }: { of: Source }) {
  const locale = useLocale();
  const date = formatKnownDate(locale, published);
  if (!source)
    return (
      <>
        {`${publisher}, ${date}`}
        <UnlinkedMark candidate={candidate} />
      </>
    );
  return (
    <>
      {source.title && `${publisher}: `}
      <a href={source.url}>{source.title ?? publisher}</a>, {date}
    </>
  );
}

/** Marks a source without a link; in local mode also shows the page to check. */
export function UnlinkedMark({ candidate }: { candidate?: Candidate | undefined }) {
  const { unlinked: say } = useWords().case;
  return (
    <>
      <span aria-hidden="true">{say.mark}</span>
      <span className="vh"> ({say.name})</span>
      {candidate && (
        <span className="candidate">
          {" "}
          {candidate.url ? (
            <a href={candidate.url}>{candidate.title ?? new URL(candidate.url).host}</a>
          ) : (
            candidate.title
          )}{" "}
          <span className="mark">{say.candidate}</span>
        </span>
      )}
    </>
  );
}

/** Explains the mark once, on a page that has one. */
export function UnlinkedMeaning({ claims }: { claims: readonly Claim[] }) {
  const { unlinked: say } = useWords().case;
  const isMarked = ({ kind, source, moreSources }: Claim) =>
    kind !== "opinion" && (source === null || moreSources.some((one) => one.source === null));
  if (!claims.some(isMarked)) return null;
  return (
    <p className="small muted gap">
      {say.mark} {say.meaning}
    </p>
  );
}

/** Says who made the claim and when, linked once an organizer has checked the page. */
export function Attribution({
  claim: { kind, attribution, published, source, candidate },
}: {
  claim: Claim;
}) {
  const locale = useLocale();
  const dated = published ? `, ${formatKnownDate(locale, published)}` : "";
  if (!source)
    return (
      <>
        {attribution + dated}
        {kind !== "opinion" && <UnlinkedMark candidate={candidate} />}
      </>
    );
  return (
    <>
      {source.title && `${attribution}: `}
      <a href={source.url}>{source.title ?? attribution}</a>
      {dated}
    </>
  );
}
