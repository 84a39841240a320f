import type { Writable } from "node:stream";
import type { Db } from "#db/index.ts";
import { type Exported, exportAsOperator } from "./export-as-operator.server.ts";
import { openCopy } from "./open-copy.server.ts";
import { type ExportFilter, type SignaturePreset, wholeList } from "./presets.ts";
import { signaturesQuery } from "./signatures-query.server.ts";

type OperatorExport = { campaignSlug: string; preset: SignaturePreset; filter?: Partial<ExportFilter> };

/** The operator's export of signatures: the bytes of an organizer's, with a record of its own. */
export async function exportSignatures(
  db: Db,
  { campaignSlug, preset, filter: given }: OperatorExport,
  output: Writable,
  now = new Date(),
): Promise<Exported> {
  const filter: ExportFilter = { ...wholeList, ...given };
  if (preset === "delivery") filter.state = "confirmed";
  const list = { preset, filter };
  const open = ({ campaignId }: { campaignId: number }) =>
    openCopy(db, signaturesQuery(campaignId, preset, filter));
  return exportAsOperator(db, { campaignSlug, list, open }, output, now);
}
