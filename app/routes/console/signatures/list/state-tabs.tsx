import { type SignatureState, signatureStates } from "#app/domain/entries/signatures/signature.ts";
import { formatNumber } from "#app/i18n/index.ts";
import { StateTabs as TabsOfStates } from "#app/ui/console/state-tabs.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { listAddress, type ReadFilter } from "./read-filter.ts";

type StateTabsProps = { counts: Record<SignatureState, number>; filter: ReadFilter; searching: boolean };

/** Links the list's states, with the count of each. */
export function StateTabs({ counts, filter, searching }: StateTabsProps) {
  const { signatures: say } = useWords().organize;
  const locale = useLocale();
  const all = signatureStates.reduce((sum, state) => sum + counts[state], 0);
  const states = [null, ...signatureStates];
  return (
    <TabsOfStates
      label={say.tabs}
      tabs={states.map((state) => ({
        label: say.states[state ?? "all"],
        count: formatNumber(locale, state ? counts[state] : all),
        to: listAddress({ ...filter, state, cursor: null }),
        isCurrent: !searching && state === filter.state,
      }))}
    />
  );
}
