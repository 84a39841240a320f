import { periodAddress } from "#app/domain/activity/period.ts";
import type { Series } from "#app/domain/activity/read-series.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { useWords } from "#app/ui/locale.tsx";
import type { OverviewData } from "./dashboard.ts";
import { dateOf, dayOf, timeOf } from "./local-time.ts";
import { Part, Scroll } from "./part.tsx";
import { Plot, type PlotLine } from "./plot.tsx";

/** Plots signatures, pledges, letters and emails of updates, with the figures behind the lines. */
export function OverTime({ slug, board }: { slug: string; board: OverviewData }) {
  const { series: say, digits } = useWords().dashboard;
  const { series, period, marks } = board;
  const { points, total, totalBefore } = series;
  const { step, days } = period;
  const empty = total.joined + total.pledges + total.letters + total.mails + (totalBefore?.joined ?? 0) === 0;
  if (empty) {
    return (
      <Part id="over-time" title={say.emptyTitle}>
        <p>{say.empty}</p>
        <p className="acts">
          <ButtonLink href={`/c/${slug}`}>{say.openPage}</ButtonLink>
        </p>
      </Part>
    );
  }
  const line = (what: "joined" | "pledges" | "letters" | "mails"): PlotLine => {
    const values = points.map(({ now }) => now[what]);
    return {
      label: say[what],
      values,
      last: `${digits(values.at(-1) ?? 0)} ${say.underWay[step]}`,
      before: totalBefore && points.map(({ before }) => before?.[what] ?? 0),
    };
  };
  const drawn = (["joined", "pledges", "letters", "mails"] as const).filter(
    (what) => what !== "mails" || total.mails + (totalBefore?.mails ?? 0) > 0,
  );
  const most = digits(Math.max(...points.map(({ now }) => now.joined)));
  const plot = {
    starts: points.map(({ at }) => at),
    byHour: step === "hour",
    lines: drawn.map(line),
    marks: marks.map(({ number, at }) => ({ at, label: say.update(number) })),
    beforeLabel: say.before(days),
    description: say.figure(drawn.map((what) => say[what]).join(", "), most),
  };
  return (
    <Part
      id="over-time"
      title={say.title(total.joined, totalBefore?.joined ?? null, days)}
      sub={say.sub[step]}
    >
      <Plot {...plot} width={640} className="for-wide" />
      <Plot {...plot} width={350} className="for-narrow" />
      <details>
        <summary>{say.asTable}</summary>
        <SeriesTable series={series} byHour={step === "hour"} asOf={board.asOf} columns={drawn} />
        <p className="small">
          <a href={`/organize/c/${slug}/series.csv${periodAddress(period)}`} download>
            {say.asFile}
          </a>
        </p>
        <p className="small muted">{say.note}</p>
      </details>
    </Part>
  );
}

type Drawn = "joined" | "pledges" | "letters" | "mails";

type SeriesTableProps = { series: Series; byHour: boolean; asOf: string; columns: readonly Drawn[] };

/** Lists every figure of the plot: each line with the time before next to it. */
function SeriesTable({ series: { points, totalBefore }, byHour, asOf, columns }: SeriesTableProps) {
  const { series: say, digits } = useWords().dashboard;
  const compares = totalBefore !== null;
  return (
    <Scroll of="over-time">
      <table className="series-table">
        <thead>
          <tr>
            <th scope="col" rowSpan={compares ? 2 : 1}>
              {say.columns.at}
            </th>
            {columns.map((what) => (
              <th key={what} scope={compares ? "colgroup" : "col"} className="num" colSpan={compares ? 2 : 1}>
                {say.columns[what]}
              </th>
            ))}
            <th scope="col" className="num" rowSpan={compares ? 2 : 1}>
              {say.columns.left}
            </th>
          </tr>
          {compares && (
            <tr>
              {columns.flatMap((what) => [
                <th key={what} scope="col" className="num">
                  {say.columns.now}
                </th>,
                <th key={`${what}-before`} scope="col" className="num">
                  {say.columns.before}
                </th>,
              ])}
            </tr>
          )}
        </thead>
        <tbody>
          {[...points].reverse().map(({ at, now, before }) => (
            <tr key={at}>
              <th scope="row">
                <time dateTime={at}>{byHour ? `${dayOf(at)}, ${timeOf(at)}` : dateOf(at, asOf)}</time>
              </th>
              {columns.flatMap((what) => [
                <td key={what} className="num">
                  {digits(now[what])}
                </td>,
                compares && (
                  <td key={`${what}-before`} className="num muted">
                    {digits(before?.[what] ?? 0)}
                  </td>
                ),
              ])}
              <td className="num">{digits(now.left)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
