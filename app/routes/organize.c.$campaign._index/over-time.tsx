import { ButtonLink } from "#app/ui/button.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { dayOf, momentOf, timeOf } from "./local-time.ts";
import { Part, Scroll } from "./part.tsx";
import { Plot, type PlotLine } from "./plot.tsx";
import type { Shown } from "./shown.ts";

/** Signatures, pledges, letters and mails of updates over time, and the figures behind the lines. */
export function OverTime({ slug, board }: { slug: string; board: Shown }) {
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
      ...{ label: say[what], values },
      last: `${digits(values.at(-1) ?? 0)} ${say.underWay}`,
      before: totalBefore && points.map(({ before }) => before?.[what] ?? 0),
    };
  };
  const shown = (["joined", "pledges", "letters", "mails"] as const).filter(
    (what) => what !== "mails" || total.mails + (totalBefore?.mails ?? 0) > 0,
  );
  const most = digits(Math.max(...points.map(({ now }) => now.joined)));
  const plot = {
    starts: points.map(({ at }) => at),
    byHour: step === "hour",
    lines: shown.map(line),
    marks: marks.map(({ number, at }) => ({ at, label: say.update(number) })),
    beforeLabel: say.before(days),
    description: say.figure(shown.map((what) => say[what]).join(", "), most),
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
        <Scroll of="over-time">
          <table>
            <thead>
              <tr>
                <th scope="col">{say.columns.at}</th>
                <th scope="col" className="num">
                  {say.columns.joined}
                </th>
                {totalBefore && (
                  <th scope="col" className="num">
                    {say.columns.before}
                  </th>
                )}
                <th scope="col" className="num">
                  {say.columns.left}
                </th>
                <th scope="col" className="num">
                  {say.columns.pledges}
                </th>
                <th scope="col" className="num">
                  {say.columns.letters}
                </th>
                <th scope="col" className="num">
                  {say.columns.mails}
                </th>
              </tr>
            </thead>
            <tbody>
              {[...points].reverse().map(({ at, now, before }) => (
                <tr key={at}>
                  <th scope="row">
                    <time dateTime={at}>
                      {step === "hour" ? `${dayOf(at)}, ${timeOf(at)}` : momentOf(at).slice(0, -7)}
                    </time>
                  </th>
                  <td className="num">{digits(now.joined)}</td>
                  {totalBefore && <td className="num muted">{digits(before?.joined ?? 0)}</td>}
                  <td className="num">{digits(now.left)}</td>
                  <td className="num">{digits(now.pledges)}</td>
                  <td className="num">{digits(now.letters)}</td>
                  <td className="num">{digits(now.mails)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
        <p className="small muted">{say.note}</p>
      </details>
    </Part>
  );
}
