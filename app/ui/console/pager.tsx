import { useWords } from "#app/ui/locale.tsx";
import { PageLinks } from "./page-links.tsx";

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
