import { type ListedState, listedStates } from "#app/domain/entries/pledges/list/pledge-list.ts";
import { formatNumber } from "#app/i18n/index.ts";
import { StateTabs as TabsOfStates } from "#app/ui/console/state-tabs.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { type ReadFilter, useListAddress } from "./read-filter.ts";

type StateTabsProps = {
  counts: Record<ListedState, number>;
  read: ReadFilter;
  year: number;
  searching: boolean;
};

const always: readonly ListedState[] = ["active", "email_pending", "withdrawn"];

/** Links the list's states, with the pledges in each. Rare ones show where there are some. */
export function StateTabs({ counts, read: { filter }, year, searching }: StateTabsProps) {
  const { pledgeList: say } = useWords();
  const locale = useLocale();
  const listAddress = useListAddress();
  const listed = listedStates.filter(
    (state) => always.includes(state) || counts[state] > 0 || state === filter.state,
  );
  const all = listedStates.reduce((sum, state) => sum + counts[state], 0);
  return (
    <TabsOfStates
      label={say.tabs}
      tabs={[null, ...listed].map((state) => ({
        label: say.states[state ?? "all"],
        count: formatNumber(locale, state ? counts[state] : all),
        to: listAddress(year, { ...filter, state }),
        isCurrent: !searching && state === filter.state,
      }))}
    />
  );
}
