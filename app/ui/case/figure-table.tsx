import type { PictureOf } from "#app/domain/campaign/claims/picture-schema.ts";
import { formatNumber } from "#app/i18n/index.ts";
import { formatMonth } from "#app/i18n/known-date.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";

/** Shows a chart's values as a table, behind a tap. */
export function FigureTable({ figure: { unit, points } }: { figure: PictureOf<"growth"> }) {
  const words = useWords().case.figure;
  const locale = useLocale();
  return (
    <details className="figure-table">
      <summary>{words.table}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.month}</th>
            <th scope="col" className="number">
              {words.units[unit]}
            </th>
          </tr>
        </thead>
        <tbody>
          {points.map(({ on, qualifier, value }) => (
            <tr key={on}>
              <th scope="row">{formatMonth(locale, on)}</th>
              <td className="number">{words.qualifiers[qualifier] + formatNumber(locale, value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
