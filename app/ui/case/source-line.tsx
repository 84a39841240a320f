import type { Candidate, Claim, Source } from "#app/domain/campaign/campaign.ts";
import { formatKnownDate } from "#app/i18n/known-date.ts";
import { InLanguage } from "#app/ui/in-language.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { WithQuotes } from "./with-quotes.tsx";

/** Names the kind of a statement in its color, and its language if it is not the page's. */
export function Kind({ claim: { kind, language } }: { claim: Claim }) {
  const { kinds } = useWords().case;
  return (
    <span className={`kind of-${kind}`}>
      {kinds[kind].label} <InLanguage language={language} />
    </span>
  );
}

type SourceLineProps = {
  claim: Claim;
  /** What the statement is about, if it is not right above. */
  of?: string;
  told?: readonly Claim[];
  note?: string;
  limits?: string;
};

const isSameSource = (one: Claim, other: Claim) =>
  one.attribution === other.attribution && one.published?.on === other.published?.on;

/** Says in one line who published a statement, when, and what it does not show. */
export function SourceLine({ claim, of, told = [], note, limits: label }: SourceLineProps) {
  const words = useWords().case;
  const locale = useLocale();
  const limits = [claim, ...told.filter((one) => isSameSource(one, claim))].flatMap(
    ({ limits }) => limits ?? [],
  );
  const others = told.filter((one) => !isSameSource(one, claim) && one.kind !== "opinion");
  return (
    <>
      <p className="src">
        {of && <b>{of}</b>} <Kind claim={claim} />{" "}
        <a href={`#c${claim.number}`} lang={claim.language}>
          {claim.attribution}
        </a>
        {claim.published && `, ${formatKnownDate(locale, claim.published)}`}. {note}{" "}
        {limits.length > 0 && (
          <span className="lim" lang={claim.language}>
            <b>{label ?? words.limits}</b> <WithQuotes of={limits.join(" ")} claim={claim} />
          </span>
        )}
      </p>
      {others.map((one) => (
        <SourceLine key={one.number} claim={one} />
      ))}
    </>
  );
}

/** Shows a source: its title as a link once an organizer has opened the page, else publisher and date. */
export function SourceText({ of, isMarked = false }: { of: Source; isMarked?: boolean }) {
  const { publisher, published, source, candidate } = of;
  const locale = useLocale();
  const date = formatKnownDate(locale, published);
  if (!source)
    return (
      <>
        {`${publisher}, ${date}`}
        {isMarked && <UnlinkedMark candidate={candidate} />}
      </>
    );
  return (
    <>
      {source.title && `${publisher}: `}
      <a href={source.url} lang={source.title ? "" : undefined}>
        {source.title ?? publisher}
      </a>
      , {date}
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
        <span className="candidate" lang="">
          {" "}
          {candidate.url ? (
            <a href={candidate.url}>{candidate.title ?? new URL(candidate.url).host}</a>
          ) : (
            candidate.title
          )}
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
