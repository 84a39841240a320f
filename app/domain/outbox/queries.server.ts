import { eq, type SQL, sql } from "drizzle-orm";
import type { OrganizerRole } from "#app/domain/access/organizer.ts";
import type { ProofFor } from "#app/domain/access/sign-in/proof-for.ts";
import type { ApprovalKind } from "#app/domain/approvals/approval.ts";
import { readTranslations } from "#app/domain/campaign/translations/translations.server.ts";
import type { ReminderKind } from "#app/domain/entries/pledges/reminders/reminder.ts";
import type { SignatureDisplay } from "#app/domain/entries/signatures/signature.ts";
import type { PauseReason as DispatchPauseReason } from "#app/domain/outgoing/dispatches/dispatch.ts";
import type { PauseReason } from "#app/domain/outgoing/updates/update.ts";
import type { DeliveryTemplate } from "#app/domain/queue/delivery.ts";
import type { CampaignSender } from "#app/domain/queue/sender-of.ts";
import { createGroupCommitOf } from "#app/lib/group-commit.ts";
import type { Db } from "#db/index.ts";
import { campaigns, targets } from "#db/schema/index.ts";

/** The campaign a mail speaks for. */
export type MailingCampaign = {
  slug: string;
  title: string;
  company: string;
  operator: string | null;
  postalAddress: string | null;
  contactEmail: string | null;
  fundingLine: string | null;
};

/** A delivery with all that its mail may tell. Times are as the database writes them. */
type DeliveryRow = MailingCampaign &
  CampaignSender & {
    id: number;
    publicId: string;
    /** Where answers go. */
    replyTo: string | null;
    template: DeliveryTemplate;
    createdAt: string;
    to: string;
    /** Of a mail to a supporter. */
    supporterId: string | null;
    locale: string | null;
    campaignId: number;
    /** The language its campaign is written in. */
    written: string;
    name: string;
    hasPostalCode: boolean;
    /** Of a mail about a signature. */
    signatureId: string | null;
    display: SignatureDisplay;
    receiptCode: string;
    signedAt: string;
    confirmedAt: string | null;
    hasComment: boolean;
    hasSource: boolean;
    summary: string;
    petitionVersion: number;
    publishedAt: string;
    updates: boolean;
    deliverToCompany: boolean;
    /** Of a mail about a pledge. */
    pledgeId: string | null;
    /** Of a mail to the writer of a letter. */
    letterId: string | null;
    /** Of a reminder to a holder: which. */
    reminder: ReminderKind | null;
    /** Of a mail with a code. */
    tokenHash: Buffer | null;
    codeExpiresAt: string;
    /** Of a mail to an organizer about an update. */
    organizerName: string;
    updateId: number | null;
    updatePublicId: string;
    updateNumber: number;
    updateSubject: string | null;
    pauseReason: PauseReason | null;
    pauseProblem: string | null;
    /** Of a mail to an organizer about a dispatch of letters. */
    dispatchPublicId: string | null;
    dispatchNumber: number;
    dispatchPauseReason: DispatchPauseReason | null;
    /** Of a mail that invites an organizer. */
    invitationId: string | null;
    invitationHash: Buffer;
    invitationEnds: string;
    invitedAs: OrganizerRole;
    /** Null: the operator. */
    invitedBy: string | null;
    /** Of a mail with a code: what it proves; null: it signs in. */
    proves: ProofFor["kind"] | null;
    /** Of a mail to an organizer about a notice that stands still: of which text of the petition. */
    heldNoticeVersion: number | null;
    /** Of a mail that tells who may approve, or may no more. */
    rightHeldId: number | null;
    heldSince: string;
    heldUntil: string | null;
    givenByOperator: boolean;
    takenByOperator: boolean;
    holderId: string;
    holderName: string;
    /** Null: the operator. */
    changedBy: string | null;
    organizerId: string;
    /** Of a warning that many were refused: how many. */
    refusalWarningId: number | null;
    warnedWrong: number;
    warnedLocked: number;
    warnedRefused: number;
    /** Of an email about an approval: which request, of what. */
    approvalRequestId: number | null;
    approvalKind: ApprovalKind;
    approvalSubject: string;
    approvalNumber: number | null;
    /** Null: the operator, or nobody. */
    approvalAskedBy: string | null;
    approvalSentBackBy: string | null;
    /** Why it was sent back; null: it was not, or that is erased. */
    approvalReason: string | null;
  };

/**
 * Reads what one email needs, as it is now. Null when the delivery is gone, or there is no campaign to speak
 * for. An email on no campaign's account speaks for the one its person signed last, else the featured one.
 *
 * Those asked for while others are being read are read together, by a statement that is planned once a connection.
 */
export const findDelivery = createGroupCommitOf(findDeliveries, { atOnce: 1, atMost: 100, gathers: true });

async function findDeliveries(db: Db, ids: readonly number[]): Promise<(DeliveryRow | null)[]> {
  // Each id is looked up by itself ("offset 0"), so that no plan reads a table whole, however little it was thought to hold.
  const rows = await db.$client<DeliveryRow[]>`
    select found.* from unnest(${[...ids]}::bigint[]) as wanted (id) cross join lateral (
    select d.id::float8 as id, d.public_id as "publicId", d.template, d.created_at as "createdAt", coalesce(s.email, o.email) as "to",
      s.public_id as "supporterId", coalesce(s.locale, d.locale) as locale, s.name, s.postal_code is not null as "hasPostalCode",
      g.public_id as "signatureId", g.display, g.receipt_code as "receiptCode", g.signed_at as "signedAt",
      g.confirmed_at as "confirmedAt", g.comment is not null as "hasComment",
      coalesce(g.source, g.referrer) is not null as "hasSource",
      v.summary, v.version as "petitionVersion", v.published_at as "publishedAt",
      exists (select from consents a where a.supporter_id = d.supporter_id and a.campaign_id = c.id
        and a.purpose = 'updates' and a.revoked_at is null) as updates,
      exists (select from consents a where a.supporter_id = d.supporter_id and a.campaign_id = c.id
        and a.purpose = 'deliver_to_company' and a.revoked_at is null) as "deliverToCompany",
      e.public_id as "pledgeId", letter.public_id as "letterId", d.reminder, k.token_hash as "tokenHash", k.expires_at as "codeExpiresAt",
      o.name as "organizerName", u.id::int as "updateId", u.public_id as "updatePublicId",
      u.number as "updateNumber", (select w.subject from update_texts w where w.update_id = u.id
        order by array_position(c.languages, w.locale), w.locale limit 1) as "updateSubject", u.pause_reason as "pauseReason", u.pause_problem as "pauseProblem",
      x.public_id as "dispatchPublicId", x.number as "dispatchNumber", x.pause_reason as "dispatchPauseReason",
      held.version as "heldNoticeVersion", k.proves, h.id::float8 as "rightHeldId", h.since as "heldSince", h.until as "heldUntil",
      h.given_by_operator as "givenByOperator", h.taken_by_operator as "takenByOperator",
      holder.id as "holderId", holder.name as "holderName", giver.name as "changedBy", o.id as "organizerId",
      warning.id::float8 as "refusalWarningId", warning.wrong as "warnedWrong", warning.locked as "warnedLocked",
      warning.refused as "warnedRefused",
      request.id::float8 as "approvalRequestId", request.kind as "approvalKind", request.subject as "approvalSubject",
      request.number as "approvalNumber", asker.name as "approvalAskedBy", returner.name as "approvalSentBackBy", request.reason as "approvalReason",
      i.id as "invitationId", i.token_hash as "invitationHash",
      i.expires_at as "invitationEnds", i.role as "invitedAs", host.name as "invitedBy",
      c.id as "campaignId", c.languages[1] as written, c.slug, c.title, t.name as company, c.operator, c.postal_address as "postalAddress",
      c.contact_email as "contactEmail", c.funding_line as "fundingLine",
      c.sender_name as "senderName", c.sender_address as "senderAddress", coalesce(c.reply_to, c.contact_email) as "replyTo"
    from deliveries d
    left join organizer_ceremonies k on k.id = d.ceremony_id
    left join updates u on u.id = d.update_id
    left join letter_dispatches x on x.id = d.dispatch_id
    left join petition_notices held on held.id = d.held_notice_id
    left join refusal_warnings warning on warning.id = d.refusal_warning_id
    left join approval_requests request on request.id = d.approval_request_id
    left join organizers asker on asker.id = request.asked_by_id
    left join organizers returner on returner.id = request.sent_back_by_id
    left join rights_held h on h.id = d.right_held_id
    left join organizers holder on holder.id = h.organizer_id
    left join organizers giver on giver.id = case when h.until is null then h.given_by_id else h.taken_by_id end
    left join organizer_invitations i on i.id = d.invitation_id
    left join organizers host on host.id = i.invited_by_id
    join campaigns c on c.id = coalesce(d.campaign_id, u.campaign_id, x.campaign_id,
      (select l.campaign_id from signatures l where l.supporter_id = d.supporter_id order by l.id desc limit 1),
      (select f.id from campaigns f order by f.featured desc, f.id limit 1))
    join targets t on t.id = c.target_id
    left join supporters s on s.id = d.supporter_id
    left join signatures g on g.id = d.signature_id
    left join pledges e on e.id = d.pledge_id
    left join letters letter on letter.id = d.letter_id
    left join petition_versions v on v.campaign_id = g.campaign_id and v.version = g.petition_version
    left join organizers o on o.id = d.organizer_id
    where d.id = wanted.id offset 0) found`;
  const told = await inTheirLanguages(db, rows);
  const byId = new Map(told.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
}

/** The title and the petition of each as they are said in its reader's language, where they are known in it. */
async function inTheirLanguages(db: Db, rows: readonly DeliveryRow[]): Promise<DeliveryRow[]> {
  const read = new Map<string, ReturnType<typeof readTranslations>>();
  const translationsFor = ({ campaignId, locale }: { campaignId: number; locale: string }) => {
    const key = `${campaignId} ${locale}`;
    const known = read.get(key) ?? readTranslations(db, campaignId, locale);
    read.set(key, known);
    return known;
  };
  return Promise.all(
    rows.map(async (row) => {
      const { campaignId, locale } = row;
      if (locale === null || locale === row.written) return row;
      const other = await translationsFor({ campaignId, locale });
      const said = (text: string) => other?.known.get(text) ?? text;
      const summary = row.summary && (other?.signed.get(row.petitionVersion)?.summary ?? said(row.summary));
      return { ...row, title: said(row.title), summary };
    }),
  );
}

type UpdateMail = { campaign: string; title: string; agrees: boolean; isTest: boolean };

/**
 * The mail of an update: of which campaign, and whether its reader agrees to more. A test went to an organizer,
 * whom nothing unsubscribes. Null when the mail or its reader is gone.
 */
export async function findUpdateMail(db: Db, publicId: string): Promise<UpdateMail | null> {
  const [mail] = await db.$client<UpdateMail[]>`
    select c.slug as campaign, c.title, d.template = 'update-test' as "isTest",
      d.template = 'update-test' or exists (select from consents a
        where a.supporter_id = d.supporter_id and a.campaign_id = d.campaign_id
        and a.purpose = 'updates' and a.revoked_at is null) as agrees
    from deliveries d join campaigns c on c.id = d.campaign_id
    where d.public_id = ${publicId} and d.template in ('update', 'update-test')`;
  return mail ?? null;
}

/** `written`: the language it is written in. */
type Speaker = MailingCampaign & { written: string };

/** The campaign a mail without a delivery speaks for: the featured one. */
export const findFeaturedCampaign = (db: Db): Promise<Speaker | null> => findSpeaker(db);

/** The campaign that a mail speaks for, by its id. */
export const findMailingCampaign = (db: Db, campaignId: number): Promise<Speaker | null> =>
  findSpeaker(db, eq(campaigns.id, campaignId));

/** What a mail says of its campaign, of a row of `campaigns` with its target. */
export const mailingColumns = {
  ...{ slug: campaigns.slug, title: campaigns.title, company: targets.name, operator: campaigns.operator },
  ...{ postalAddress: campaigns.postalAddress, contactEmail: campaigns.contactEmail },
  fundingLine: campaigns.fundingLine,
};

async function findSpeaker(db: Db, which?: SQL): Promise<Speaker | null> {
  const [campaign] = await db
    .select({ ...mailingColumns, written: sql<string>`${campaigns.languages}[1]` })
    .from(campaigns)
    .innerJoin(targets, eq(targets.id, campaigns.targetId))
    .where(which)
    .orderBy(sql`${campaigns.featured} desc`, campaigns.id)
    .limit(1);
  return campaign ?? null;
}
