import { useWords } from "#app/ui/locale.tsx";
import { PageLinks } from "./page-links.tsx";

export type Side = "newer" | "older";

type PagerProps = {
  /** The row to page on from, where there is more on that side. */
  newer: string | null;
  older: string | null;
  rows: number;
  /** The address of the page on one side of a row. */
  addressOf: (side: Side, than: string) => string;
};

/** Links the page before and after, with the row count. */
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
