import type { CountForecast as Forecast } from "#app/domain/campaign/petition/petition-meaning.ts";
import { formatNumber } from "#app/i18n/index.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";

/** Compares the public count now with the count under another text. */
export function CountForecast({ forecast: { before, after, apart } }: { forecast: Forecast }) {
  const { forecast: say } = useWords().editing.petition;
  const locale = useLocale();
  const row = (label: string, n: number) => (
    <tr>
      <th scope="row">{label}</th>
      <td className="num">{formatNumber(locale, n)}</td>
    </tr>
  );
  return (
    <>
      <table className="max-w-120">
        <caption>{say.caption}</caption>
        <tbody>
          {row(say.before, before)}
          {row(say.after, after)}
          {row(say.apart, apart)}
        </tbody>
      </table>
      {after < before && <p className="problem">{say.falls(before, after)}</p>}
    </>
  );
}
