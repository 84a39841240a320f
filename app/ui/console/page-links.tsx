import type { ReactNode } from "react";
import { useWords } from "#app/ui/locale.tsx";
import { Link } from "#app/ui/remix.ts";

type PageLinksProps = {
  label: string;
  /** Shown first, such as the number of rows. */
  note?: ReactNode;
  /** `to`: the address; null at that end of the list. */
  sides: readonly { label: string; to: string | null; rel?: "prev" | "next" }[];
};

/** Links the previous and next page. At an end of the list the label is no link. */
export function PageLinks({ label, note = <span />, sides }: PageLinksProps) {
  return (
    <nav className="spread pager border-t-1 border-rule pt-4 text-[0.9375rem]" aria-label={label}>
      {note}
      <div className="acts">
        {sides.map((side) =>
          side.to === null ? (
            <span key={side.label} className="btn off">
              {side.label}
            </span>
          ) : (
            <Link key={side.label} className="btn" rel={side.rel} to={side.to}>
              {side.label}
            </Link>
          ),
        )}
      </div>
    </nav>
  );
}

export type Side = "newer" | "older";

type PagerProps = {
  /** The row to continue from, if there are more on that side. */
  newer: string | null;
  older: string | null;
  rows: number;
  /** The address of the page on one side of a row. */
  addressOf: (side: Side, than: string) => string;
};

/** Links the previous and next page, with the row count. */
export function Pager({ newer, older, rows, addressOf }: PagerProps) {
  const { signatures: say } = useWords().organize;
  return (
    <PageLinks
      label={say.pages}
      note={<span className="muted">{say.rows(rows)}</span>}
      sides={[
        { label: say.newer, to: newer && addressOf("newer", newer) },
        { label: say.older, to: older && addressOf("older", older) },
      ]}
    />
  );
}
