import { Link } from "@remix-run/react";
import { useWords } from "#app/ui/locale.tsx";
import { listAddress, type ReadFilter } from "./read-filter.ts";

type PagerProps = { filter: ReadFilter; newer: string | null; older: string | null; rows: number };

/** To the page before and after. An end of the list is said, and is no link. */
export function Pager({ filter, newer, older, rows }: PagerProps) {
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
            <Link key={side} className="btn" to={listAddress({ ...filter, cursor: { side, than } })}>
              {label}
            </Link>
          ),
        )}
      </div>
    </nav>
  );
}
