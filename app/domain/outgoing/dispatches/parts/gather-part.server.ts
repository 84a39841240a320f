import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import type { DispatchFigures, DispatchKind } from "#app/domain/outgoing/dispatches/dispatch.ts";
import { type DispatchFramePart, differsNow } from "#app/domain/outgoing/dispatches/dispatch-frame.server.ts";
import { letterMayGo, nameGoesWith } from "#app/domain/outgoing/dispatches/eligible.server.ts";
import {
  type DispatchedLetter,
  type DispatchedName,
  readLetters,
  readNames,
} from "#app/domain/outgoing/dispatches/read-letters.server.ts";
import type { OfficeNow } from "#app/domain/outgoing/dispatches/recipient-now.ts";
import type { MailingCampaign } from "#app/domain/queue/mailing-campaign.server.ts";
import type { CampaignSender } from "#app/domain/queue/sender-of.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { DbOrTx } from "#db/index.ts";

/** A letter with its number in the dispatch, from 1. Gaps are letters withdrawn or erased since. */
export type NumberedLetter = DispatchedLetter & { number: number };

/** Everything one email to the company says, as it is now. */
export type GatheredPart = {
  part: number;
  parts: number;
  dispatch: {
    id: number;
    publicId: string;
    number: number;
    kind: DispatchKind;
    locale: string;
    subject: string;
    body: string;
    isApproved: boolean;
    /** Fields of recipient and campaign that changed since the approval or, before that, since submission. */
    differs: DispatchFramePart[];
    /** The date of the email: when the dispatch began. */
    startedAt: Date;
    figures: DispatchFigures;
  };
  office: OfficeNow & { postalAddress: string | null };
  campaign: MailingCampaign & CampaignSender & { replyTo: string | null };
  letters: NumberedLetter[];
  names: DispatchedName[];
};

type Row = MailingCampaign &
  CampaignSender & {
    replyTo: string | null;
    dispatchId: number;
    dispatchPublicId: string;
    number: number;
    kind: DispatchKind;
    locale: string;
    subject: string;
    body: string;
    isApproved: boolean;
    differs: DispatchFramePart[];
    startedAt: string;
    figures: unknown;
    officeName: string;
    officeEmail: string;
    officePostalAddress: string | null;
    isVerified: boolean;
    isRetired: boolean;
    submittedName: string | null;
    submittedEmail: string | null;
  };

/** What all emails of a dispatch have in common. */
export type GatheredFrame = Pick<GatheredPart, "dispatch" | "office" | "campaign">;

/** Reads what all emails of a dispatch share, as of now. Before it begins, it bears today's date. */
export async function gatherFrame(db: DbOrTx, dispatchId: number): Promise<GatheredFrame> {
  const [row] = await db.execute<Row>(sql`
    select x.id::float8 as "dispatchId", x.public_id as "dispatchPublicId", x.number, x.kind, x.locale,
      x.subject, x.body, x.approved_at is not null as "isApproved", ${differsNow} as differs,
      coalesce(x.started_at, now()) as "startedAt", x.figures,
      r.name as "officeName", r.email as "officeEmail", r.postal_address as "officePostalAddress",
      r.verified_at is not null as "isVerified", r.retired_at is not null as "isRetired",
      x.recipient_name as "submittedName", x.recipient_email as "submittedEmail",
      c.slug, c.title, t.name as company, c.operator, c.postal_address as "postalAddress",
      c.contact_email as "contactEmail", c.funding_line as "fundingLine",
      c.sender_name as "senderName", c.sender_address as "senderAddress", c.reply_to as "replyTo"
    from letter_dispatches x join letter_recipients r on r.id = x.recipient_id
    join campaigns c on c.id = x.campaign_id join targets t on t.id = x.company_id
    where x.id = ${dispatchId}`);
  if (!row) throw new Error("no such dispatch");
  return asFrame(row);
}

/** Matches letters `l` in a dispatch's email that were not withdrawn or given back since. */
export const lettersInPart = (partId: number) => sql`
  l.id = any ((select letter_ids from letter_parts where id = ${partId})::bigint[])
  and l.dispatch_id = (select dispatch_id from letter_parts where id = ${partId}) and l.state = 'queued'`;

/** Reads the content of an email; once approved, only what still matches the approval. */
export async function gatherPart(db: DbOrTx, keys: Keys, partId: number): Promise<GatheredPart> {
  const [place] = await db.execute<{ dispatchId: number; part: number; parts: number }>(sql`
    select dispatch_id::float8 as "dispatchId", part,
      (select count(*)::int from letter_parts o where o.dispatch_id = p.dispatch_id) as parts
    from letter_parts p where id = ${partId}`);
  if (!place) throw new Error("no such part");
  const { dispatchId, part, parts } = place;
  const frame = await gatherFrame(db, dispatchId);
  const deliverable = await readLetters(db, keys, sql`${lettersInPart(partId)} and ${letterMayGo}`);
  const letters = frame.dispatch.isApproved ? deliverable.filter(isAsApproved) : deliverable;
  const names = await readNames(
    db,
    sql`g.id = any ((select signature_ids from letter_parts where id = ${partId})::bigint[])
      and ${nameGoesWith(dispatchId)}`,
  );
  const numbers = await numberLetters(db, dispatchId, partId);
  const numbered = letters.map((letter) => ({ ...letter, number: numbers.get(letter.id) ?? 0 }));
  return { part, parts, ...frame, letters: numbered, names };
}

const isAsApproved = ({ approvedSha256, sha256 }: DispatchedLetter) =>
  approvedSha256?.equals(sha256) ?? false;

/** Numbers an email's letters among all that were submitted. */
async function numberLetters(db: DbOrTx, dispatchId: number, partId: number): Promise<Map<number, number>> {
  const rows = await db.execute<{ id: number; number: number }>(sql`
    select n.id::float8 as id, n.number::int as number
    from (select one.id, row_number() over (order by one.id) as number
      from letter_parts p cross join unnest(p.letter_ids) as one (id) where p.dispatch_id = ${dispatchId}) n
    where n.id = any ((select letter_ids from letter_parts where id = ${partId})::bigint[])`);
  return new Map(rows.map(({ id, number }) => [id, number]));
}

const noFigures: DispatchFigures = { letters: 0, names: 0, signatures: 0, holders: null };

function asFrame(row: Row): GatheredFrame {
  const { number, kind, locale, subject, body } = row;
  const figures = typeof row.figures === "string" ? JSON.parse(row.figures) : row.figures;
  return {
    dispatch: {
      id: row.dispatchId,
      publicId: row.dispatchPublicId,
      number,
      kind,
      locale,
      subject,
      body,
      isApproved: row.isApproved,
      differs: row.differs,
      startedAt: new Date(row.startedAt),
      figures: { ...noFigures, ...(figures as Partial<DispatchFigures>) },
    },
    office: {
      name: row.officeName,
      email: row.officeEmail,
      postalAddress: row.officePostalAddress,
      isVerified: row.isVerified,
      isRetired: row.isRetired,
      submittedName: row.submittedName,
      submittedEmail: row.submittedEmail,
    },
    campaign: {
      slug: row.slug,
      title: row.title,
      company: row.company,
      operator: row.operator,
      postalAddress: row.postalAddress,
      contactEmail: row.contactEmail,
      fundingLine: row.fundingLine,
      senderName: row.senderName,
      senderAddress: row.senderAddress,
      replyTo: row.replyTo,
    },
  };
}

/** Returns the sha256 of an email's content, to tell whether it would say the same. */
export function digestOf({ letters, names, ...rest }: GatheredPart): Buffer {
  const hash = createHash("sha256").update(JSON.stringify(rest));
  for (const { publicId, number, sha256, replyTo, confirmedAt } of letters) {
    hash.update(JSON.stringify([publicId, number, sha256.toString("hex"), replyTo, confirmedAt]));
  }
  for (const name of names) hash.update(JSON.stringify(name));
  return hash.digest();
}
