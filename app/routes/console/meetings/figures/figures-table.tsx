import type { FiguresOnPage } from "#app/domain/campaign/meetings/figures/page-figures.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { formatVotes } from "#app/ui/meetings/format-votes.ts";
import { TrustLabel } from "#app/ui/meetings/labels.tsx";

/** Lists every figure ever entered, newest day first. */
export function FiguresTable({ figures }: { figures: readonly FiguresOnPage[] }) {
  const { figures: say, meeting } = useWords().meetings;
  const locale = useLocale();
  const { columns } = say;
  const orNone = (figure: string | null) => figure ?? meeting.noResult;
  return (
    <section className="block" aria-labelledby="all">
      <h2 id="all">{say.all}</h2>
      <table className="stacked figure-list">
        <thead>
          <tr>
            <th>{columns.asOf}</th>
            <th className="num">{columns.shares}</th>
            <th className="num">{columns.price}</th>
            <th className="num wide">{columns.high}</th>
            <th className="wide trust">{columns.trust}</th>
          </tr>
        </thead>
        <tbody>
          {figures.map(({ id, source, sharesOutstanding, price, priceHigh60d }) => (
            <tr key={id}>
              <th scope="row" className="time">
                {source.asOf ?? meeting.noResult}
                <span className="narrow">
                  <TrustLabel trust={source.checkedOn === null ? "unverified" : "verified"} />
                </span>
              </th>
              <td className="num" data-label={columns.shares}>
                {orNone(formatVotes(locale, sharesOutstanding))}
              </td>
              <td className="num" data-label={columns.price}>
                {orNone(price && say.dollars(price))}
              </td>
              <td className="num wide">{orNone(priceHigh60d && say.dollars(priceHigh60d))}</td>
              <td className="wide trust">
                <TrustLabel trust={source.checkedOn === null ? "unverified" : "verified"} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
