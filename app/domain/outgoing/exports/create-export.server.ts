import { asc, eq, sql } from "drizzle-orm";
import { frozenCampaigns } from "#app/domain/access/freeze.server.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Db, DbOrTx } from "#db/index.ts";
import { campaignCompanies, targets } from "#db/schema/index.ts";
import type { ListOf } from "./presets.ts";
import { mayTake } from "./rights.server.ts";

type NewExport = {
  campaignId: number;
  organizerId: string;
  /** True: a job makes it, and it stays for a while. */
  kept?: boolean;
  /** About how many rows there will be, to show progress. */
  rowsExpected?: number | null;
} & ListOf;

/**
 * Notes that an organizer wants a file, and returns its id; null for someone who may not take such a list of
 * this campaign or names a company of another, or where exports are frozen. The file is made while it is
 * fetched, once, or by a job.
 */
export async function createExport(db: DbOrTx, input: NewExport, now = new Date()): Promise<string | null> {
  const list = await listByCompany(db, input.campaignId, {
    preset: input.preset,
    filter: input.filter,
  } as ListOf);
  if (!list) return null;
  const [row] = await db.execute<{ id: string }>(sql`
    insert into exports (campaign_id, organizer_id, preset, filter, created_at, kept, rows_expected)
    select campaign_id, organizer_id, ${input.preset}, ${JSON.stringify(list.filter)}::jsonb,
      ${now.toISOString()}::timestamptz, ${input.kept ?? false}, ${input.rowsExpected ?? null}::bigint
    from campaign_organizers
    where campaign_id = ${input.campaignId} and organizer_id = ${input.organizerId}
      and campaign_id not in ${frozenCampaigns}
      and ${mayTake(sql`${input.preset}::text`)}
    returning id`);
  return row?.id ?? null;
}

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

/** Lists the companies of a campaign that its files can be narrowed down to, in their order. */
export const listCompaniesToExport = (db: DbOrTx, campaignId: number) =>
  db
    .select({ id: targets.id, slug: targets.slug, name: targets.name })
    .from(campaignCompanies)
    .innerJoin(targets, eq(targets.id, campaignCompanies.companyId))
    .where(eq(campaignCompanies.campaignId, campaignId))
    .orderBy(asc(campaignCompanies.place));

/**
 * Adapts a list to its campaign: with several companies, it gets a column for them, and the delivery list one
 * company, by default the first. Null if it names a company that is not the campaign's.
 */
export async function listByCompany<L extends ListOf>(
  db: DbOrTx,
  campaignId: number,
  list: L,
): Promise<L | null> {
  const companies = await listCompaniesToExport(db, campaignId);
  const { company, byCompany: _before, ...filter } = list.filter;
  if (company !== undefined && !companies.some(({ slug }) => slug === company)) return null;
  if (companies.length <= 1) return { ...list, filter };
  const only = company ?? (list.preset === "delivery" ? companies[0]?.slug : undefined);
  return { ...list, filter: { ...filter, byCompany: true, ...(only && { company: only }) } };
}
