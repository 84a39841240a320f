import type { Writable } from "node:stream";
import {
  type PledgeExportFilter,
  type PledgePreset,
  wholePledges,
} from "#app/domain/outgoing/exports/presets.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { type Exported, exportAsOperator } from "./export-as-operator.server.ts";

type OperatorExport = { campaignSlug: string; preset: PledgePreset; filter?: Partial<PledgeExportFilter> };

/** Exports pledges for the operator: the bytes of an organizer's, with its own record. */
export async function exportPledges(
  db: Db,
  keys: Keys,
  { campaignSlug, preset, filter: given }: OperatorExport,
  output: Writable,
  now = new Date(),
): Promise<Exported> {
  const filter: PledgeExportFilter = { ...wholePledges, ...given };
  if (preset === "pledges-co-filers") filter.state = "active";
  return exportAsOperator(db, keys, { campaignSlug, list: { preset, filter } }, output, now);
}
