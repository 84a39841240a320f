import { type ListedState, listedStates } from "#app/domain/entries/pledges/list/pledge-list.ts";
import { formatNumber } from "#app/i18n/index.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Link } from "#app/ui/remix.ts";
import { listAddress, type ReadFilter } from "./read-filter.ts";

type StateTabsProps = {
  counts: Record<ListedState, number>;
  read: ReadFilter;
  year: number;
  searching: boolean;
};

const always: readonly ListedState[] = ["active", "email_pending", "withdrawn"];

/** The list by state, with how many there are in each. What is rare is shown where there is some. */
export function StateTabs({ counts, read: { filter }, year, searching }: StateTabsProps) {
  const { pledgeList: say } = useWords();
  const locale = useLocale();
  const shown = listedStates.filter(
    (state) => always.includes(state) || counts[state] > 0 || state === filter.state,
  );
  const all = listedStates.reduce((sum, state) => sum + counts[state], 0);
  const tabs = [
    { state: null, label: say.states.all, count: all },
    ...shown.map((state) => ({ state, label: say.states[state], count: counts[state] })),
  ];
  return (
    <nav aria-label={say.tabs} className="tabs">
      {tabs.map(({ state, label, count }) => (
        <Link
          key={label}
          to={listAddress(year, { ...filter, state })}
          aria-current={!searching && state === filter.state ? "page" : undefined}
        >
          {label} <span className="num">{formatNumber(locale, count)}</span>
        </Link>
      ))}
    </nav>
  );
}
