import type { ReactNode, SVGAttributes } from "react";
import { useWords } from "#app/ui/locale.tsx";

type DrawingProps = { id: string; title: string; desc: string } & Omit<SVGAttributes<SVGSVGElement>, "id">;

/** Shows an inline drawing with its name and description. */
export function Drawing({ id, title, desc, children, ...svg }: DrawingProps) {
  return (
    <svg {...svg} role="img" aria-labelledby={`${id}-t ${id}-d`}>
      <title id={`${id}-t`}>{title}</title>
      <desc id={`${id}-d`}>{desc}</desc>
      {children}
    </svg>
  );
}

type DataTableProps = { of: string; head: readonly string[]; rows: readonly (readonly ReactNode[])[] };

/** Shows the same as a table, folded. */
export function DataTable({ of, head, rows }: DataTableProps) {
  const { table } = useWords().case.pictures;
  return (
    <details className="data">
      <summary>
        {table}
        <span className="vh">: {of}</span>
      </summary>
      <table>
        <thead>
          <tr>
            {head.map((one) => (
              <th scope="col" key={one}>
                {one}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, ...others]) => (
            <tr key={[first, ...others].join()}>
              <th scope="row">{first}</th>
              {others.map((one, n) => (
                <td key={head[n + 1]}>{one}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

export type BarRow = {
  key: string;
  lead: string;
  label?: ReactNode;
  value: string;
  /** Of the whole width; null: an empty bar. */
  percent: number | null;
  look: "done" | "was";
};

/**
 * Draws bars from zero under their labels, which are text and wrap. `half`: what the line in the middle
 * means.
 */
export function BarRows({ rows, half }: { rows: readonly BarRow[]; half?: string }) {
  return (
    <ul className={half ? "bars halved" : "bars"}>
      {half && (
        <li className="half" aria-hidden="true">
          {half}
        </li>
      )}
      {rows.map(({ key, lead, label, value, percent, look }) => (
        <li key={key}>
          <p>
            <b>{lead}</b> {label} <b className="value">{value}</b>
          </p>
          <svg width="100%" height="20" aria-hidden="true">
            {percent === null ? (
              <rect className="empty" x=".75" y=".75" width="99.5%" height="18.5" />
            ) : (
              <rect className={look} width={`${percent}%`} height="20" />
            )}
          </svg>
        </li>
      ))}
    </ul>
  );
}
