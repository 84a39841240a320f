import type { ShownFigures } from "#app/domain/meetings/shown-figures.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { formatVotes } from "#app/ui/meetings/format-votes.ts";
import { SourceNote } from "#app/ui/meetings/source-note.tsx";
import { TrustLabel } from "#app/ui/meetings/trust-label.tsx";

/** The figures that count, each with whether it may be built on: a price ages faster than a count of shares. */
export function NewestFigures({ figures }: { figures: ShownFigures }) {
  const { figures: say, source } = useWords().meetings;
  const locale = useLocale();
  const { price, priceHigh60d, trust } = figures;
  const rows = [
    [say.shares, formatVotes(locale, figures.sharesOutstanding), trust.sharesOutstanding],
    [say.price, price && say.dollars(price), trust.price],
    [say.high, priceHigh60d && say.dollars(priceHigh60d), trust.price],
  ] as const;
  return (
    <div className="stands">
      <section aria-labelledby="newest">
        <h2 id="newest">{say.newest}</h2>
        <dl className="dates">
          {rows.map(([term, figure, trusted]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>
                {figure === null ? (
                  <span className="muted">{say.none}</span>
                ) : (
                  <>
                    <b className="time">{figure}</b> <TrustLabel trust={trusted} />
                  </>
                )}
              </dd>
            </div>
          ))}
        </dl>
        <p className="hint">{say.ages}</p>
      </section>
      <section aria-labelledby="origin">
        <h2 id="origin">{source.heading}</h2>
        <SourceNote source={figures.source} />
      </section>
    </div>
  );
}
