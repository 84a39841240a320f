import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { mayAct, organizerOf } from "#app/domain/access/may-act.server.ts";
import { letterIsFor, sharesCalendar } from "#app/domain/campaign/recipients/open-recipients.server.ts";
import {
  type DispatchCause,
  type DispatchKind,
  maxIndividualLetters,
} from "#app/domain/outgoing/dispatches/dispatch.ts";
import { letterMayGo } from "#app/domain/outgoing/dispatches/eligible.server.ts";
import { queueApproverEmails } from "#app/domain/outgoing/dispatches/pause-dispatch.server.ts";
import { localeOf } from "#app/domain/queue/common-props.ts";
import { type Actor, recordAudit } from "#app/domain/record/record.server.ts";
import { words } from "#app/i18n/index.ts";
import { isUuid } from "#app/lib/uuid.ts";
import type { Db, DbOrTx, Tx } from "#db/index.ts";

export type DraftInput = {
  campaignId: number;
  /** `system` drafts by the calendar, and emails those who may approve. */
  actor: Actor;
  /** From the form, so that posting it twice makes one draft. */
  publicId?: string;
  kind: DispatchKind;
  recipientPublicId: string;
  /** The individual letters. Each is reserved for this draft. */
  letterPublicIds?: readonly string[];
  cause: DispatchCause;
};

export type Drafted =
  /**
   * `left`: chosen letters that cannot be sent individually now: withdrawn, on hold, or in another dispatch.
   */
  | { outcome: "drafted"; publicId: string; number: number; left: number }
  | { outcome: "no-letters" }
  | { outcome: "too-many" }
  /** A chosen letter is to another company than the recipient's. */
  | { outcome: "other-company" }
  /** No such recipient in this campaign, or it is retired. */
  | { outcome: "no-recipient" }
  /** The actor may not, or the id belongs to another. */
  | { outcome: "gone" };

/** Starts a dispatch with the usual words. Individual letters are chosen now, others at submission. */
export async function draftDispatch(db: Db, input: DraftInput, now = new Date()): Promise<Drafted> {
  const { campaignId, actor, kind, cause, publicId = randomUUID(), letterPublicIds = [] } = input;
  const chosen = [...new Set(letterPublicIds)].filter(isUuid);
  if (kind === "individual" && chosen.length > maxIndividualLetters) return { outcome: "too-many" };
  if (!isUuid(publicId)) return { outcome: "gone" };
  const companyId = await findCompanyOf(db, input);
  if (companyId === null) return { outcome: "no-recipient" };
  const words = await defaultWords(db, { campaignId, companyId }, kind);
  if (!words) return { outcome: "gone" };

  return db.transaction(async (tx): Promise<Drafted> => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('dispatch-numbers', ${campaignId}))`);
    const organizer = organizerOf(actor);
    const at = now.toISOString();
    const may = actor === "system" ? noneOpen(input.recipientPublicId) : mayAct(actor, campaignId, "write");
    const [allowed] = await tx.execute(sql`select where ${may}`);
    if (!allowed) return { outcome: "gone" };
    const known = await findOwn(tx, { campaignId, publicId, organizer });
    if (known) return { outcome: "drafted", publicId, number: known.number, left: 0 };
    if (await goesElsewhere(tx, { campaignId, companyId, chosen })) return { outcome: "other-company" };
    const [row] = await tx.execute<{ id: number; number: number }>(sql`
      insert into letter_dispatches (public_id, campaign_id, company_id, number, kind, recipient_id, locale,
        subject,
        body, with_names,
        cause, author_id, edited_by_id, created_at, edited_at)
      select ${publicId}::uuid, ${campaignId}, r.company_id,
        (select coalesce(max(number), 0) + 1 from letter_dispatches where campaign_id = ${campaignId}),
        ${kind}::letter_dispatch_kind, r.id, ${words.locale}, ${words.subject}, ${words.body},
        ${kind === "consolidated"} and (r.opened_at is null or not exists (select from letter_recipients f
          where f.campaign_id = r.campaign_id and f.company_id = r.company_id
            and (f.opened_at, f.id) < (r.opened_at, r.id))),
        ${cause}, ${organizer}::uuid, ${organizer}::uuid, ${at}::timestamptz, ${at}::timestamptz
      from letter_recipients r
      where r.campaign_id = ${campaignId} and r.company_id = ${companyId}
        and r.public_id = ${input.recipientPublicId}::uuid
        and r.retired_at is null
      on conflict (public_id) do nothing
      returning id::float8 as id, number`);
    if (!row) return { outcome: (await isTaken(tx, publicId)) ? "gone" : "no-recipient" };
    const { id, number } = row;
    const kept = kind === "individual" ? await keepLetters(tx, { id, campaignId, companyId, chosen }) : 0;
    if (kind === "individual" && kept === 0) {
      await tx.execute(sql`delete from letter_dispatches where id = ${id}`);
      return { outcome: "no-letters" };
    }
    const detail = { number, kind, cause, letters: kept };
    await recordAudit(tx, { actor, action: "dispatch-drafted", campaignId, subject: publicId, detail }, now);
    if (actor === "system")
      await queueApproverEmails(tx, { dispatchId: id, template: "dispatch-waits" }, now);
    return { outcome: "drafted", publicId, number, left: kind === "individual" ? chosen.length - kept : 0 };
  });
}

/** The recipient's company; null if it is not the campaign's. */
async function findCompanyOf(
  db: Db,
  { campaignId, recipientPublicId }: Pick<DraftInput, "campaignId" | "recipientPublicId">,
): Promise<number | null> {
  if (!isUuid(recipientPublicId)) return null;
  const [row] = await db.execute<{ companyId: number }>(sql`
    select company_id as "companyId" from letter_recipients
    where campaign_id = ${campaignId} and public_id = ${recipientPublicId}::uuid`);
  return row?.companyId ?? null;
}

/** The calendar drafts nothing for a recipient that has an open dispatch. */
const noneOpen = (recipientPublicId: string) => sql`not exists (select from letter_dispatches x
  join letter_recipients r on r.public_id = ${recipientPublicId}::uuid
  where x.campaign_id = r.campaign_id and x.company_id = r.company_id and x.kind = 'consolidated'
    and x.state in ('draft', 'sending', 'paused') and ${sharesCalendar})`;

async function findOwn(
  tx: Tx,
  { campaignId, publicId, organizer }: { campaignId: number; publicId: string; organizer: string | null },
) {
  const [known] = await tx.execute<{ number: number }>(sql`
    select number from letter_dispatches where public_id = ${publicId}::uuid and campaign_id = ${campaignId}
      and author_id is not distinct from ${organizer}::uuid`);
  return known ?? null;
}

async function isTaken(tx: Tx, publicId: string): Promise<boolean> {
  const rows = await tx.execute(sql`select from letter_dispatches where public_id = ${publicId}::uuid`);
  return rows.length > 0;
}

/** True if one of the letters is to another company of the campaign. */
async function goesElsewhere(
  tx: Tx,
  { campaignId, companyId, chosen }: { campaignId: number; companyId: number; chosen: readonly string[] },
): Promise<boolean> {
  const rows = await tx.execute(sql`
    select from letters where campaign_id = ${campaignId} and company_id <> ${companyId}
      and public_id = any (${sql.param([...chosen])}::uuid[]) limit 1`);
  return rows.length > 0;
}

/** Reserves the chosen letters for a draft, except those that another one has. */
async function keepLetters(
  tx: Tx,
  {
    id,
    campaignId,
    companyId,
    chosen,
  }: { id: number; campaignId: number; companyId: number; chosen: readonly string[] },
): Promise<number> {
  const kept = await tx.execute(sql`
    update letters set dispatch_id = ${id} where id in (
      select l.id from letters l join letter_dispatches x on x.id = ${id}
      join letter_recipients r on r.id = x.recipient_id and ${letterIsFor}
      where l.campaign_id = ${campaignId} and l.company_id = ${companyId}
        and l.public_id = any (${sql.param([...chosen])}::uuid[])
        and l.state = 'confirmed' and l.dispatch_id is null and ${letterMayGo}
      order by l.id for update of l skip locked)
    returning id`);
  return kept.length;
}

type DefaultWords = { locale: string; subject: string; body: string };

/** Returns the first words of a draft to a company, in the campaign's first language. Null without such. */
async function defaultWords(
  db: DbOrTx,
  { campaignId, companyId }: { campaignId: number; companyId: number },
  kind: DispatchKind,
): Promise<DefaultWords | null> {
  const [campaign] = await db.execute<{ locale: string; title: string; company: string }>(sql`
    select c.languages[1] as locale, c.title, t.name as company
    from campaigns c join targets t on t.id = ${companyId} where c.id = ${campaignId}`);
  if (!campaign) return null;
  const { locale, title, company } = campaign;
  const { subject, body } = words(localeOf(locale)).letterPapers.dispatch.draft[kind];
  return { locale, subject: subject(company), body: body({ title, company }) };
}
