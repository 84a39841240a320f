import type { FundLetters } from "#app/domain/entries/pledges/totals/fund-letters.ts";
import type { VotedRate } from "#app/domain/entries/pledges/totals/voted-rate.ts";
import { useWords } from "#app/ui/locale.tsx";
import { FundLettersTable } from "#app/ui/pledges/fund-letters.tsx";
import { VotedRateTable } from "#app/ui/pledges/voted-rate.tsx";
import { Link } from "#app/ui/remix.ts";

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

/** Shows large pledges first: they do not count until reviewed. `to` lists them. */
export function Waiting({ waiting, to }: { waiting: number; to: string | null }) {
  const { waits } = useWords().pledgeList;
  return (
    <section className="needs" aria-labelledby="needs">
      <div>
        <h2 id="needs">{waits.title(waiting)}</h2>
        <p>{waits.text}</p>
      </div>
      {to && (
        <Link className="btn" to={to}>
          {waits.show}
        </Link>
      )}
    </section>
  );
}
