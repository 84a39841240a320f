import type { VotedRate } from "#app/domain/pledges/voted-rate.ts";
import { useWords } from "#app/ui/locale.tsx";
import { VotedRateTable } from "#app/ui/pledges/voted-rate.tsx";

/** From pledge to vote, by way of holding. On phones the table is moved sideways, by keyboard too. */
export function Voted({ rate }: { rate: VotedRate }) {
  const { heading } = useWords().totals.voted;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="voted" aria-labelledby="voted" tabIndex={0}>
      <h2 id="voted">{heading}</h2>
      <VotedRateTable rate={rate} />
    </section>
  );
}
