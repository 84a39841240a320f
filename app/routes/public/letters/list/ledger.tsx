import type { LetterCounts } from "#app/domain/entries/letters/list/list-letters.server.ts";
import { countedStates } from "#app/domain/entries/letters/published/public-letter.ts";
import { formatDate, formatNumber } from "#app/i18n/index.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";

type LedgerProps = { counts: LetterCounts; sum: number; today: string };

/** In the order of a letter's life. Empty states are left out, except the usual ones. */
const order = [...countedStates, "erased"] as const;
const always: readonly string[] = ["confirmed", "sent", "accepted"];

/** Counts letters by state, and says what each state means. The states add up to the sum. */
export function Ledger({ counts, sum, today }: LedgerProps) {
  const { ledger: say } = useWords().lettersPublic;
  const locale = useLocale();
  const listed = order.filter((state) => counts[state] > 0 || always.includes(state));
  return (
    <section>
      <h2>{say.heading}</h2>
      <table className="letter-states">
        <caption>{say.caption(formatDate(locale, today))}</caption>
        <thead>
          <tr>
            <th scope="col">{say.columns.state}</th>
            <th scope="col" className="number">
              {say.columns.letters}
            </th>
          </tr>
        </thead>
        <tbody>
          {listed.map((state) => (
            <tr key={state}>
              <th scope="row">
                <b>{say.states[state].label}</b>
                <span>{say.states[state].means}</span>
              </th>
              <td className="number">{formatNumber(locale, counts[state])}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{say.sum}</th>
            <td className="number">{formatNumber(locale, sum)}</td>
          </tr>
        </tfoot>
      </table>
      <Apart counts={counts} />
    </section>
  );
}

/** What the sum excludes, and what nobody has checked. */
function Apart({ counts }: { counts: LetterCounts }) {
  const { ledger: say } = useWords().lettersPublic;
  const { withdrawn, withdrawnAfter, refused, selfSent } = counts;
  const before = withdrawn - withdrawnAfter;
  const left = [
    before > 0 && say.withdrawn(before),
    withdrawnAfter > 0 && say.withdrawnAfter(withdrawnAfter),
    refused > 0 && say.refused(refused),
  ].filter(Boolean);
  return (
    <div className="small muted apart">
      {left.length > 0 && (
        <p>
          {say.apart} {left.join(" ")}
        </p>
      )}
      {selfSent > 0 && <p>{say.selfSent(selfSent)}</p>}
    </div>
  );
}
