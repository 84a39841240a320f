import { sql } from "drizzle-orm";
import { type Cursor, keyset, type Sides } from "#app/domain/base/keyset.server.ts";
import type { Content } from "#app/domain/outbox/content.server.ts";
import { emailsQueued } from "#app/domain/outbox/contents/index.ts";
import { type FailedState, failedStates, type MailKind } from "#app/domain/outbox/failed-email.ts";
import type { DbOrTx } from "#db/index.ts";

export type FailedEmailFilter = {
  state: FailedState | null;
  kind: MailKind | null;
  cursor: Cursor<number> | null;
};

export type FailedEmail = {
  id: number;
  state: FailedState;
  kind: MailKind;
  template: Content["name"];
  /** When it failed, in UTC as ISO 8601. */
  at: string;
  /** Code of the problem; null if unknown. */
  problem: string | null;
  attempts: number;
  /** Identifies the email in the provider's log. */
  tag: string;
  /** The number and public id of the update, or of the dispatch with the letters. */
  about: { number: number; publicId: string } | null;
  /** The name of a recipient or organizer; null for others. */
  role: string | null;
  /** The addressee. Null if the reader may not see names. */
  person: { name: string; address: string } | null;
};

export type FailedEmailPage = Sides<number> & { mails: FailedEmail[] };

const kindOf = new Map(emailsQueued.map(({ name, kind }) => [name, kind]));
const namesOfKind = (kind: MailKind) =>
  emailsQueued.filter((one) => one.kind === kind).map(({ name }) => name);

type Row = Omit<FailedEmail, "id" | "kind" | "person"> & {
  id: string;
  name: string | null;
  address: string | null;
};

/**
 * Lists a campaign's emails that bounced, were reported, were refused or have an unknown end, newest first,
 * paged by id. Reads names and addresses only for who may see them. Leaves out emails not sent because an
 * address asked for none: that may come from another campaign.
 */
export async function listFailedEmails(
  db: DbOrTx,
  { campaignId, names }: { campaignId: number; names: boolean },
  { state, kind, cursor }: FailedEmailFilter,
  rowsAPage?: number,
): Promise<FailedEmailPage> {
  const { beyond, order, limit, page } = keyset({
    cursor,
    columns: [sql`d.id`],
    placeOf: (id) => sql`(${id})`,
    rowsAPage,
  });
  const conditions = [
    sql`d.campaign_id = ${campaignId}`,
    // As literals, to match the index.
    sql.raw(`d.state in (${failedStates.map((one) => `'${one}'`).join(", ")})`),
    ...(state ? [sql`d.state = ${state}`] : []),
    ...(kind ? [sql`d.template::text in ${namesOfKind(kind)}`] : []),
    ...beyond,
  ];
  const who = names ? sql`s.name, s.email as address` : sql`null as name, null as address`;
  const rows = await db.execute<Row>(sql`
    select d.id, d.state, d.template, coalesce(d.settled_at, d.created_at) as at, d.problem, d.attempts,
      d.public_id as tag, coalesce(o.name, r.name) as role, ${who},
      case when u.id is not null then jsonb_build_object('number', u.number, 'publicId', u.public_id)
        when x.id is not null then jsonb_build_object('number', x.number, 'publicId',
          x.public_id) end as about
    from outbox d
    left join supporters s on s.id = d.supporter_id
    left join organizers o on o.id = d.organizer_id
    left join letter_recipients r on r.id = d.letter_recipient_id
    left join updates u on u.id = d.update_id
    left join letter_parts p on p.id = d.letter_part_id
    left join letter_dispatches x on x.id = coalesce(d.dispatch_id, p.dispatch_id)
    where ${sql.join(conditions, sql` and `)}
    order by ${order} limit ${limit}`);
  const read = rows.map(({ id, name, address, ...row }): FailedEmail => {
    const person = name !== null && address !== null ? { name, address } : null;
    return {
      ...row,
      id: Number(id),
      at: new Date(row.at).toISOString(),
      kind: kindOf.get(row.template) ?? "organizer",
      person,
    };
  });
  const { rows: mails, ...sides } = page(read, ({ id }) => id);
  return { mails, ...sides };
}
