import { type SQL, sql } from "drizzle-orm";
import { hasRight } from "#app/domain/access/has-right.server.ts";
import { isMailbox } from "#app/domain/supporters/is-mailbox.ts";
import type { DbOrTx } from "#db/index.ts";

type By = { campaignId: number; organizerId: string };

/** What makes person `p` part of a campaign. */
const belongings = ["signatures", "pledges", "letters", "consents"] as const;
export type Belonging = (typeof belongings)[number];

/** The campaigns with data about person `p`. */
const campaignsOf = sql.join(
  belongings.map(
    (table) => sql`select t.campaign_id from ${sql.identifier(table)} t where t.supporter_id = p.id`,
  ),
  sql` union `,
);

const manages = ({ organizerId }: By, campaign: SQL) => sql`exists (
  select from campaign_organizers m join organizers o on o.id = m.organizer_id
  where m.organizer_id = ${organizerId} and m.campaign_id = ${campaign} and ${hasRight("manage", "m")}
    and o.activated_at is not null and o.disabled_at is null)`;

const isHere = (by: By) =>
  sql`${by.campaignId} in (${campaignsOf}) and ${manages(by, sql`${by.campaignId}`)}`;
const isOnlyTheirs = (by: By) =>
  sql`not exists (select from (${campaignsOf}) c where not ${manages(by, sql`c.campaign_id`)})`;

/** Returns whether an organizer may erase a person: in their campaign, and in none they do not manage. */
export async function mayErase(db: DbOrTx, supporterId: number, by: By): Promise<boolean> {
  const rows = await db.execute(sql`
    select from supporters p where p.id = ${supporterId} and ${isHere(by)} and ${isOnlyTheirs(by)}`);
  return rows.length === 1;
}

/** Lists ids of campaigns that hold something about a person. */
export async function listCampaignsOfSupporter(db: DbOrTx, supporterId: number): Promise<number[]> {
  const rows = await db.execute<{ id: number }>(sql`
    select c.campaign_id as id from supporters p, lateral (${campaignsOf}) c where p.id = ${supporterId}
    order by 1`);
  return rows.map(({ id }) => id);
}

export type ToErase = {
  publicId: string;
  name: string;
  /** How many of each are in this campaign; `mails`: emails sent or queued. */
  counts: Record<Belonging | "mails", number>;
  /** False where they have data this organizer may not erase: the operator can. */
  mayErase: boolean;
};

/** Finds a campaign's person by canonical address, with what would be erased. Null if there is none. */
export async function findToErase(db: DbOrTx, by: By, email: string): Promise<ToErase | null> {
  const countColumns = belongings.map(
    (table) => sql`(select count(*)::int from ${sql.identifier(table)} t
      where t.supporter_id = p.id and t.campaign_id = ${by.campaignId}) as ${sql.identifier(table)}`,
  );
  const [row] = await db.execute<
    Record<Belonging | "mails", number> & { publicId: string; name: string; mayErase: boolean }
  >(sql`
    select p.public_id as "publicId", p.name, ${sql.join(countColumns, sql`, `)},
      (select count(*)::int from outbox d
        where d.supporter_id = p.id and d.campaign_id = ${by.campaignId}) as mails,
      ${isOnlyTheirs(by)} as "mayErase"
    from supporters p where ${isMailbox(sql`p.email_canonical`, email)} and ${isHere(by)}
    order by p.email_canonical desc limit 1`);
  if (!row) return null;
  const { publicId, name, mayErase: may, ...counts } = row;
  return { publicId, name, counts, mayErase: may };
}
