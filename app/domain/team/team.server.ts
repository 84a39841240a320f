import { sql } from "drizzle-orm";
import type { OrganizerRight, OrganizerRole } from "#app/domain/access/organizer.ts";
import type { Db } from "#db/index.ts";

export type TeamMember = {
  id: string;
  name: string;
  email: string;
  role: OrganizerRole;
  rights: OrganizerRight[];
  /** ISO 8601. */
  since: string;
  hasSecondFactor: boolean;
  isDisabled: boolean;
};

export async function listTeam(db: Db, campaignId: number): Promise<TeamMember[]> {
  const rows = await db.execute<TeamMember>(sql`
    select o.id, o.name, o.email, m.role, m.rights, m.created_at as since,
      o.disabled_at is not null as "isDisabled", o.totp_since is not null
        or exists (select from organizer_passkeys k where k.organizer_id = o.id) as "hasSecondFactor"
    from campaign_organizers m join organizers o on o.id = m.organizer_id
    where m.campaign_id = ${campaignId} order by o.name, o.id`);
  return rows.map((row) => ({ ...row, since: new Date(row.since).toISOString() }));
}

/** Finds one by id; null if not of that team. */
export const findMember = async (db: Db, campaignId: number, id: string) =>
  (await listTeam(db, campaignId)).find((member) => member.id === id) ?? null;

export type OpenInvitation = {
  id: string;
  /** Null: anybody with the link, which the operator printed. */
  email: string | null;
  role: OrganizerRole;
  rights: OrganizerRight[];
  /** Null: the operator. */
  by: string | null;
  createdAt: string;
  expiresAt: string;
  isOver: boolean;
  /** The state of its newest email; null: none was made. */
  mail: string | null;
};

/** Lists invitations neither accepted nor revoked, newest first, until a month after they expire. */
export async function listInvitations(
  db: Db,
  campaignId: number,
  now = new Date(),
): Promise<OpenInvitation[]> {
  const at = now.toISOString();
  const rows = await db.execute<OpenInvitation>(sql`
    select i.id, i.email, i.role, i.rights, o.name as by, i.created_at as "createdAt",
      i.expires_at as "expiresAt", i.expires_at <= ${at} as "isOver",
      (select d.state from outbox d where d.invitation_id = i.id order by d.id desc limit 1) as mail
    from organizer_invitations i left join organizers o on o.id = i.invited_by_id
    where i.campaign_id = ${campaignId} and i.used_at is null and i.revoked_at is null
      and i.expires_at > ${at}::timestamptz - interval '30 days'
    order by i.created_at desc, i.id limit 200`);
  const iso = (time: string) => new Date(time).toISOString();
  return rows.map((row) => ({ ...row, createdAt: iso(row.createdAt), expiresAt: iso(row.expiresAt) }));
}
