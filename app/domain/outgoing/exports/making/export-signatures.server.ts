import type { Writable } from "node:stream";
import {
  allowedFilter,
  type ExportFilter,
  type SignaturePreset,
  usualFilter,
} from "#app/domain/outgoing/exports/presets.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { type Exported, exportAsOperator } from "./export-as-operator.server.ts";

type OperatorExport = { campaignSlug: string; preset: SignaturePreset; filter?: Partial<ExportFilter> };

/** Exports signatures for the operator: the bytes of an organizer's, with its own record. */
export async function exportSignatures(
  db: Db,
  keys: Keys,
  { campaignSlug, preset, filter }: OperatorExport,
  output: Writable,
  now = new Date(),
): Promise<Exported> {
  const list = { preset, filter: allowedFilter(preset, { ...usualFilter(preset), ...filter }) };
  return exportAsOperator(db, keys, { campaignSlug, list }, output, now);
}
