import { type SQL, sql } from "drizzle-orm";
import type { DbOrTx } from "#db/index.ts";
import { waitsSealed } from "./waits-sealed.ts";

/** Counts signatures of each petition text, including erased people (db/functions/petition-counts.sql). */
export async function countByVersion(db: DbOrTx, campaignId: number): Promise<Map<number, number>> {
  const rows = await db.execute<{ version: number; signatures: number }>(sql`
    select version, sum(confirmed + erased)::int as signatures from petition_counts
    where campaign_id = ${campaignId} group by version having sum(confirmed + erased) <> 0 order by version`);
  return new Map([...rows].map(({ version, signatures }) => [version, signatures]));
}

/** True where somebody signed: confirmed, unconfirmed, or in a form that still waits sealed. */
export async function hasSigners(db: DbOrTx, campaignId: number): Promise<boolean> {
  const [row] = await db.execute<{ signed: boolean }>(sql`
    select exists (select from signatures where campaign_id = ${campaignId})
      or exists (select from erased_signatures where campaign_id = ${campaignId})
      or ${waitsSealed("signature", campaignId)} as signed`);
  return row?.signed ?? false;
}

/** Counts signers of a text with another meaning than the one in force. `campaign`: an id in SQL. */
export const countedApart = (campaign: SQL | number): SQL => sql`(
  select coalesce(sum(p.confirmed + p.erased), 0)::int from campaigns k
  join petition_versions f on f.campaign_id = k.id and f.version = k.petition_version
  join petition_counts p on p.campaign_id = k.id
  join petition_versions v on v.campaign_id = k.id and v.version = p.version
  where k.id = ${campaign} and ${meaningIn("v")} <> ${meaningIn("f")})`;

/** Counts who signed today's text, as every page says it. */
export const countedSignatures = (campaign: SQL | number): SQL => sql`(
  select coalesce(sum(t.confirmed + t.erased), 0)::int from campaign_counts t
  where t.campaign_id = ${campaign})
  - ${countedApart(campaign)}`;

/** Selects the `meaningOf` of a row of `petition_versions`. */
export const meaningIn = (alias: "v" | "f"): SQL =>
  sql.raw(`coalesce(${alias}.same_meaning_as, ${alias}.version)`);
