import { type ListedState, wholePledgeList } from "#app/domain/entries/pledges/list/pledge-list.ts";
import type { FundLetters } from "#app/domain/entries/pledges/totals/fund-letters.ts";
import type { VotedRate } from "#app/domain/entries/pledges/totals/voted-rate.ts";
import { useWords } from "#app/ui/locale.tsx";
import { FundLettersTable } from "#app/ui/pledges/fund-letters.tsx";
import { VotedRateTable } from "#app/ui/pledges/voted-rate.tsx";
import { Link } from "#app/ui/remix.ts";
import { useListAddress } from "./read-filter.ts";

/** Shows the outcomes of fund holders' letters. */
export function FundsReported({ letters }: { letters: FundLetters }) {
  const { heading, live } = useWords().pledgeList.fundLetters;
  return (
    <section className="block gap-large scroll" aria-labelledby="fund-letters">
      <h2 id="fund-letters">{heading}</h2>
      <FundLettersTable answers={letters.answers} caption={live} />
    </section>
  );
}

/** Shows pledges that became votes, by holding. On phones the table scrolls sideways, by keyboard too. */
export function Voted({ rate }: { rate: VotedRate }) {
  const { heading } = useWords().totals.voted;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="block gap-large scroll" aria-labelledby="voted" tabIndex={0}>
      <h2 id="voted">{heading}</h2>
      <VotedRateTable rate={rate} />
    </section>
  );
}

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
