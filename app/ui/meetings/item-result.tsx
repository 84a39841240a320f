import type { BallotItemOnPage } from "#app/domain/campaign/meetings/page-facts.ts";
import { useWords } from "#app/ui/locale.tsx";

/** Shows the share of votes for, or that it is only reported, hidden or missing. */
export function ItemResult({ result }: Pick<BallotItemOnPage, "result">) {
  const { meeting: say } = useWords().meetings;
  if (result.kind === "exact") return <b>{say.exact(result.percent)}</b>;
  if (result.kind === "reported") return <span>{say.reported(result.text)}</span>;
  if (result.kind === "hidden") return <span className="muted">{say.hidden}</span>;
  return (
    <span className="muted">
      <span aria-hidden="true">{say.noResult}</span>
      <span className="vh">{say.noResultLong}</span>
    </span>
  );
}
