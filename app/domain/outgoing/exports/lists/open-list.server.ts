import { screenNewNames } from "#app/domain/names/screen-new-names.server.ts";
import { openCopy } from "#app/domain/outgoing/exports/formats/open-copy.server.ts";
import type { OpenedList } from "#app/domain/outgoing/exports/formats/stream-export.server.ts";
import { asXlsx } from "#app/domain/outgoing/exports/formats/xlsx.server.ts";
import { type ExportFormat, isPledgeList, type ListOf } from "#app/domain/outgoing/exports/presets.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { openPledges } from "./open-pledges.server.ts";
import { signaturesQuery } from "./signatures-query.server.ts";

/** Opens a list in the format asked for. */
export async function openList(
  db: Db,
  keys: Keys,
  { campaignId, list }: { campaignId: number; list: ListOf },
): Promise<OpenedList> {
  // As for a pack: a signature of a second ago is screened before anything goes to the company.
  if (list.preset === "delivery") await screenNewNames(db);
  return inFormat(await openRows(db, keys, campaignId, list), list.filter.format);
}

/** Converts rows of CSV to this format. */
export function inFormat(rows: OpenedList, format: ExportFormat): OpenedList {
  return format === "xlsx" ? asXlsx(rows) : rows;
}

/** Rows are copied by the database itself or, if holdings are decrypted, read page by page. */
const openRows = async (db: Db, keys: Keys, campaignId: number, list: ListOf): Promise<OpenedList> =>
  isPledgeList(list)
    ? openPledges(db, keys, campaignId, list)
    : openCopy(db, signaturesQuery(campaignId, list.preset, list.filter));
