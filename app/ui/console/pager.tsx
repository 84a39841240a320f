import { useWords } from "../locale.tsx";
import { Link } from "../remix.ts";

export type Side = "newer" | "older";

type PagerProps = {
  /** The row to page on from, where there is more on that side. */
  newer: string | null;
  older: string | null;
  rows: number;
  /** The address of the page on one side of a row. */
  addressOf: (side: Side, than: string) => string;
};

/** To the page before and after. An end of the list is said, and is no link. */
export function Pager({ newer, older, rows, addressOf }: PagerProps) {
  const { signatures: say } = useWords().organize;
  const sides = [
    { side: "newer" as const, than: newer, label: say.newer },
    { side: "older" as const, than: older, label: say.older },
  ];
  return (
    <nav className="pager" aria-label={say.pages}>
      <span className="muted">{say.rows(rows)}</span>
      <div className="acts">
        {sides.map(({ side, than, label }) =>
          than === null ? (
            <span key={side} className="btn off">
              {label}
            </span>
          ) : (
            <Link key={side} className="btn" to={addressOf(side, than)}>
              {label}
            </Link>
          ),
        )}
      </div>
    </nav>
  );
}
