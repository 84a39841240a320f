import type { FigureOnPage } from "#app/domain/campaign/meetings/figures/page-figures.ts";
import { formatDate } from "#app/i18n/index.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { formatVotes } from "#app/ui/meetings/format-votes.ts";
import { SourceNote } from "#app/ui/meetings/source-note.tsx";
import { TrustLabel } from "#app/ui/meetings/trust-label.tsx";

/** Shows each figure that counts, with its day and whether it may be built on. */
export function CountingFigures({ counting }: { counting: readonly FigureOnPage[] }) {
  const { figures: say, source } = useWords().meetings;
  const sources = [
    ...new Map(counting.flatMap(({ values }) => (values ? [[values.id, values.source]] : []))).entries(),
  ];
  return (
    <div className="stands">
      <section aria-labelledby="counting">
        <h2 id="counting">{say.counting}</h2>
        <dl className="dates">
          {counting.map((row) => (
            <FigureRow key={row.figure} row={row} />
          ))}
        </dl>
        <p className="hint">{say.ages}</p>
      </section>
      <section aria-labelledby="origin">
        <h2 id="origin">{source.heading}</h2>
        {sources.map(([id, each]) => (
          <SourceNote key={id} source={each} />
        ))}
      </section>
    </div>
  );
}

function FigureRow({ row: { figure, values } }: { row: FigureOnPage }) {
  const { figures: say } = useWords().meetings;
  const locale = useLocale();
  const term = { sharesOutstanding: say.shares, price: say.price, priceHigh60d: say.high }[figure];
  if (values === null)
    return (
      <div>
        <dt>{term}</dt>
        <dd className="muted">{say.none}</dd>
      </div>
    );
  const { trust, source } = values;
  const text =
    figure === "sharesOutstanding"
      ? formatVotes(locale, values.sharesOutstanding)
      : say.dollars(values[figure] ?? "");
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        <b className="time">{text}</b>{" "}
        <TrustLabel trust={figure === "sharesOutstanding" ? trust.sharesOutstanding : trust.price} />
        {source.asOf !== null && (
          <span className="muted small"> {say.asOf(formatDate(locale, source.asOf))}</span>
        )}
      </dd>
    </div>
  );
}
