import { type SQL, sql } from "drizzle-orm";
import { organizerAddress } from "#app/domain/access/address.ts";
import { hasRight } from "#app/domain/access/has-right.server.ts";
import { maybeSentBefore } from "#app/domain/queue/restored.server.ts";
import { isUuid } from "#app/lib/uuid.ts";
import type { Db, DbOrTx } from "#db/index.ts";
import type { After, SeriesAct } from "./audience/acts.ts";
import { type Audience, readAudience } from "./audience/audience.ts";
import type { PauseReason, UpdateStage } from "./update.ts";
import { citedIn } from "./update-content.server.ts";
import type { UpdateText } from "./update-form.ts";

/** `stage` of a row `u` of updates. */
const stage = sql`case when u.state <> 'draft' then u.state::text
  when u.approved_at is not null then 'approved'
  when u.submitted_at is not null then 'submitted' else 'draft' end`;

/** The subject in the first language of the campaign `c`, else in any. */
const subject = sql`(select t.subject from update_texts t where t.update_id = u.id
  order by array_position(c.languages, t.locale) limit 1)`;

export type ListedUpdate = {
  publicId: string;
  number: number;
  stage: UpdateStage;
  subject: string;
  /** Null until the snapshot of its audience is complete. */
  audienceSize: number | null;
  /** When it ended, began, is due, or was last edited: the latest that is known. */
  at: string;
  author: string | null;
  /** After what it goes by itself; null: once, to all. */
  after: After | null;
};

/** Lists a campaign's updates, newest first. */
export async function listUpdates(db: Db, campaignId: number): Promise<ListedUpdate[]> {
  const rows = await db.execute<Omit<ListedUpdate, "after"> & { audience: unknown }>(sql`
    select u.public_id as "publicId", u.number, ${stage} as stage, coalesce(${subject}, '') as subject,
      case when u.prepared_at is not null then u.audience_size end as "audienceSize",
      coalesce(u.finished_at, u.started_at, u.send_at, u.edited_at) as at, o.name as author, u.audience
    from updates u join campaigns c on c.id = u.campaign_id
    left join organizers o on o.id = u.author_id
    where u.campaign_id = ${campaignId}
    order by u.number desc`);
  return [...rows].map(({ audience, ...row }) => ({
    ...row,
    at: iso(row.at),
    after: readAudience(audience).after,
  }));
}

/** Counts a campaign's updates, for the console's rail. */
export async function countUpdates(db: Db, campaignId: number): Promise<number> {
  const [row] = await db.execute<{ n: number }>(
    sql`select count(*)::int as n from updates where campaign_id = ${campaignId}`,
  );
  return row?.n ?? 0;
}

/** People who did each act within days of an update's email; acts that nobody did are left out. */
export type Brought = Partial<Record<SeriesAct, number>>;

/** An organizer on a page; null if they are gone, or the operator acted. */
type Who = { id: string; name: string } | null;

export type UpdateView = {
  id: number;
  publicId: string;
  number: number;
  stage: UpdateStage;
  version: number;
  audience: Audience;
  inArchive: boolean;
  /** Whether it has a public page once it begins, which it shares with the update it continues. */
  hasPage: boolean;
  continuesId: number | null;
  continuesNumber: number | null;
  /** The campaign's: the first is required. */
  languages: string[];
  postalAddress: string | null;
  texts: UpdateText[];
  author: Who;
  editor: Who;
  submitter: Who;
  approver: Who;
  approvedAlone: boolean;
  editedAt: string;
  /** When the database was restored or went back in time, if it may have been sent before. */
  maybeSentBefore: string | null;
  submittedAt: string | null;
  approvedAt: string | null;
  sendAt: string | null;
  startedAt: string | null;
  preparedAt: string | null;
  audienceSize: number;
  pausedAt: string | null;
  pauseReason: PauseReason | null;
  pauseProblem: string | null;
  finishedAt: string | null;
};

const iso = (text: string) => new Date(text).toISOString();
const isoOrNull = (text: string | null) => (text === null ? null : iso(text));

/** Finds an update with its words and authors. Null when the campaign has none with this id. */
export async function findUpdate(
  db: DbOrTx,
  campaignId: number,
  publicId: string,
): Promise<UpdateView | null> {
  if (!isUuid(publicId)) return null;
  const who = (column: string) => sql`(select jsonb_build_object('id', o.id, 'name', o.name)
    from organizers o where o.id = u.${sql.identifier(column)})`;
  const [row] = await db.execute<Omit<UpdateView, "texts" | "audience"> & { audience: unknown }>(sql`
    select u.id::float8 as id, u.public_id as "publicId", u.number, ${stage} as stage, u.version, u.audience,
      u.in_archive as "inArchive",
      u.in_archive and coalesce((select r.in_archive from updates r where r.id = u.continues_id),
        true) as "hasPage",
      u.continues_id::float8 as "continuesId",
      (select r.number from updates r where r.id = u.continues_id) as "continuesNumber",
      c.languages, c.postal_address as "postalAddress",
      ${who("author_id")} as author, ${who("edited_by_id")} as editor, ${who("submitted_by_id")} as submitter,
      ${who("approved_by_id")} as approver, u.approved_alone as "approvedAlone", u.edited_at as "editedAt",
      ${maybeSentBefore("u")} as "maybeSentBefore",
      u.submitted_at as "submittedAt", u.approved_at as "approvedAt", u.send_at as "sendAt",
      u.started_at as "startedAt", u.prepared_at as "preparedAt", u.audience_size as "audienceSize",
      u.paused_at as "pausedAt", u.pause_reason as "pauseReason", u.pause_problem as "pauseProblem",
      u.finished_at as "finishedAt"
    from updates u join campaigns c on c.id = u.campaign_id
    where u.campaign_id = ${campaignId} and u.public_id = ${publicId}`);
  if (!row) return null;

  const texts = await db.execute<UpdateText>(
    sql`select locale, subject, body, greeting from update_texts where update_id = ${row.id}`,
  );
  const order = (locale: string) => row.languages.indexOf(locale) + 1 || row.languages.length + 1;
  return {
    ...row,
    audience: readAudience(row.audience),
    author: fromJson(row.author) as Who,
    editor: fromJson(row.editor) as Who,
    submitter: fromJson(row.submitter) as Who,
    approver: fromJson(row.approver) as Who,
    texts: [...texts].sort((a, b) => order(a.locale) - order(b.locale)),
    editedAt: iso(row.editedAt),
    maybeSentBefore: isoOrNull(row.maybeSentBefore),
    submittedAt: isoOrNull(row.submittedAt),
    approvedAt: isoOrNull(row.approvedAt),
    sendAt: isoOrNull(row.sendAt),
    startedAt: isoOrNull(row.startedAt),
    preparedAt: isoOrNull(row.preparedAt),
    pausedAt: isoOrNull(row.pausedAt),
    finishedAt: isoOrNull(row.finishedAt),
  };
}

/** Reads what readers of an update that goes by itself did afterwards, as it was counted last. */
export async function findBrought(db: Db, updateId: number): Promise<{ acts: Brought; at: string | null }> {
  const [row] = await db.execute<{ brought: unknown; at: string | null }>(
    sql`select brought, brought_at as at from updates where id = ${updateId}`,
  );
  return { acts: (fromJson(row?.brought) ?? {}) as Brought, at: isoOrNull(row?.at ?? null) };
}

/** drizzle returns JSON as the driver got it: as text. */
const fromJson = (value: unknown): unknown => (typeof value === "string" ? JSON.parse(value) : value);

/**
 * When an update was last submitted, and what changed since: languages, `audience`, `archive`. Null: never.
 */
export type ChangesSinceSubmitted = { at: string; parts: string[] } | null;

/** Finds what changed between an update's last two submissions, from the hashes in the audit. */
export async function findChangesSinceSubmitted(
  db: Db,
  campaignId: number,
  publicId: string,
): Promise<ChangesSinceSubmitted> {
  const rows = await db.execute<{ at: string; detail: unknown }>(sql`
    select at, detail from audit_entries
    where action = 'update-submitted' and campaign_id = ${campaignId} and subject = ${publicId}
    order by id desc limit 2`);
  const [last, before] = [...rows].map(({ at, detail }) => ({ at, parts: partsIn(fromJson(detail)) }));
  if (!last || !before) return null;
  const names = [...new Set([...Object.keys(last.parts), ...Object.keys(before.parts)])];
  return { at: iso(before.at), parts: names.filter((name) => last.parts[name] !== before.parts[name]) };
}

function partsIn(detail: unknown): Record<string, unknown> {
  const parts = (detail as { parts?: unknown } | null)?.parts;
  return typeof parts === "object" && parts !== null ? (parts as Record<string, unknown>) : {};
}

export type CitingUpdate = { publicId: string; subject: string; claims: number[] };

/** Lists the updates that cite one of these claims, by number: those not sent yet, and those with a page. */
export async function listCiting(
  db: DbOrTx,
  campaignId: number,
  numbers: readonly number[],
): Promise<CitingUpdate[]> {
  const rows = await db.execute<{ publicId: string; subject: string; bodies: string[] }>(sql`
    select u.public_id as "publicId", min(t.subject) as subject, array_agg(t.body) as bodies
    from updates u join update_texts t on t.update_id = u.id
    where u.campaign_id = ${campaignId} and u.state <> 'cancelled' and (u.in_archive or u.state <> 'sent')
    group by u.id order by u.id desc`);
  return rows
    .map(({ publicId, subject, bodies }) => {
      const cited = new Set(citedIn(bodies.map((body) => ({ body }))));
      return { publicId, subject, claims: numbers.filter((number) => cited.has(number)) };
    })
    .filter(({ claims }) => claims.length > 0);
}

export type CampaignOfUpdates = { id: number; slug: string; languages: string[] };

export async function findCampaignOfUpdates(db: Db, slug: string): Promise<CampaignOfUpdates | null> {
  const [row] = await db.execute<CampaignOfUpdates>(sql`
    select id, slug, languages from campaigns where slug = ${slug}`);
  return row ?? null;
}

export async function findUpdateId(db: Db, campaignId: number, reference: string): Promise<string | null> {
  const which = asCondition(reference);
  if (which === null) return null;
  const [row] = await db.execute<{ publicId: string }>(sql`
    select public_id as "publicId" from updates where campaign_id = ${campaignId} and ${which}`);
  return row?.publicId ?? null;
}

function asCondition(reference: string): SQL | null {
  if (/^[1-9]\d{0,8}$/.test(reference)) return sql`number = ${Number(reference)}`;
  if (isUuid(reference)) return sql`public_id = ${reference}::uuid`;
  return null;
}

export async function findWriter(db: Db, campaignId: number, email: string): Promise<string | null> {
  const address = organizerAddress(email);
  const [row] = await db.execute<{ id: string }>(sql`
    select o.id from organizers o join campaign_organizers m on m.organizer_id = o.id
    where m.campaign_id = ${campaignId} and o.email = ${address} and ${hasRight("write", "m")}
      and o.activated_at is not null and o.disabled_at is null`);
  return row?.id ?? null;
}
