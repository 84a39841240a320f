import { type ListedState, wholePledgeList } from "#app/domain/entries/pledges/list/pledge-list.ts";
import { useWords } from "#app/ui/locale.tsx";
import { Link } from "#app/ui/remix.ts";
import { useListAddress } from "./read-filter.ts";

type WaitingProps = { counts: Record<ListedState, number>; year: number; state: ListedState | null };

/** Shows large pledges first: they do not count until reviewed. */
export function Waiting({ counts, year, state }: WaitingProps) {
  const { waits } = useWords().pledgeList;
  const listAddress = useListAddress();
  if (counts.waiting === 0) return null;
  return (
    <section className="needs" aria-labelledby="needs">
      <div>
        <h2 id="needs">{waits.title(counts.waiting)}</h2>
        <p>{waits.text}</p>
      </div>
      {state !== "waiting" && (
        <Link className="btn" to={listAddress(year, { ...wholePledgeList, state: "waiting" })}>
          {waits.show}
        </Link>
      )}
    </section>
  );
}
