import { sql } from "drizzle-orm";
import type { DbOrTx } from "#db/index.ts";
import type { DispatchFigures } from "./dispatch.ts";
import { letterMayGo, nameGoesWith } from "./eligible.server.ts";
import { readFigures } from "./figures.server.ts";

/** Counts of problems to check before approving a dispatch. */
export type DispatchChecks = {
  /** Letters and names left out: consent revoked, or withdrawn, erased or corrected since. */
  notConsented: number;
  /** Letters in it that are on hold. */
  onHold: number;
  /** Names in it that another dispatch took. */
  namesTwice: number;
  /** Confirmed letters to the company, in no dispatch, whose writers revoked their consent. */
  withoutConsent: number;
};

/** Checks what is in a dispatch, as it was submitted, against what is there now. */
export async function checkDispatch(db: DbOrTx, dispatchId: number): Promise<DispatchChecks> {
  const [row] = await db.execute<DispatchChecks>(sql`
    with x as (select id, campaign_id, company_id from letter_dispatches where id = ${dispatchId}),
    inside as (select l.* from letters l join x on l.dispatch_id = x.id where l.state = 'queued'),
    written as (select unnest(p.letter_ids) as id from letter_parts p join x on p.dispatch_id = x.id),
    taken as (select unnest(p.signature_ids) as id from letter_parts p join x on p.dispatch_id = x.id)
    select (select count(*)::int from written w left join inside l on l.id = w.id
        where l.id is null or not (${letterMayGo}))
        + (select count(*)::int from x cross join taken t left join signatures g on g.id = t.id
          left join supporters s on s.id = g.supporter_id
          where g.id is null or not (${nameGoesWith(sql`x.id`)})) as "notConsented",
      (select count(*)::int from inside l where l.hold_reason is not null and l.moderated_at is null) as "onHold",
      (select count(*)::int from taken t join letter_names n on n.signature_id = t.id
        join x on x.company_id = n.company_id where n.dispatch_id <> ${dispatchId}) as "namesTwice",
      (select count(*)::int from letters l join x on x.campaign_id = l.campaign_id
        and x.company_id = l.company_id
        where l.state = 'confirmed' and l.dispatch_id is null and not exists (select from consents a
          where a.supporter_id = l.supporter_id and a.campaign_id = l.campaign_id
            and a.company_id = l.company_id and a.purpose = 'deliver_letter' and a.revoked_at is null))
              as "withoutConsent"`);
  return row ?? { notConsented: 0, onHold: 0, namesTwice: 0, withoutConsent: 0 };
}

/** Data around the words of a dispatch. */
export type Sheet = {
  /** As they were when it began; before that as they are now. */
  figures: DispatchFigures;
  /** The sender; null if the campaign has not stated it. */
  sender: { operator: string | null; title: string; postalAddress: string | null };
  /** Recorded replies of the company. */
  replies: number;
};

/** Reads what a dispatch is printed with. */
export async function readDispatchSheet(db: DbOrTx, dispatchId: number): Promise<Sheet> {
  const [row] = await db.execute<Sheet["sender"] & { figures: unknown; replies: number }>(sql`
    select case when x.started_at is not null then x.figures end as figures, c.operator, c.title,
      c.postal_address as "postalAddress",
      (select count(*)::int from letter_replies a where a.dispatch_id = x.id and a.removed_at is null
        and a.approved_at is not null) as replies
    from letter_dispatches x join campaigns c on c.id = x.campaign_id where x.id = ${dispatchId}`);
  if (!row) throw new Error("no such dispatch");
  const { figures, replies, ...sender } = row;
  const then = typeof figures === "string" ? JSON.parse(figures) : figures;
  return {
    figures: (then as DispatchFigures | null) ?? (await readFigures(db, dispatchId)),
    sender,
    replies,
  };
}
