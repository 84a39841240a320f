import { formatNumber } from "#app/i18n/index.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";

/** Counts a campaign's rows about people by sort, with what becomes of them. */
export function DueTable({ due }: { due: Record<string, number> }) {
  const { what: sorts, dryRun: say } = useWords().closing;
  const locale = useLocale();
  return (
    <table>
      <caption className="vh">{say.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{say.columns.what}</th>
          <th scope="col" className="num">
            {say.columns.now}
          </th>
          <th scope="col">{say.columns.after}</th>
        </tr>
      </thead>
      <tbody>
        {Object.keys(sorts)
          .filter((sort) => due[sort] !== undefined)
          .map((sort) => (
            <tr key={sort}>
              <th scope="row">{sorts[sort]}</th>
              <td className="num">{formatNumber(locale, due[sort] ?? 0)}</td>
              <td>{sort === "counted" ? say.after.counted : say.after.gone}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
