import type { LetterState } from "#app/domain/entries/letters/letter.ts";
import type { LetterFilter } from "#app/domain/entries/letters/list/letter-list.ts";
import { formatNumber } from "#app/i18n/index.ts";
import { letterClasses } from "#app/ui/console/entry-state.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Link } from "#app/ui/remix.ts";
import { listAddress } from "./read-filter.ts";

/** The states of a letter, from waiting for its confirmation to its outcome. */
const way = [
  "email_pending",
  "confirmed",
  "queued",
  "filed",
  "sent",
  "accepted",
  "bounced",
  "unknown",
] as const satisfies LetterState[];

type FlowProps = {
  counts: Record<LetterState | "erased" | "selfSent", number>;
  filter: LetterFilter;
  searching: boolean;
};

/** Counts letters by state. Each count links its letters. */
export function Flow({ counts, filter, searching }: FlowProps) {
  const { states, stateMeans, list: say } = useWords().letterConsole;
  const locale = useLocale();
  const current = (state: LetterState) => (!searching && filter.state === state ? "page" : undefined);
  const addressOf = (state: LetterState) => listAddress({ ...filter, state });
  return (
    <nav aria-label={say.flow}>
      <ol className="flow">
        {way.map((state) => (
          <li key={state}>
            <Link to={addressOf(state)} aria-current={current(state)}>
              <span className={counts[state] > 0 ? letterClasses[state] : "kind"}>{states[state]}</span>
              <b>{formatNumber(locale, counts[state])}</b>
              <small>{stateMeans[state]}</small>
            </Link>
          </li>
        ))}
      </ol>
      <p className="flow-notes">
        {(["withdrawn", "refused"] as const).map((state) => (
          <Link key={state} to={addressOf(state)} aria-current={current(state)}>
            {say.apart[state](counts[state])}
          </Link>
        ))}
        {(["selfSent", "erased"] as const).map((name) => (
          <span key={name}>{say.apart[name](counts[name])}</span>
        ))}
      </p>
    </nav>
  );
}
