import { sql } from "drizzle-orm";
import type { DbOrTx } from "#db/index.ts";
import type { PublicDispatch, PublicMail, PublicReply } from "./public-letter.ts";

type Row = Omit<PublicDispatch, "letters" | "names" | "filed">;

/**
 * Lists a campaign's begun dispatches, or those to one company, newest first, each with its emails and
 * answers. An email's state is that of the letters in it; what was not handed over has no hash.
 */
export async function listPublicDispatches(
  db: DbOrTx,
  campaignId: number,
  companyId?: number,
): Promise<PublicDispatch[]> {
  const toCompany = companyId === undefined ? sql`` : sql`and d.company_id = ${companyId}`;
  const rows = await db.execute<Row>(sql`
    select d.number, d.company_id as "companyId", d.kind, d.state,
      coalesce(d.recipient_name, r.name) as recipient,
      (d.started_at at time zone 'UTC')::date::text as "startedOn", d.approved_alone as "approvedAlone",
      coalesce((
        select json_agg(json_build_object('part', t.part, 'letters', t.letters, 'names', t.names,
          'sha256', encode(t.mail_sha256, 'hex'),
          'fileSha256s', array(select encode(f, 'hex') from unnest(t.file_sha256s) f),
          'state', case
            when m.state = 'accepted' and m.transport = 'file' then 'filed'
            when m.state in ('accepted', 'delayed') then 'sent'
            when m.state in ('delivered', 'complained') then 'accepted'
            when m.state in ('bounced', 'failed', 'suppressed') then 'bounced'
            when m.state = 'unknown' then 'unknown' else 'waiting' end) order by t.part)
        from letter_parts t join outbox m on m.letter_part_id = t.id
        where t.dispatch_id = d.id and t.frozen_at is not null and m.state <> 'skipped'), '[]') as mails,
      jsonb_build_object(
        'letters', (select count(*) from returned_letters b join letter_parts t on t.id = b.part_id
          where t.dispatch_id = d.id),
        'names', (select count(*) from returned_names b join letter_parts t on t.id = b.part_id
          where t.dispatch_id = d.id)
      )::json as back,
      ${repliesOf(sql`d.id`)} as replies
    from letter_dispatches d join letter_recipients r on r.id = d.recipient_id
    where d.campaign_id = ${campaignId} and d.started_at is not null and d.state <> 'draft' ${toCompany}
    order by d.number desc`);
  return rows.map((row) => {
    const filed = row.mails.filter(({ state }) => state === "filed");
    const onlyFiled = row.state === "sent" && filed.length > 0 && filed.length === row.mails.length;
    const figures = (mails: PublicMail[]) => ({ letters: sum(mails, "letters"), names: sum(mails, "names") });
    return {
      ...row,
      state: onlyFiled ? "filed" : row.state,
      ...figures(row.mails.filter(({ state }) => state !== "filed")),
      filed: { mails: filed.length, ...figures(filed) },
    };
  });
}

const sum = (mails: PublicMail[], of: "letters" | "names") => mails.reduce((all, mail) => all + mail[of], 0);

const repliesOf = (dispatch: ReturnType<typeof sql>) => sql`coalesce((
  select json_agg(json_build_object('publicId', y.public_id, 'receivedOn', y.received_on, 'fromWhom',
    y.from_whom,
    'text', y.text) order by y.received_on, y.id)
  from letter_replies y where y.dispatch_id = ${dispatch} and y.removed_at is null
    and y.approved_at is not null), '[]')`;

/** Lists the company's answers to a dispatch, by its number. */
export async function listRepliesTo(db: DbOrTx, campaignId: number, number: number): Promise<PublicReply[]> {
  const [row] = await db.execute<{ replies: PublicReply[] }>(sql`
    select ${repliesOf(sql`d.id`)} as replies from letter_dispatches d
    where d.campaign_id = ${campaignId} and d.number = ${number}`);
  return row?.replies ?? [];
}
