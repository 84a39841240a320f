import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Db } from "#db/index.ts";
import { createExport } from "./create-export.server.ts";
import type { ListOf } from "./presets.ts";

type Asked = {
  campaignId: number;
  /** The organizer who made the token. */
  organizerId: string;
  token: string;
  list: ListOf;
};

/** Requests a file for a token's maker, which a job makes and keeps for a day. Null as `createExport`. */
export async function askByToken(
  db: Db,
  { campaignId, organizerId, token, list }: Asked,
  now = new Date(),
): Promise<string | null> {
  return db.transaction(async (tx) => {
    const id = await createExport(tx, { campaignId, organizerId, ...list, kept: true }, now);
    if (id === null) return null;
    const actor = `organizer:${organizerId}` as const;
    const entry = { actor, action: "export-asked-by-token", campaignId, subject: id } as const;
    await recordAudit(tx, { ...entry, detail: { token, preset: list.preset } }, now);
    return id;
  });
}
