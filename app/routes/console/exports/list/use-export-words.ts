import type {
  ColumnOf,
  ExportPreset,
  PledgePreset,
  SignaturePreset,
} from "#app/domain/outgoing/exports/presets.ts";
import { useWords } from "#app/ui/locale.tsx";

type HoldsOf<Preset extends ExportPreset> = Record<ColumnOf<Preset>, string>;

/** Returns both lists' words; those that differ for pledges are under `ofPledges`. */
export function useExportWords() {
  const { organize, pledgeList, exchange, errors: general } = useWords();
  const { exports: common } = organize;
  const { exports: ofPledges } = pledgeList;
  const { exports: more } = exchange;
  const ofCompany: Record<string, string> = { company: general.form["company-unknown"] ?? "" };
  return {
    ...common,
    ...more,
    ofPledges: ofPledges satisfies { holdsOf: HoldsOf<PledgePreset> },
    presets: { ...common.presets, ...more.presets, ...ofPledges.presets },
    columnsOf: { ...common.columnsOf, ...more.columnsOf, ...ofPledges.columnsOf },
    holdsOf: { ...common.holdsOf, ...more.holdsOf } satisfies HoldsOf<SignaturePreset>,
    stateOf: { ...common.stateOf, ...more.stateOf },
    /** For signatures and pledges, by filter name. */
    states: { ...pledgeList.states, ...common.states },
    errors: { ...ofCompany, ...common.errors, ...more.errors, ...ofPledges.errors },
  };
}
