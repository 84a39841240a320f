import { type SignatureState, signatureStates } from "#app/domain/entries/signatures/signature.ts";
import { formatNumber } from "#app/i18n/index.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Link } from "#app/ui/remix.ts";
import { listAddress, type ReadFilter } from "./read-filter.ts";

type StateTabsProps = { counts: Record<SignatureState, number>; filter: ReadFilter; searching: boolean };

/** The list by state, with how many there are in each. */
export function StateTabs({ counts, filter, searching }: StateTabsProps) {
  const { signatures: say } = useWords().organize;
  const locale = useLocale();
  const all = signatureStates.reduce((sum, state) => sum + counts[state], 0);
  const tabs = [
    { state: null, label: say.states.all, count: all },
    ...signatureStates.map((state) => ({ state, label: say.states[state], count: counts[state] })),
  ];
  return (
    <nav aria-label={say.tabs} className="tabs">
      {tabs.map(({ state, label, count }) => (
        <Link
          key={label}
          to={listAddress({ ...filter, state, cursor: null })}
          aria-current={!searching && state === filter.state ? "page" : undefined}
        >
          {label} <span className="num">{formatNumber(locale, count)}</span>
        </Link>
      ))}
    </nav>
  );
}
