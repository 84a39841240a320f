import { formatNumber } from "#app/i18n/index.ts";
import { writeClock } from "#app/ui/console/moment.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import type { UpdatePage } from "./load.server.ts";
import { type Group, groups, totalsOf } from "./totals.ts";

type StateTableProps = { progress: NonNullable<UpdatePage["progress"]>; now: string };

/** Counts the audience by state, in three groups that add up to it. */
export function StateTable({ progress, now }: StateTableProps) {
  const { table: say } = useWords().updates;
  const locale = useLocale();
  const { counts, audienceSize } = progress;
  const totals = totalsOf(counts);
  const number = (n: number) => formatNumber(locale, n);
  const addsUp = totals.all === audienceSize;
  return (
    <section aria-labelledby="states">
      <h2 id="states">{say.heading}</h2>
      <table className="group-table">
        <thead>
          <tr>
            <th>{say.state}</th>
            <th className="num w-[5.5em]">{say.people}</th>
            <th className="num w-[5.5em]">{say.share}</th>
            <th className="wide">{say.meaning}</th>
          </tr>
        </thead>
        {(Object.keys(groups) as Group[]).map((group) => (
          <tbody key={group} className={`group-${group}`}>
            <tr className="sub">
              <th scope="rowgroup">{say.groups[group]}</th>
              <td className="num">{number(totals[group])}</td>
              <td className="num">{shareOf(totals[group], audienceSize)}</td>
              <td className="wide" />
            </tr>
            {groups[group].map((state) => (
              <tr key={state} data-state={state}>
                <th scope="row">{say.states[state]}</th>
                <td className={counts[state] === 0 ? "num muted" : "num"}>{number(counts[state])}</td>
                <td className="num muted">{shareOf(counts[state], audienceSize)}</td>
                <td className="wide muted">{say.meanings[state]}</td>
              </tr>
            ))}
          </tbody>
        ))}
        <tfoot>
          <tr>
            <th scope="row">{say.list}</th>
            <td className="num">{number(audienceSize)}</td>
            <td className="num">100%</td>
            <td className="wide">{addsUp ? say.addsUp(writeClock(now)) : say.addsNot}</td>
          </tr>
        </tfoot>
      </table>
      {!addsUp && (
        <p className="banner banner-error narrow">
          {say.list}: {say.addsNot}
        </p>
      )}
      {counts.unknown > 0 && (
        <div className="notice">
          <h3>{say.unknownHeading(counts.unknown)}</h3>
          <p>{say.unknownText}</p>
        </div>
      )}
    </section>
  );
}

function shareOf(part: number, all: number): string {
  if (all === 0) return "–";
  const percent = (part / all) * 100;
  return part > 0 && percent < 0.01 ? "<0.01%" : `${percent.toFixed(2)}%`;
}
