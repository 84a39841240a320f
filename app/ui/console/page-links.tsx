import type { ReactNode } from "react";
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
    <nav className="pager" aria-label={label}>
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
