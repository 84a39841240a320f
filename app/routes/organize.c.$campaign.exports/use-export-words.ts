import { useWords } from "#app/ui/locale.tsx";

/** The words of both lists: what pledges say in another way stands under `ofPledges`. */
export function useExportWords() {
  const { organize, pledgeList } = useWords();
  const { exports: common } = organize;
  const { exports: ofPledges } = pledgeList;
  return {
    ...common,
    ofPledges,
    presets: { ...common.presets, ...ofPledges.presets },
    columnsOf: { ...common.columnsOf, ...ofPledges.columnsOf },
    /** Of signatures and of pledges alike, by the name that a filter has. */
    states: { ...pledgeList.states, ...common.states },
    errors: { ...common.errors, ...ofPledges.errors },
  };
}
