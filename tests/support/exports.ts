import { buffer } from "node:stream/consumers";
import { parse } from "csv-parse/sync";
import { createExport } from "#app/domain/outgoing/exports/create-export.server.ts";
import { type Fetched, fetchExport } from "#app/domain/outgoing/exports/making/fetch-export.server.ts";
import {
  type ExportFilter,
  type SignaturePreset,
  usualFilter,
} from "#app/domain/outgoing/exports/presets.ts";
import type { Db } from "#db/index.ts";
import { existing, testKeys } from "./builders.ts";
import { anOrganizer } from "./organizers.ts";

function streaming(fetched: Fetched) {
  if (fetched.outcome !== "streaming") throw new Error(fetched.outcome);
  return fetched;
}

type Asked = { preset?: SignaturePreset; filter?: Partial<ExportFilter>; kept?: boolean };

/** Asks for lists of a database at one moment, kept where asked. */
export function keptExportsOf(db: Db, now: Date) {
  async function asked(campaign: { id: number }, { preset = "full", filter = {}, kept = false }: Asked = {}) {
    const organizer = await anOrganizer(db, { campaign });
    const scope = { campaignId: campaign.id, organizerId: organizer.id };
    const list = { preset, filter: { ...usualFilter(preset), ...filter } };
    return { ...scope, id: existing(await createExport(db, { ...scope, ...list, kept }, now)) };
  }

  const exported = async (campaign: { id: number }, what: Asked) =>
    buffer(streaming(await fetchExport(db, testKeys, await asked(campaign, what), now)).file);

  return { asked, exported };
}

/** Exports lists of a database at one moment. */
export function exportsOf(db: Db) {
  const now = new Date("2026-11-24T12:00:00Z");

  async function exported(
    campaign: { id: number },
    filter: Partial<ExportFilter> = {},
    preset: "full" | "delivery" = "full",
  ) {
    const organizer = await anOrganizer(db, { campaign });
    const input = { campaignId: campaign.id, organizerId: organizer.id };
    const id = existing(
      await createExport(db, { ...input, preset, filter: { ...usualFilter(preset), ...filter } }, now),
    );
    const bytes = await buffer(streaming(await fetchExport(db, testKeys, { ...input, id }, now)).file);
    return { id, bytes, organizer };
  }

  const cellsOf = (bytes: Buffer) =>
    parse(bytes, { columns: true, bom: true, record_delimiter: "\r\n" }) as Record<string, string>[];

  return { now, streaming, exported, cellsOf };
}
